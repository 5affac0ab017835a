"""Many sheets in one file: the list in front of them, its links, numbers of pages, bookmarks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sopkit.render.pdf import combine_pdf, info_of
from sopkit.sheet.layout import layout
from sopkit.sheet.paper import LayoutOptions

TEXT = "sopkit: 1\nnomor: '{number}'\nnama: {name}\npelaksana: {{a: Staf}}\nlangkah: [{{kegiatan: Satu, pelaksana: a}}]\n"


@pytest.fixture
def parts(sheet):
    """`parts(3, name=...)`: that many sheets of two pages each, each with its info."""

    def build(count, name="Nama {}", **options):
        contents = [sheet(TEXT.format(number=f"{i}/2025", name=name.format(i))) for i in range(1, count + 1)]
        return [(layout(content, LayoutOptions(**options)), info_of(content)) for content in contents]

    return build


def test_the_list_names_number_title_and_page_of_each_sheet(parts, read):
    pdf = read(combine_pdf(parts(3)))
    rows = [line["text"] for line in pdf.pages[0].extract_text_lines()]
    assert rows == [
        "Daftar SOP · 1",
        "Daftar SOP",
        "Nomor SOP Nama SOP Halaman",
        "1/2025 Nama 1 2",
        "2/2025 Nama 2 4",
        "3/2025 Nama 3 6",
    ]


def test_each_entry_of_the_list_leads_to_the_page_that_it_names(parts, read):
    pdf = read(combine_pdf(parts(3)))
    words = {word["text"]: word for word in pdf.pages[0].extract_words()}
    for (box, page), number in zip(pdf.links(0), ("1/2025", "2/2025", "3/2025"), strict=True):
        middle = (words[number]["top"] + words[number]["bottom"]) / 2 * 25_400 / 72
        assert box[1] < middle < box[3]
        assert number in pdf.text(page - 1)
        assert f"Halaman 1 dari 2Daftar SOP · {page}" in pdf.text(page - 1)


def test_a_long_list_goes_on_to_more_pages_and_counts_them(parts, read):
    pdf = read(combine_pdf(parts(40)))
    listed = [number for number in range(len(pdf.pages)) if pdf.links(number)]
    assert listed == [0, 1]
    links = [page for number in listed for _, page in pdf.links(number)]
    assert links == [3 + 2 * i for i in range(40)]
    assert all("Nomor SOP" in pdf.text(number) for number in listed)
    page = pdf.pages[0]
    assert max(char["bottom"] for char in page.chars) < page.height - 28


def test_long_names_are_broken_and_keep_clear_of_the_next_entry(parts, read):
    pdf = read(combine_pdf(parts(3, name="Nama {} " + "yang panjang " * 30)))
    boxes = [box for box, _ in pdf.links(0)]
    assert boxes[0][3] - boxes[0][1] > 10_000
    assert all(before[3] == pytest.approx(after[1], abs=50) for before, after in pairwise(boxes))


def test_pages_keep_their_own_count_and_have_that_of_the_file_besides(parts, read):
    pdf = read(combine_pdf(parts(2), "Kumpulan"))
    ends = [pdf.text(number)[-len("Halaman 1 dari 2Kumpulan · 2") :] for number in range(1, 5)]
    assert ends == [
        "Halaman 1 dari 2Kumpulan · 2",
        "Halaman 2 dari 2Kumpulan · 3",
        "Halaman 1 dari 2Kumpulan · 4",
        "Halaman 2 dari 2Kumpulan · 5",
    ]


def test_bookmarks_have_a_level_for_the_sheets(parts, read):
    pdf = read(combine_pdf(parts(2)))
    assert [entry[:3] for entry in pdf.outline] == [
        (1, "Daftar SOP", 1),
        (1, "1/2025 · Nama 1", 2),
        (2, "Identitas", 2),
        (2, "Halaman 2 dari 2", 3),
        (3, "1. Satu", 3),
        (1, "2/2025 · Nama 2", 4),
        (2, "Identitas", 4),
        (2, "Halaman 2 dari 2", 5),
        (3, "1. Satu", 5),
    ]


def test_the_file_has_the_title_given_and_each_agency_once(rich, parts, read):
    one = layout(rich), info_of(rich)
    pdf = read(combine_pdf([one, *parts(1), one], "Kumpulan SOP"))
    assert pdf.file.metadata["Title"] == "Kumpulan SOP"
    assert pdf.file.metadata["Author"] == "KOTA CONTOH, DINAS CONTOH"


def test_sheets_on_different_paper_keep_it(parts, read):
    pdf = read(combine_pdf([*parts(1, paper="A4"), *parts(1, paper="F4")]))
    widths = [round(pdf.size(number)[0], -2) for number in range(5)]
    assert widths == [297_000, 297_000, 297_000, 330_000, 330_000]


def test_the_same_sheets_give_the_same_bytes(parts):
    assert combine_pdf(parts(3)) == combine_pdf(parts(3))
