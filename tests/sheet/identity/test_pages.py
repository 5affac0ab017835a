from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import content_of

from sopkit.errors import SopkitError
from sopkit.sheet.content import Section
from sopkit.sheet.identity.head import Span
from sopkit.sheet.identity.pages import place_identity
from sopkit.sheet.model import CellKind
from sopkit.sheet.picture import Picture

PLAIN = content_of(
    "sopkit: 1\nnama: Uji\nnomor: 1/2024\ninstansi: {pemerintah: Pemerintah Kota Contoh, unit: Bagian Umum}\n"
    "disahkan_oleh: {jabatan: Kepala, nama: Nama Pejabat, nip: '196706061992021001'}\nlangkah: [{kegiatan: a}]\n"
).identity
SPAN = Span(12_000, 272_500)
TOP, BOTTOM = 12_000, 196_000


def placed(*sections):
    pairs = tuple((Section("Dasar Hukum", left), Section("Peralatan", right)) for left, right in sections)
    return place_identity(replace(PLAIN, sections=pairs), SPAN, TOP, BOTTOM)


def texts(cell):
    return "".join(
        "".join(line.text for line in ([p.marker] if p.marker else []) + list(p.lines))
        for p in cell.paragraphs
    ).replace(" ", "")


ENTRIES = st.lists(
    st.text(st.sampled_from("kata panjang"), min_size=1, max_size=400).map(str.strip), max_size=25
)


@given(st.lists(st.tuples(ENTRIES, ENTRIES), min_size=1, max_size=3))
def test_no_entry_is_lost_and_nothing_goes_over_the_foot_of_a_page(sections):
    pages = placed(*sections)
    cells = [cell for page in pages for cell in page.cells if cell.kind is CellKind.SECTION]
    for side, x in ((0, SPAN.x), (1, max(cell.x for cell in cells))):
        wanted = [
            f"{i}.{entry}" if len(pair[side]) > 1 else entry
            for pair in sections
            for i, entry in enumerate(pair[side], 1)
        ]
        assert "".join(map(texts, (cell for cell in cells if cell.x == x))) == "".join(wanted).replace(
            " ", ""
        )
    assert all(TOP < page.bottom <= BOTTOM for page in pages)
    assert all(cell.y + cell.h <= page.bottom for page in pages for cell in page.cells)


def test_a_long_list_goes_on_under_its_heading_on_the_next_page():
    _, second = placed(([f"Peraturan nomor {i} " * 8 for i in range(20)], ["ATK"]))
    left, right = (cell for cell in second.cells if cell.kind is CellKind.SECTION_HEADING)
    assert texts(left) == "DASARHUKUM(lanjutan)"
    assert texts(right) == ""


def test_a_short_pair_is_not_divided_but_goes_to_the_next_page_whole():
    pages = placed((["x"] * 26, []), (["y"] * 6, ["z"]))
    assert [texts(cell) for cell in pages[1].cells] == ["DASARHUKUM", "1.y2.y3.y4.y5.y6.y", "PERALATAN", "z"]


def test_between_the_office_and_the_name_is_room_for_signature_and_stamp():
    (page,) = placed(([], []))
    (cell,) = (cell for cell in page.cells if cell.kind is CellKind.APPROVAL)
    office, name, nip = cell.paragraphs
    assert name.lines[0].y - office.lines[0].y > 20_000
    assert name.style.underline
    assert nip.lines[0].text == "NIP 19670606 199202 1 001"


def test_the_logo_stands_above_the_agency():
    logo = Picture("image/png", b"")
    page = place_identity(replace(PLAIN, logo=logo), SPAN, TOP, BOTTOM)[0]
    (picture,) = page.pictures
    agency = next(cell for cell in page.cells if cell.kind is CellKind.AGENCY)
    assert agency.y < picture.y
    assert picture.y + picture.h < agency.paragraphs[0].lines[0].y
    assert picture.x + picture.w // 2 == agency.x + agency.w // 2


def test_a_name_longer_than_a_page_is_an_error():
    endless = replace(PLAIN, title=replace(PLAIN.title, lines=("nama panjang " * 500,)))
    with pytest.raises(SopkitError, match="identity block"):
        place_identity(endless, SPAN, TOP, BOTTOM)
