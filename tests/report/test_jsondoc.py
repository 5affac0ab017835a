import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import Text
from sopkit.printable import well_formed
from sopkit.report.jsondoc import render_json, step_number

EXPECTED = """\
{
  "version": 1,
  "files": 1,
  "findings": [
    {
      "file": "sops/a.yaml",
      "code": "ALR001",
      "name": "rujukan-buntu",
      "severity": "error",
      "message": "Langkah “susun” tidak ada.",
      "path": [
        "langkah",
        0,
        "keputusan",
        "tidak",
        "ke"
      ],
      "line": 7,
      "column": 19,
      "end_line": 7,
      "end_column": 24,
      "step": 1,
      "help": "Sebutkan id yang ada."
    }
  ]
}
"""


def test_one_finding_prints_exactly_the_promised_keys(make_finding, make_result):
    finding = make_finding(step="1", help=Text(id="Sebutkan id yang ada.", en="Name an id that exists."))
    assert render_json(make_result(finding)) == EXPECTED


def test_messages_are_in_the_language_chosen_and_severities_are_not(three):
    findings = json.loads(render_json(three._replace(language="en")))["findings"]
    assert [(f["severity"], f["message"]) for f in findings] == [
        ("info", "The unit is not named."),
        ("error", "There is no step “susun”."),
        ("warning", "This date is a Sunday."),
    ]


def test_what_a_finding_lacks_is_null(make_finding, make_result):
    (entry,) = json.loads(render_json(make_result(make_finding())))["findings"]
    assert entry["step"] is None
    assert entry["help"] is None


def test_a_clean_result_has_an_empty_list(make_result):
    assert json.loads(render_json(make_result())) == {"version": 1, "files": 1, "findings": []}


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (None, None),
        ("0", 0),
        ("12", 12),
        ("09", "09"),
        ("3a", "3a"),
        ("1.10", "1.10"),
        ("-1", "-1"),
        ("1\n", "1\n"),
        ("٣", "٣"),
        ("", ""),
        ("9" * 16, "9" * 16),
    ],
)
def test_a_step_is_an_integer_only_when_it_reads_the_same_as_one(printed, expected):
    value = step_number(printed)
    assert (value, type(value)) == (expected, type(expected))


ODD = st.lists(st.characters() | st.sampled_from('"\\\n\u2028\udcff\ud800\x00')).map("".join)


@given(file=ODD, message=ODD, key=ODD)
def test_every_text_comes_back_and_the_whole_is_utf_8(make_finding, make_result, file, message, key):
    report = render_json(make_result(make_finding(file=file, message=Text(id=message, en=""), path=(key, 3))))
    (entry,) = json.loads(report.encode("utf-8"))["findings"]
    json_escaped = [well_formed(text) for text in (file, message, key)]
    assert [entry["file"], entry["message"], entry["path"][0]] == json_escaped
