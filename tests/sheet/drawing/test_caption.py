import pytest

from sopkit.sheet.drawing.caption import caption_text, label_style, measure_label

WIDE, NARROW = 24_000, 13_000


@pytest.mark.parametrize(("column", "size"), [(WIDE, 70), (16_000, 70), (15_000, 65), (NARROW, 60)])
def test_labels_are_small_only_where_columns_are_narrow(column, size):
    assert label_style(["Ya", "Tidak"], column).size == size


def test_all_labels_of_a_sheet_have_one_size():
    style = label_style(["Ya", "Tidak"], NARROW)
    assert {measure_label(text, NARROW, style).style for text in ("Ya", "Tidak")} == {style}


def test_a_label_that_fits_half_a_column_in_no_size_makes_the_others_no_smaller():
    assert label_style(["Dikembalikan", "Ya"], NARROW) == label_style(["Ya"], NARROW)


def test_without_labels_the_size_is_the_usual_one():
    assert label_style([], NARROW).size == 70


def test_a_long_label_is_broken_into_lines():
    label = measure_label("Berkas sudah lengkap", WIDE, label_style([], WIDE))
    assert (label.text, label.lines) == ("Berkas sudah lengkap", ("Berkas sudah", "lengkap"))


@pytest.mark.parametrize(
    ("pages", "inward", "text"),
    [((3,), False, "ke h. 3"), ((1, 2, 3, 5), True, "dari h. 1–3, 5"), ((1, 2), True, "dari h. 1, 2")],
)
def test_a_caption_tells_direction_and_pages(pages, inward, text):
    assert caption_text(pages, inward=inward) == text
