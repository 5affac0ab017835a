import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import Text
from sopkit.printable import visible
from sopkit.report.github import render_github
from sopkit.report.location import repository_path

EXPECTED = """\
::notice file=sops/a.yaml,line=1,col=1,endLine=1,endColumn=1,title=IDN008 unit-kosong::Unit tidak disebut.
::error file=sops/a.yaml,line=7,col=19,endLine=7,endColumn=24,title=ALR001 rujukan-buntu::Langkah “susun” tidak ada.%0ASebutkan id yang ada,%0Amisalnya periksa.
::warning file=sops/b.yaml,line=3,col=5,endLine=4,title=TGL005 bukan-hari-kerja::Tanggal ini hari Minggu.
"""


def test_each_finding_is_one_command_with_help_and_end_column_only_on_one_line(three):
    assert render_github(three) == EXPECTED


def test_the_message_is_in_the_language_chosen(three):
    last = render_github(three._replace(language="en")).splitlines()[-1]
    assert last.endswith("::This date is a Sunday.")


def test_a_clean_result_prints_nothing(make_result):
    assert render_github(make_result()) == ""


@pytest.mark.parametrize(
    ("file", "message", "expected"),
    [
        ("100%,a:b.yaml", "100%: a, b", "file=100%25%2Ca%3Ab.yaml,|100%25: a, b"),
        ("a\r\nb.yaml", "a\r\n::error::b", "file=a%0D%0Ab.yaml,|a%0D%0A::error::b"),
        ("./sops//a.yaml", "%0A", "file=sops/a.yaml,|%250A"),
    ],
)
def test_marks_of_the_command_are_escaped(make_finding, make_result, file, message, expected):
    line = render_github(make_result(make_finding(file=file, message=Text(id=message, en=""))))
    properties, text = expected.split("|")
    assert line.startswith(f"::error {properties}line=7,")
    assert line.endswith(f"::{text}\n")


def parse(line):
    """Read a command the way the runner does: properties up to the next "::", then the message; unescape last."""
    head, message = line.removeprefix("::").split("::", 1)
    command, properties = head.split(" ", 1)
    pairs = (pair.split("=", 1) for pair in properties.split(","))
    return command, {key: unescape(value) for key, value in pairs}, unescape(message)


def unescape(text):
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def shown(text):
    """What steers a terminal or hides is written out; line ends are the runner's."""
    return "".join(char if char in "\r\n" else visible(char) for char in text)


def test_a_log_cannot_be_steered(make_finding, make_result):
    report = render_github(
        make_result(make_finding(file="\x1b[2J.yaml", message=Text(id="a\u202eb\x07", en="")))
    )
    assert "file=\\x1b[2J.yaml" in report
    assert report.endswith("::a\\u202eb\\x07\n")


ODD = st.lists(st.characters() | st.sampled_from("%:,\r\n=0A3CD25\udcff")).map("".join)


@given(file=ODD.filter(bool), message=ODD)
def test_a_runner_reads_back_file_and_message_from_one_line(make_finding, make_result, file, message):
    report = render_github(make_result(make_finding(file=file, message=Text(id=message, en=""))))
    (line, rest) = report.split("\n")
    assert rest == ""
    command, properties, text = parse(line)
    assert (command, properties["file"], text) == ("error", shown(repository_path(file)), shown(message))
    assert list(properties) == ["file", "line", "col", "endLine", "endColumn", "title"]
