"""Roles in Indonesian text: which names are found, what unit they carry, which column they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.role_text import Role
from sopkit.lint.language.roles import acting_at, actors, mentions, role_phrases
from sopkit.model.sop import Sop

KNOWLEDGE = Knowledge()


def sop_of(columns=None, agency="Dinas Perikanan"):
    return Sop.model_validate(
        {
            "sopkit": 1,
            "nama": "Contoh",
            "instansi": {"perangkat_daerah": agency},
            "pelaksana": columns or {},
            "langkah": [{"kegiatan": "Menyusun daftar"}],
        }
    )


def roles_of(columns=None, agency="Dinas Perikanan"):
    return role_phrases(KNOWLEDGE, sop_of(columns, agency))


def found(text, columns=None):
    return [
        (text[one.start : one.end], one.role.name, " ".join(one.role.unit))
        for one in mentions(text, roles_of(columns))
    ]


def columns_named(text, columns, agency="Dinas Perikanan"):
    roles = roles_of(columns, agency)
    return [[column.key for column in roles.columns_of(one.role)] for one in mentions(text, roles)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kepada Kadis", "Kepala Dinas"),
        ("kepada Ka. Dinas", "Kepala Dinas"),
        ("kepada KEPALA DINAS", "Kepala Dinas"),
        ("kepada kepala\ndinas", "Kepala Dinas"),
        ("kepada Ka.SKPD", "Kepala Perangkat Daerah"),
        ("kepada Kepala OPD", "Kepala Perangkat Daerah"),
        ("kepada Kasub-Bag", "Kepala Sub Bagian"),
        ("kepada Kasubbag.", "Kepala Sub Bagian"),
        ("kepada Kepala Sub Bagian", "Kepala Sub Bagian"),
        ("kepada Kepala Bagian", "Kepala Bagian"),
        ("kepada Sekretaris", "Sekretaris"),
        ("kepada Sekcam", "Sekretaris"),
        ("kepada Sekretaris Daerah", "Sekretaris Daerah"),
        ("kepada PPK", "Pejabat Pembuat Komitmen"),
        ("kepada Kuasa Pengguna Anggaran", "Kuasa Pengguna Anggaran"),
        ("kepada staf", "Staf"),
    ],
)
def test_the_longest_known_writing_is_found_in_any_case(text, name):
    assert [one.role.name for one in mentions(text, roles_of())] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Mengelola sekretariatan",
        "Menyusun ppk dan pa",
        "Menata kepala surat",
        "Membuat ka dinasan",
        "Kepala, dinas luar",
        "",
        "…",
    ],
)
def test_parts_of_words_and_words_apart_are_no_roles(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kasubbag Umum dan Kepegawaian memeriksa", [("Kasubbag Umum dan Kepegawaian", "umum kepegawaian")]),
        (
            "kepada Kasubbag Umum serta Kabid Tangkap",
            [("Kasubbag Umum", "umum"), ("Kabid Tangkap", "tangkap")],
        ),
        ("kepada Kasubbag Umum dan Staf", [("Kasubbag Umum", "umum"), ("Staf", "")]),
        ("kepada Kepala Dinas Draf Renja", [("Kepala Dinas", "")]),
        ("Bendahara Pengeluaran, Arsiparis", [("Bendahara Pengeluaran", "pengeluaran"), ("Arsiparis", "")]),
        ("kepada Kabid untuk diparaf", [("Kabid", "")]),
        ("Staf Bidang Tangkap", [("Staf Bidang Tangkap", "bidang tangkap")]),
        ("KEPADA KABID TANGKAP", [("KABID", "")]),
    ],
)
def test_the_unit_behind_a_role_belongs_to_it(text, expected):
    assert [(words, unit) for words, _, unit in found(text)] == expected


def test_a_unit_in_lower_case_counts_only_when_a_heading_names_it():
    columns = {"k": "Kasubag Program dan Keuangan"}
    assert found("kepada kasubag program", columns) == [("kasubag program", "Kepala Sub Bagian", "program")]
    assert found("kepada kasubag lewat pos", columns) == [("kasubag", "Kepala Sub Bagian", "")]


def test_a_heading_that_the_word_list_does_not_know_is_found_by_its_words():
    columns = {"penyusun": "Penyusun Bahan Tayang"}
    assert columns_named("Menugaskan penyusun bahan tayang", columns) == [["penyusun"]]


def test_a_compound_heading_covers_both_roles():
    columns = {"kabid": "Kabid/Koordinator Kelompok Tangkap"}
    text = "melalui Koordinator Kelompok Tangkap kepada Kepala Bidang"
    assert columns_named(text, columns) == [["kabid"], ["kabid"]]


def test_and_inside_the_name_of_a_unit_makes_no_compound():
    heading = {"k": "Kasubag Umum dan Kepegawaian"}
    assert [column.roles for column in roles_of(heading).columns] == [
        (Role("Kepala Sub Bagian", ("umum", "kepegawaian")),)
    ]


@pytest.mark.parametrize(
    ("columns", "text", "expected"),
    [
        ({"k": "Kasubag"}, "kepada Kasubag Umum", ["k"]),
        ({"k": "Kasubag Program dan Keuangan"}, "kepada Kasubag", ["k"]),
        ({"k": "Kasubag Program dan Keuangan"}, "kepada Kasubag Umum", []),
        ({"k": "Kasubag Program, Evaluasi dan Pelaporan"}, "kepada Kasubag PEP", ["k"]),
        ({"k": "Kasubag Renja"}, "kepada Kasubag Rencana Kerja", ["k"]),
        ({"u": "Kasubag Umum", "k": "Kasubag Keuangan"}, "kepada Kasubag Keuangan", ["k"]),
        ({"u": "Kasubag Umum", "k": "Kasubag Keuangan"}, "kepada Kasubag", ["u", "k"]),
        ({"a": "Staf", "b": "Staf Penerima Tamu"}, "kepada staf", ["a"]),
        ({"b": {"nama": "Bidang", "alias": "Kabid"}}, "kepada Kepala Bidang", ["b"]),
        ({"k": "Kadin"}, "kepada Kepala PD", ["k"]),
        ({"c": "Camat"}, "kepada Ka SKPD", ["c"]),
        ({"s": "Sekretaris"}, "kepada Sekcam", ["s"]),
        ({"s": "Sekretaris"}, "kepada Bendahara", []),
    ],
)
def test_a_named_role_has_the_columns_that_do_not_contradict_it(columns, text, expected):
    assert columns_named(text, columns) == [expected]


@pytest.mark.parametrize(
    ("one", "other", "agency", "same"),
    [
        ("Kadis", "Kepala Dinas", "Dinas Perikanan", True),
        ("Kadis", "Kepala PD", "Dinas Perikanan", True),
        ("Camat", "Kepala PD", "Kecamatan Tepi Laut", True),
        ("Camat", "Kadis", "Kecamatan Tepi Laut", False),
        ("Kepala PD", "Kadis", "Kecamatan Tepi Laut", False),
        ("Kasubag Umum dan Keuangan", "Kasubbag Keuangan dan Umum", "Dinas Perikanan", True),
        ("Kasubag Umum", "Kasubag", "Dinas Perikanan", False),
    ],
)
def test_synonyms_are_one_role_and_other_units_another(one, other, agency, same):
    roles = roles_of({"a": one, "b": other}, agency)
    first, second = (column.roles[0] for column in roles.columns)
    assert roles.same(first, second) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabid memeriksa draf", ["Kabid"]),
        ("1. Kabid segera memeriksa draf", ["Kabid"]),
        ("Para Kabid dan Kasubag Umum menyusun draf", ["Kabid", "Kasubag Umum"]),
        ("Kabid/Kasubag berkoordinasi", ["Kabid", "Kasubag"]),
        ("Staf menyiapkan ruang", ["Staf"]),
        ("Memeriksa draf dari Kabid", []),
        ("Kabid dipanggil", []),
        ("Tim Penyusun Renja", []),
        ("Kabid, menurut jadwal", []),
        ("Rapat Kabid membahas draf", []),
    ],
)
def test_a_text_that_begins_with_a_role_and_an_active_verb_names_its_actors(text, expected):
    assert [text[one.start : one.end] for one in actors(text, roles_of())] == expected


def test_an_actor_may_stand_at_the_beginning_of_a_later_clause():
    text = "Menerima draf; Kabid memeriksanya"
    assert acting_at(text, text.index(";") + 1, roles_of())[0].role.name == "Kepala Bidang"


@given(st.text(alphabet="KasubbgiPD. ,/dnUm", max_size=60))
def test_mentions_stand_in_order_apart_and_inside_the_text(text):
    ends = [0]
    for one in mentions(text, roles_of({"k": "Kasubag/Kabid", "u": "Umum"})):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)


def test_every_set_of_tata_peran_names_roles_of_the_list():
    names = KNOWLEDGE.words("peran").keys()
    manners = KNOWLEDGE.words("tata_peran")
    sections = [name for name in manners if name in ("umum", "luar", "satuan") or name.startswith("pimpinan")]
    assert {role for section in sections for role in manners[section]} - names == set()


def test_no_writing_belongs_to_two_roles():
    writings = [text.lower() for name, texts in KNOWLEDGE.words("peran").items() for text in (name, *texts)]
    assert len(set(writings)) == len(writings)
