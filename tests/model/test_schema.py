"""The JSON Schema is what the models say, and is committed."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.load.loading import load_bytes
from sopkit.model.schema import json_schema, json_schema_text
from sopkit.model.sop import Sop

ROOT = Path(__file__).parents[2]
VALIDATOR = jsonschema.Draft202012Validator(json_schema())

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(
    lambda text: text.strip() and "\ufeff" not in text
)
NULLABLE = st.none() | TEXT
TEXTS = st.none() | TEXT | st.lists(TEXT, max_size=3)
BRANCH = (
    st.none()
    | TEXT
    | st.fixed_dictionaries({}, optional={"ke": TEXT, "label": NULLABLE, "peluang": st.sampled_from(["40%"])})
)
STEP = st.fixed_dictionaries(
    {"kegiatan": TEXT},
    optional={
        "id": NULLABLE,
        "nomor": NULLABLE,
        "pelaksana": st.none()
        | TEXT
        | st.lists(TEXT, min_size=1, max_size=2)
        | st.fixed_dictionaries({"bersama": st.lists(TEXT, min_size=1)}),
        "mutu_baku": st.none()
        | st.fixed_dictionaries({}, optional={"kelengkapan": TEXTS, "waktu": NULLABLE, "output": TEXTS}),
        "keputusan": st.none() | st.fixed_dictionaries({}, optional={"ya": BRANCH, "tidak": BRANCH}),
        "lanjut": st.none() | TEXT | st.lists(TEXT, min_size=1, max_size=3),
        "keterangan": NULLABLE,
    },
)
SOP = st.fixed_dictionaries(
    {"sopkit": st.just(1), "nama": TEXT, "langkah": st.lists(STEP, min_size=1, max_size=3)},
    optional={
        "nomor": NULLABLE,
        "status": st.none() | st.sampled_from(["draf", "berlaku", "dicabut"]),
        "tanggal": st.none()
        | st.fixed_dictionaries({}, optional={"pembuatan": NULLABLE, "revisi": TEXTS, "efektif": NULLABLE}),
        "disahkan_oleh": st.none() | st.fixed_dictionaries({}, optional={"nama": NULLABLE, "nip": NULLABLE}),
        "dasar_hukum": TEXTS,
        "tenggat": NULLABLE | st.fixed_dictionaries({"mulai": TEXT, "selesai": TEXT}),
        "label": st.none() | st.fixed_dictionaries({}, optional={"efektif": NULLABLE}),
        "mulai_selesai": st.none() | st.just("terpisah"),
        "pelaksana": st.none()
        | st.dictionaries(
            TEXT, TEXT | st.fixed_dictionaries({"nama": TEXT}, optional={"alias": TEXTS}), max_size=3
        ),
    },
)


def test_the_committed_schema_is_the_one_the_models_give():
    assert (ROOT / "schema/sop.schema.json").read_text(encoding="utf-8") == json_schema_text()


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_every_key_is_explained_in_the_schema():
    schema = json_schema()
    objects = {"": schema, **schema["$defs"]}
    silent = [
        f"{name}.{key}"
        for name, part in objects.items()
        for key, field in part.get("properties", {}).items()
        if not field.get("description")
    ]
    assert silent == []


@given(SOP)
def test_what_the_schema_accepts_loads_and_the_other_way_round(data):
    loaded = load_bytes("a.yaml", json.dumps(data, ensure_ascii=False).encode())
    assert loaded.sop is not None, [found.message.en for found in loaded.findings]
    VALIDATOR.validate(data)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sopkit": 2},
        {"nama": None},
        {"langkah": []},
        {"langkah": "x"},
        {"langkah": [{"kegiatan": "M", "pelaksana": {"bersam": ["a"]}}]},
        {"langkah": [{"kegiatan": "M", "lanjut": []}]},
        {"langkah": [{"kegiatan": "M", "x": 1}]},
        {"status": "aktif"},
        {"nomor": ["a"]},
        {"tenggat": {"mulai": "01-01"}},
        {"mulai_selesai": "menyatu"},
        {"pelaksana": {"a": None}},
        {"pelaksana": ["a"]},
        {"x": 1},
    ],
    ids=str,
)
def test_what_the_schema_refuses_does_not_load(wrong):
    data = {"sopkit": 1, "nama": "U", "langkah": [{"kegiatan": "M"}], **wrong}
    assert not VALIDATOR.is_valid(data)
    assert load_bytes("a.yaml", json.dumps(data).encode()).sop is None


@pytest.mark.parametrize("deadline", ["5 hari kerja", {"mulai": "01-01", "selesai": "02-28"}, None])
def test_what_readers_made_of_a_file_is_dumped_as_the_file_has_it(deadline):
    data = {
        "sopkit": 1,
        "nama": "Surat",
        "tanggal": {"efektif": "2022-03-01"},
        "tenggat": deadline,
        "langkah": ({"kegiatan": "Mencatat surat", "mutu_baku": {"waktu": "5–10 menit"}},),
    }
    assert Sop.model_validate(data).model_dump(exclude_unset=True) == data
