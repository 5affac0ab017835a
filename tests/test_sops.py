"""The seven SOPs of `sops/` hold the facts of the documents they were written from.

The facts are typed here a second time, by hand, so that an edit that loses a blank of an NIP or a misspelling
of a date is seen. The wording of the steps is not repeated: it is ours and may be improved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.tokens import AliasToken, AnchorToken, TagToken

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap

SOPS = Path(__file__).parent.parent / "sops"
SCHEMA_LINE = "# yaml-language-server: $schema=../../schema/sop.schema.json"


@dataclass(frozen=True)
class Facts:
    """What one document prints. `steps` are (printed number, role key, waktu); empty text in it is None."""

    nomor: str | None
    nama: str
    dates: tuple[str | None, str | None, str | None]
    signer: tuple[str | None, str | None, str]
    headings: tuple[str, ...]
    steps: tuple[tuple[int, str, str], ...]
    branches: Mapping[int, tuple[int | str, int | str]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


KADIS_BENGKULU = ("Kepala Dinas Komunikasi dan Informatika", "Ir. SUMANTO, MM", "19680814 200212 1 004")
DATES_BENGKULU = ("01 Maret 2022", None, "01 Mei 2022")
LABELS_BENGKULU = {"kualifikasi_pelaksana": "Kualifikasi pelaksanaan"}

FACTS = {
    "lumajang-diskominfo/penyusunan-perencanaan-kinerja.sop.yaml": Facts(
        nomor="427.50/1/2.27/2022",
        nama="Penyusunan Perencanaan Kinerja PD",
        dates=("JULI 2022", None, "JULI 2022"),
        signer=(
            "KEPALA DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN LUMAJANG",
            None,
            "196706061992021001",
        ),
        headings=(
            "Kadin",
            "Sekretaris",
            "Kabid/Koordinator kelompok Program",
            "Kasubag Perencanaan dan Keuangan",
        ),
        steps=(
            (1, "kadin", "30 menit"),
            (2, "sekretaris", "1 Jam"),
            (3, "kabid", "6 jam"),
            (4, "kasubag_perencanaan", "3 jam"),
            (5, "kadin", "1 Jam"),
            (6, "sekretaris", "1 jam"),
            (7, "kabid", "3 jam"),
            (8, "kasubag_perencanaan", "3 jam"),
        ),
        branches={5: (8, 6)},
        labels={"efektif": "Tanggal Pengesahan", "keterangan": "Ket."},
    ),
    "bengkulu-selatan-diskominfo/perencanaan-kinerja.sop.yaml": Facts(
        nomor=None,
        nama="Perencanaan Kinerja",
        dates=DATES_BENGKULU,
        signer=KADIS_BENGKULU,
        headings=("Tim Akuntabilitas", "Ka SKPD", "Staf"),
        steps=(
            (1, "tim_akuntabilitas", "2 minggu"),
            (2, "tim_akuntabilitas", "1 minggu"),
            (3, "ka_skpd", "1 jam"),
            (4, "tim_akuntabilitas", "1minggu"),
            (5, "ka_skpd", "1 jam"),
            (6, "tim_akuntabilitas", "3 hari"),
            (7, "ka_skpd", "1 jam"),
            (8, "staf", "1 jam"),
        ),
        labels=LABELS_BENGKULU,
    ),
    "bengkulu-selatan-diskominfo/pengumpulan-data-kinerja-triwulan.sop.yaml": Facts(
        nomor=None,
        nama="Pengumpulan Data Kinerja, Evaluasi Program dan Pelaporan Kinerja Triwulan",
        dates=DATES_BENGKULU,
        signer=KADIS_BENGKULU,
        headings=("Kadis", "Sekretaris", "Kabid", "Kasubag", "Pelaksana"),
        steps=(
            (1, "kadis", "10 menit"),
            (2, "kasubag", "10 menit"),
            (3, "pelaksana", "300 menit"),
            (4, "kasubag", "120 menit"),
            (5, "kabid", "60 menit"),
            (6, "kasubag", "60 menit"),
            (7, "kadis", "60 menit"),
        ),
        branches={5: (6, 4), 7: ("selesai", 6)},
        labels=LABELS_BENGKULU,
    ),
    "bengkulu-selatan-diskominfo/evaluasi-kinerja.sop.yaml": Facts(
        nomor=None,
        nama="Evaluasi Kinerja",
        dates=DATES_BENGKULU,
        signer=KADIS_BENGKULU,
        headings=("Tim Akuntabilitas", "Ka SKPD", "Staf"),
        steps=(
            (1, "tim_akuntabilitas", "1 jam"),
            (2, "tim_akuntabilitas", "1 minggu"),
            (3, "tim_akuntabilitas", "1 hari"),
            (4, "ka_skpd", "1 hari"),
            (5, "staf", "1 jam"),
        ),
        labels=LABELS_BENGKULU,
    ),
    "kediri-diskominfo/mekanisme-pengumpulan-data-kinerja.sop.yaml": Facts(
        nomor="067/108 / 419 .113 / 2021",
        nama="Mekanisme Pengumpulan Data Kinerja",
        dates=("18 Januari 2021", None, "18 Januari 2021"),
        signer=(
            "KEPALA DINAS KOMUNIKASI DAN INFORMATIKA",
            "Drs. APIP PERMANA, MM.",
            "19650125 199303 1 008",
        ),
        headings=(
            "Kasubbag Penyusun Program dan Keuangan",
            "Penyusun Bahan Evaluasi,Rencana, Program dan Laporan",
            "Bidang",
        ),
        steps=(
            (1, "kasubbag", "5 menit"),
            (2, "penyusun_bahan", "5 menit"),
            (3, "penyusun_bahan", "10 menit"),
            (4, "bidang", "480 menit"),
            (5, "penyusun_bahan", "480 menit"),
            (6, "penyusun_bahan", "480 menit"),
        ),
        labels={"revisi": "Tanggal Revisi 1", "kegiatan": "Aktivitas"},
    ),
    "lumajang-kecamatan/penyusunan-perencanaan-kinerja.sop.yaml": Facts(
        nomor="427.90/26/01/2022",
        nama="Prosedur Penyusunan Perencanaan Kinerja",
        dates=("5 Januari 2023", "5 Pebruari 2023", "1 Maret 2022"),
        signer=("CAMAT LUMAJANG", "Drs. EDWI SUPRPTO, M.Si.", "19701218 199101 1 002"),
        headings=("Staf Penerima Surat", "Staf", "Kasubbag Keuangan", "Sekretaris", "Camat"),
        steps=(
            (1, "staf_penerima_surat", "5 menit"),
            (2, "staf_penerima_surat", "15 menit"),
            (3, "camat", "10 menit"),
            (4, "kasubbag_keuangan", "4 hari"),
            (5, "staf", "7 hari"),
            (6, "kasubbag_keuangan", "15 menit"),
            (7, "sekretaris", "1 hari"),
            (8, "kasubbag_keuangan", "15 menit"),
            (9, "camat", "30 menit"),
            (10, "staf", "15 menit"),
            (11, "staf", "60 menit"),
        ),
        labels={
            "peralatan": "Peralatan dan Perlengkapan",
            "kegiatan": "Aktivitas",
            "kelengkapan": "Persy/Kelkpan",
        },
    ),
    "kalbar-diskominfo/penyusunan-lakip.sop.yaml": Facts(
        nomor="09",
        nama="PENYUSUNAN LAKIP",
        dates=("4 Juni 2021", None, "4 Juni 2021"),
        signer=(None, "SAMUEL, SE, M.SI", "19660408 199303 1 009"),
        headings=(
            "Sekretaris",
            "Kasubbag Renja",
            "Tim",
            "Kadis",
            "Pejabat Struktural dan Staf Bidang / Sekretariat",
        ),
        steps=(
            (1, "sekretaris", "30 menit"),
            (2, "kasubbag_renja", "2 hari"),
            (3, "tim", "1 hari"),
            (4, "tim", "5 hari"),
            (5, "tim", "10 Hari"),
            (7, "tim", "6 Jam"),
            (8, "tim", "3 Hari"),
            (9, "kasubbag_renja", "1 Jam"),
            (10, "sekretaris", "1 Jam"),
            (11, "kadis", "1 Jam"),
            (12, "pejabat_dan_staf", "1 Hari"),
        ),
    ),
}

DIRECT_KEYS = {
    "": {
        *("sopkit", "nomor", "nama", "status", "instansi", "tanggal", "disahkan_oleh", "dasar_hukum"),
        *("kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan", "tenggat"),
        *("label", "pelaksana", "langkah", "mulai_selesai"),
    },
    "instansi": {"pemerintah", "perangkat_daerah", "unit", "logo"},
    "tanggal": {"pembuatan", "revisi", "efektif"},
    "disahkan_oleh": {"jabatan", "nama", "pangkat", "nip"},
    "label": {
        *("nomor", "pembuatan", "revisi", "efektif", "disahkan_oleh", "nama", "dasar_hukum"),
        *("kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan", "kegiatan"),
        *("pelaksana", "mutu_baku", "kelengkapan", "waktu", "output", "keterangan"),
    },
}
STEP_KEYS = {"id", "nomor", "kegiatan", "pelaksana", "mutu_baku", "keterangan", "keputusan", "lanjut"}


def parsed(name: str) -> CommentedMap:
    return YAML(typ="rt").load((SOPS / name).read_text(encoding="utf-8"))


def step_of(name: str, number: int) -> CommentedMap:
    steps = parsed(name)["langkah"]
    return next(
        step for printed, step in zip(printed_numbers(steps), steps, strict=True) if printed == number
    )


def printed_numbers(steps: Sequence[CommentedMap]) -> list[int]:
    """The `nomor` of each step, or its place in the list counted from 1 where none is given."""
    return [step.get("nomor", place) for place, step in enumerate(steps, start=1)]


def scalars(node: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every scalar under `node` with its path, in document order."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from scalars(value, (*path, key))
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for index, value in enumerate(node):
            yield from scalars(value, (*path, index))
    else:
        yield path, node


def branch_number(steps: Sequence[CommentedMap], branch: CommentedMap) -> int | str:
    """The printed number a branch leads to; `selesai` and numbers stand for themselves."""
    by_id = {
        step["id"]: number for number, step in zip(printed_numbers(steps), steps, strict=True) if "id" in step
    }
    target = branch["ke"]
    return target if isinstance(target, int) or target == "selesai" else by_id[target]


every_sop = pytest.mark.parametrize("name", list(FACTS))


def test_the_seven_sops_are_there_and_no_other():
    found = {path.relative_to(SOPS).as_posix() for path in SOPS.rglob("*.yaml")}
    assert {name for name in found if not name.startswith("contoh/")} == set(FACTS)


@every_sop
def test_the_first_line_names_a_schema_at_the_right_depth(name):
    first = (SOPS / name).read_text(encoding="utf-8").splitlines()[0]
    assert first == SCHEMA_LINE
    pointed = (SOPS / name).parent / first.partition("$schema=")[2]
    assert pointed.resolve() == (SOPS.parent / "schema" / "sop.schema.json").resolve()


@every_sop
def test_no_anchor_alias_or_tag_is_used(name):
    tokens = YAML(typ="rt").scan((SOPS / name).read_text(encoding="utf-8"))
    forbidden = (AnchorToken, AliasToken, TagToken)
    assert [token for token in tokens if isinstance(token, forbidden)] == []


@every_sop
def test_only_keys_of_the_format_are_used(name):
    sop = parsed(name)
    for section, allowed in DIRECT_KEYS.items():
        assert set(sop.get(section, {}) if section else sop) <= allowed
    for role in sop["pelaksana"].values():
        assert isinstance(role, str) or set(role) == {"nama", "alias"}
    for step in sop["langkah"]:
        assert set(step) <= STEP_KEYS
        assert set(step["mutu_baku"]) == {"kelengkapan", "waktu", "output"}
        for key, branch in step.get("keputusan", {}).items():
            assert key in {"ya", "tidak"}
            assert set(branch) == {"ke", "label"}


@every_sop
def test_every_scalar_but_version_and_step_numbers_is_text_or_empty(name):
    for path, value in scalars(parsed(name)):
        if path[-1] in {"sopkit", "ke"} or (path[0] == "langkah" and path[-1] == "nomor"):
            continue
        assert value is None or isinstance(value, str), path


@every_sop
def test_number_and_name_are_as_printed(name):
    sop = parsed(name)
    assert (sop["nomor"], sop["nama"]) == (FACTS[name].nomor, FACTS[name].nama)


@every_sop
def test_dates_keep_the_printed_text(name):
    dates = parsed(name)["tanggal"]
    assert (dates["pembuatan"], dates["revisi"], dates["efektif"]) == FACTS[name].dates


@every_sop
def test_signer_and_nip_keep_their_gaps_and_blanks(name):
    signer = parsed(name)["disahkan_oleh"]
    assert (signer["jabatan"], signer["nama"], signer["nip"]) == FACTS[name].signer


@every_sop
def test_headings_stand_in_the_printed_order(name):
    roles = parsed(name)["pelaksana"].values()
    assert tuple(role if isinstance(role, str) else role["nama"] for role in roles) == FACTS[name].headings


@every_sop
def test_words_printed_in_place_of_the_usual_ones_are_labels(name):
    assert dict(parsed(name).get("label", {})) == FACTS[name].labels


@every_sop
def test_steps_keep_printed_number_role_and_time(name):
    steps = parsed(name)["langkah"]
    rows = zip(printed_numbers(steps), steps, strict=True)
    got = tuple((number, step["pelaksana"], step["mutu_baku"]["waktu"]) for number, step in rows)
    assert got == FACTS[name].steps


@every_sop
def test_every_role_of_a_step_is_a_column(name):
    sop = parsed(name)
    assert {step["pelaksana"] for step in sop["langkah"]} <= set(sop["pelaksana"])


@every_sop
def test_branches_lead_where_the_rows_say(name):
    steps = parsed(name)["langkah"]
    got = {
        number: tuple(branch_number(steps, step["keputusan"][key]) for key in ("ya", "tidak"))
        for number, step in zip(printed_numbers(steps), steps, strict=True)
        if "keputusan" in step
    }
    assert got == FACTS[name].branches
    assert not any("lanjut" in step for step in steps)


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("lumajang-diskominfo/penyusunan-perencanaan-kinerja", 6, "Sekretaris menerima"),
        ("lumajang-diskominfo/penyusunan-perencanaan-kinerja", 7, "Koordinator Kelompok Program memperbaiki"),
        ("bengkulu-selatan-diskominfo/pengumpulan-data-kinerja-triwulan", 6, "Konsep Pelaporan"),
        ("bengkulu-selatan-diskominfo/pengumpulan-data-kinerja-triwulan", 7, "ke Sekretaris"),
        ("bengkulu-selatan-diskominfo/evaluasi-kinerja", 1, "BKD"),
        ("bengkulu-selatan-diskominfo/evaluasi-kinerja", 3, "Kepala Badan"),
        ("bengkulu-selatan-diskominfo/perencanaan-kinerja", 8, "RKA"),
        ("kediri-diskominfo/mekanisme-pengumpulan-data-kinerja", 4, "menyampakannya"),
        ("lumajang-kecamatan/penyusunan-perencanaan-kinerja", 2, "melalui Sekretaris Camat"),
        ("kalbar-diskominfo/penyusunan-lakip", 7, "Rapat"),
    ],
)
def test_a_defect_of_a_row_is_kept(name, number, words):
    assert words in step_of(f"{name}.sop.yaml", number)["kegiatan"]


def test_the_two_rows_with_the_same_text_stay_the_same():
    ninth, tenth = (step_of("kalbar-diskominfo/penyusunan-lakip.sop.yaml", number) for number in (9, 10))
    assert ninth["kegiatan"] == tenth["kegiatan"]
    assert ninth["mutu_baku"] == tenth["mutu_baku"]


def test_the_row_without_kelengkapan_stays_without():
    first = step_of("lumajang-kecamatan/penyusunan-perencanaan-kinerja.sop.yaml", 1)
    assert first["mutu_baku"]["kelengkapan"] is None


@pytest.mark.parametrize(
    ("name", "section", "words"),
    [
        ("lumajang-kecamatan/penyusunan-perencanaan-kinerja", "peringatan", "Penyusunan Penyusunan"),
        ("lumajang-kecamatan/penyusunan-perencanaan-kinerja", "pencatatan", "kineja"),
        ("kalbar-diskominfo/penyusunan-lakip", "peringatan", "SOP Pengumpulan LAKIP"),
    ],
)
def test_a_defect_of_a_section_is_kept(name, section, words):
    assert words in parsed(f"{name}.sop.yaml")[section]


def test_sections_the_document_lacks_are_empty():
    sop = parsed("kediri-diskominfo/mekanisme-pengumpulan-data-kinerja.sop.yaml")
    assert sop["kualifikasi_pelaksana"] is None
    assert sop["peralatan"] is None
    assert dict(sop["instansi"]) == {"pemerintah": None, "perangkat_daerah": None}
