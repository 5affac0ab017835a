"""Text files with tables of tabs and pipes, as conversions leave them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import SopkitError
from sopkit.intake.assemble import drafts
from sopkit.intake.compose import draft_yaml
from sopkit.intake.readers import read_source
from sopkit.lint.knowledge import Knowledge
from sopkit.load.loading import load_bytes

_SPEC = importlib.util.spec_from_file_location("sheets", Path(__file__).with_name("sheets.py"))
sheets = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(sheets)
KNOWLEDGE = Knowledge()


def tabs(rows):
    return "\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in rows)


def sheet(procedure=None):
    agency = "\n".join(sheets.AGENCY)
    return "\n\n".join(
        (f"**{agency}**", tabs(sheets.IDENTITY), tabs(sheets.SECTIONS), tabs(procedure or sheets.procedure()))
    )


HEAD = ("No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", "Ket.")
BELOW = ("", "", "Staf", "Kepala", "Kelengkapan", "Waktu", "Output", "")


def table(*rows, head=HEAD, below=BELOW):
    return "Nama SOP\tUji\n\n" + tabs([head, below, *rows])


def test_a_sheet_with_tabs_is_read_in_full(sop):
    sheets.check(sop(sheet()))


def test_a_sheet_with_pipes_is_read_in_full(sop):
    def pipes(rows):
        lines = ["| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in rows]
        return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])

    parts = (
        "\n".join(sheets.AGENCY),
        pipes(sheets.IDENTITY),
        pipes(sheets.SECTIONS),
        pipes(list(sheets.procedure())),
    )
    sheets.check(sop("\n\n".join(parts), "surat.md"))


def test_windows_line_ends_and_encodings_are_read(sop):
    sheets.check(sop(sheet().replace("\n", "\r\n").encode("utf-8-sig")))
    sheets.check(sop(sheet().encode("utf-16")))
    assert sop("Nama SOP\tUji “baru”".encode("cp1252")).nama == "Uji “baru”"


def test_fields_may_stand_in_any_order(sop):
    identity = tabs(reversed(sheets.IDENTITY))
    text = "\n\n".join(("\n".join(sheets.AGENCY), tabs(sheets.SECTIONS), identity, tabs(sheets.procedure())))
    sheets.check(sop(text))


def test_label_and_value_may_share_a_cell_or_stand_on_lines(sop):
    text = "Nomor SOP : 7/2024\nTanggal Efektif : 2 Mei 2024\nJudul SOP\nUji Coba\nDasar Hukum\n1. PP 5\n2. PP 6\nPeringatan\nAwas"
    read = sop(text)
    assert (read.nomor, read.nama, read.tanggal.efektif.iso) == ("7/2024", "Uji Coba", "2024-05-02")
    assert (read.dasar_hukum, read.peringatan) == (("PP 5", "PP 6"), ("Awas",))


def test_the_words_of_the_office_become_labels(sop):
    read = sop(
        "TANGGAL PENGESAHAN\t1 Mei 2024\n\n"
        + table(("1", "Mencatat", "v", "", "", "1 jam", "Buku", ""), head=("No", "Aktivitas", *HEAD[2:]))
    )
    assert (read.label.efektif, read.label.kegiatan, read.label.keterangan) == (
        "Tanggal Pengesahan",
        "Aktivitas",
        "Ket.",
    )


def test_bare_numbers_take_the_unit_of_the_heading(sop):
    read = sop(
        table(
            ("1", "Mencatat", "v", "", "", "10", "Buku", ""),
            ("2", "Memeriksa", "", "v", "", "5-10", "Buku", ""),
            ("3", "Menyetujui", "", "v", "", "2 jam", "Buku", ""),
            below=("", "", "Staf", "Kepala", "Kelengkapan", "Waktu (menit)", "Output", ""),
        )
    )
    assert [step.mutu_baku.waktu.text for step in read.langkah] == ["10 menit", "5-10 menit", "2 jam"]


@pytest.mark.parametrize("numbers", ["(1) (2) (3) (4) (5) (6) (7) (8)", "1 2 3 4 5 6 7 8", "1 2 3 4 6 6 7 8"])
def test_a_row_of_column_numbers_is_no_step(sop, numbers):
    read = sop(table(tuple(numbers.split()), ("1", "Mencatat", "v", "", "", "1 jam", "Buku", "")))
    assert [step.kegiatan for step in read.langkah] == ["Mencatat"]


def test_a_table_goes_on_after_a_break_with_and_without_a_repeated_heading(sop):
    one, two, three = (
        ("1", "Mencatat", "v", "", "Buku", "1 jam", "Buku", ""),
        ("2", "Memeriksa", "", "v", "Buku", "2 jam", "Buku", ""),
        ("3", "Menyimpan", "v", "", "Buku", "3 jam", "Buku", ""),
    )
    read = sop("\n\n".join((table(one), tabs([two]), tabs([HEAD, BELOW, three]))))
    assert [step.kegiatan for step in read.langkah] == ["Mencatat", "Memeriksa", "Menyimpan"]
    assert [step.nomor for step in read.langkah] == [None, None, None]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1.", "2.", "3."), (None, None, None)),
        (("1", "2", "4"), ("1", "2", "4")),
        (("1", "2", "2"), ("1", "2", "2")),
        (("1)", "2)", "3)"), (None, None, None)),
    ],
)
def test_printed_numbers_are_kept_where_they_do_not_count(sop, numbers, expected):
    rows = [(number, f"Mencatat {number}", "v", "", "", "1 jam", "Buku", "") for number in numbers]
    assert tuple(step.nomor for step in sop(table(*rows)).langkah) == expected


def test_a_row_without_number_that_goes_on_in_mid_sentence_belongs_to_the_step_above(sop):
    read = sop(
        table(
            ("1", "Mencatat buku dan", "v", "", "", "1 jam", "Buku", ""),
            ("", "menyimpannya", "", "", "Rak", "", "", ""),
        )
    )
    (step,) = read.langkah
    assert (step.kegiatan, step.mutu_baku.kelengkapan) == ("Mencatat buku dan menyimpannya", ("Rak",))


def test_kelengkapan_in_the_last_role_column_is_put_right_and_told(take):
    (draft,) = take(table(("1", "Mencatat", "", "formulir", "", "1 jam", "Buku", "")))
    (step,) = draft.steps
    assert [value.text for value in step.kelengkapan] == ["formulir"]
    assert "dipindahkan ke kelengkapan" in step.doubts[0].id


def test_a_row_shifted_to_the_right_is_put_back_and_told(take):
    (draft,) = take(table(("1", "Mencatat", "v", "", "", "formulir", "1 jam", "Buku")))
    (step,) = draft.steps
    assert ([v.text for v in step.kelengkapan], step.waktu.text, [v.text for v in step.output]) == (
        ["formulir"],
        "1 jam",
        ["Buku"],
    )
    assert step.doubts


def test_stray_words_in_a_role_column_are_listed_as_unused(take):
    (draft,) = take(table(("1", "Mencatat", "untuk", "v", "formulir", "1 jam", "Buku", "")))
    assert [unused.text for unused in draft.unused] == ["Staf: untuk"]


def test_roles_are_found_without_the_heading_pelaksana(sop):
    read = sop(
        table(
            ("1", "Mencatat", "v", "", "", "1 jam", "Buku", ""),
            head=("No", "Kegiatan", "", "", "Mutu Baku", "", "", "Ket."),
        )
    )
    assert [role.nama for role in read.pelaksana.values()] == ["Staf", "Kepala"]


def test_names_in_a_single_column_are_the_roles(sop):
    rows = [
        ("No", "Uraian", "Pelaksana", "Waktu", "Output"),
        ("1", "Mencatat", "Staf", "1 jam", "Buku"),
        ("2", "Memeriksa", "Kepala Seksi", "1 jam", "Buku"),
    ]
    read = sop("Nama SOP\tUji\n\n" + tabs(rows))
    assert [step.pelaksana.kunci for step in read.langkah] == [("staf",), ("kepala_seksi",)]


def test_a_table_without_kelengkapan_is_read(sop):
    rows = [
        ("No", "Kegiatan", "Staf", "Kepala", "Waktu", "Output"),
        ("1", "Mencatat", "v", "", "1 jam", "Buku"),
    ]
    (step,) = sop("Nama SOP\tUji\n\n" + tabs(rows)).langkah
    assert (step.mutu_baku.kelengkapan, step.mutu_baku.waktu.text, step.pelaksana.kunci) == (
        (),
        "1 jam",
        ("staf",),
    )


def test_several_sops_in_one_file_become_several(sops):
    other = sheet().replace("Peminjaman Buku", "Pengembalian Buku").replace("045/12", "046/12")
    first, second = sops(sheet() + "\n\n" + other)
    sheets.check(first)
    assert (second.nama, second.nomor, second.instansi.unit) == (
        "Pengembalian Buku",
        "046/12/2024",
        "BIDANG LAYANAN",
    )
    assert len(second.langkah) == 3


def test_a_head_repeated_on_the_next_page_begins_no_new_sop(sops):
    rows = list(sheets.procedure())
    text = "\n\n".join((sheet(rows[:4]), tabs(sheets.IDENTITY), tabs([*rows[:2], rows[4]])))
    (one,) = sops(text)
    assert [step.kegiatan for step in one.langkah] == [step[1] for step in sheets.STEPS]


def test_tables_that_count_anew_are_one_sop_only_without_split(sops):
    row = ("1", "Mencatat", "v", "", "", "1 jam", "Buku", "")
    text = table(row) + "\n\n" + tabs([HEAD, BELOW, row])
    assert len(sops(text)) == 1
    assert len(sops(text, everywhere=True)) == 2


def test_a_section_without_label_below_peringatan_is_taken_for_pencatatan_and_doubted(take):
    (draft,) = take(
        "Nama SOP\tUji\nPeringatan\tAwas\n\tBuku induk\n\n"
        + tabs([HEAD, BELOW, ("1", "Mencatat", "v", "", "", "1 jam", "Buku", "")])
    )
    (value,) = draft.identity["pencatatan"]
    assert value.text == "Buku induk"
    assert value.why is not None


def test_a_time_that_cannot_be_read_is_kept_and_doubted(take):
    (draft,) = take(table(("1", "Mencatat", "v", "", "", "secepatnya sekali", "Buku", "")))
    assert draft.steps[0].waktu.text == "secepatnya sekali"
    assert draft.steps[0].waktu.why is not None


def test_the_place_of_a_value_is_its_line(take):
    (draft,) = take(
        "\n\nNomor SOP\t7\nNama SOP\tUji\n\n"
        + tabs([HEAD, BELOW, ("1", "Mencatat", "v", "", "", "1 jam", "Buku", "")])
    )
    assert draft.identity["nama"][0].place.row == 4
    assert draft.steps[0].place.row == 8


def test_text_that_is_no_sop_is_refused_in_one_sentence(take):
    with pytest.raises(SopkitError, match="no SOP could be read"):
        take("Yth. Bapak Kepala\n\nMohon izin cuti.")


def test_binary_data_is_no_text(take):
    with pytest.raises(SopkitError, match="not a text"):
        take(b"\x00\x01\x02")


CELL = st.sampled_from(
    [
        "",
        "",
        "1",
        "2.",
        "No",
        "Kegiatan",
        "Pelaksana",
        "Mutu Baku",
        "Waktu (menit)",
        "Output",
        "Kelengkapan",
        "Nama SOP",
        "Nomor SOP :",
        "Disahkan oleh",
        "NIP. 1970",
        "Dasar Hukum",
        "Mencatat buku",
        "Staf",
        "√",
        "10",
        "1 jam",
        "a. x b. y",
        "(1)",
        ":",
        "Peringatan",
        "<p>",
        "**",
    ]
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=8), max_size=14), st.booleans())
def test_whatever_stands_in_a_table_gives_drafts_that_load_or_one_sentence(rows, everywhere):
    data = "\n".join("\t".join(row) for row in rows).encode()
    try:
        found = drafts(read_source(data, "surat.txt"), KNOWLEDGE, everywhere=everywhere)
    except SopkitError:
        return
    for draft in found:
        assert load_bytes("draf", draft_yaml(draft).encode()).findings == ()


WORD = st.text("abcdefghij", min_size=2, max_size=8)
PHRASE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


@given(
    st.lists(
        st.tuples(PHRASE, st.integers(0, 2), PHRASE, st.integers(1, 90), PHRASE), min_size=1, max_size=12
    ),
    st.sampled_from(["Waktu", "Waktu (menit)"]),
)
def test_the_rows_of_any_table_come_back(rows, waktu):
    unit = "" if "(" in waktu else " menit"
    lines = [
        ("No", "Kegiatan", "Pelaksana", "", "", "Mutu Baku", "", "", "Ket"),
        ("", "", "Juru Tulis", "Juru Arsip", "Juru Ketik", "Kelengkapan", waktu, "Output", ""),
    ]
    for number, (task, role, need, minutes, output) in enumerate(rows, start=1):
        marks = ["v" if role == column else "" for column in range(3)]
        lines.append((str(number), f"Menata {task}", *marks, need, f"{minutes}{unit}", output, ""))
    (draft,) = drafts(read_source(("Nama SOP\tUji\n\n" + tabs(lines)).encode(), "a.txt"), KNOWLEDGE)
    assert [step.kegiatan.text for step in draft.steps] == [f"Menata {row[0]}" for row in rows]
    assert [step.roles for step in draft.steps] == [
        (("juru_tulis", "juru_arsip", "juru_ketik")[row[1]],) for row in rows
    ]
    assert [step.waktu.text for step in draft.steps] == [f"{row[3]} menit" for row in rows]
    assert [[value.text for value in step.output] for step in draft.steps] == [[row[4]] for row in rows]


@pytest.mark.parametrize("count", [2, 3, 40])
def test_headings_right_below_each_other_are_read_once_each(count):
    row = "No\tKegiatan\tPelaksana\tWaktu\tOutput\n"
    found = drafts(
        read_source((row * count + "1\tMenyusun\tCamat\t5 menit\tDraf").encode(), "a.txt"), KNOWLEDGE
    )
    assert [[step.kegiatan.text for step in draft.steps] for draft in found] == [["Menyusun"]]
