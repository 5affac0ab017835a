from __future__ import annotations

from sopkit.report.times import TimesOptions
from sopkit.report.times.markdown import render_markdown


def test_one_sop_is_a_section_with_tables(make_timed, parallel, golden):
    golden("text/laporan.md", render_markdown([make_timed(parallel, deadline="3 jam")], TimesOptions()))


def test_a_table_holds_whatever_a_document_says(make_timed, linear):
    text = linear.replace("Menerima surat", '"a | b <script> *x*\\n```"')
    lines = render_markdown([make_timed(text)], TimesOptions()).split("\n")
    row = next(line for line in lines if line.startswith("| 1"))
    assert row.replace("\\|", "").count("|") == 9
    assert "<script>" not in row
    assert "`" not in row.replace("\\`", "")


def test_many_are_one_table(make_timed):
    text = render_markdown([make_timed(file="a.yaml"), make_timed(file="b.yaml")], TimesOptions(detail=False))
    assert text.split("\n")[:3] == [
        "| Berkas | Nama SOP | Jumlah | Kritis |",
        "| --- | --- | ---: | ---: |",
        "| a.yaml | Surat | 570 | 570 |",
    ]
