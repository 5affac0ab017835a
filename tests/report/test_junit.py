from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.printable import legal_xml, visible
from sopkit.report.junit import render_junit
from sopkit.report.wording import severity_word

EXPECTED = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sopkit" tests="3" failures="1" errors="0">
  <testsuite name="sops/a.yaml" tests="1" failures="1" errors="0">
    <testcase classname="sops/a.yaml" name="ALR001 rujukan-buntu langkah[0].keputusan.tidak.ke" file="sops/a.yaml">
      <failure message="Langkah “susun” tidak ada." type="error">sops/a.yaml:7:19: galat[ALR001] Langkah “susun” tidak ada.
7 |       tidak: {ke: susun}
  |                   ^^^^^
  = lihat: sops/a.yaml:4:9: mungkin ini
  = bantuan: Sebutkan id yang ada,
             misalnya periksa.</failure>
    </testcase>
    <system-out>sops/a.yaml:1:1: catatan[IDN008] Unit tidak disebut.
1 | nama: Contoh
  | ^</system-out>
  </testsuite>
  <testsuite name="sops/b.yaml" tests="1" failures="0" errors="0">
    <testcase classname="sops/b.yaml" name="sops/b.yaml" file="sops/b.yaml" />
    <system-out>sops/b.yaml:3:5: peringatan[TGL005] Tanggal ini hari Minggu.</system-out>
  </testsuite>
  <testsuite name="sops/c.yaml" tests="1" failures="0" errors="0">
    <testcase classname="sops/c.yaml" name="sops/c.yaml" file="sops/c.yaml" />
  </testsuite>
</testsuites>
"""


def read(xml):
    return ET.fromstring(xml)  # noqa: S314 - our own output


def failures(result):
    return [case.get("name") for case in read(render_junit(result)).iter("testcase") if len(case)]


def test_a_suite_for_each_file_with_failures_and_milder_findings_as_output(three):
    assert render_junit(three) == EXPECTED


def test_fail_on_decides_what_is_a_failure(three):
    assert failures(three._replace(fail_on=Severity.WARNING)) == [
        "ALR001 rujukan-buntu langkah[0].keputusan.tidak.ke",
        "TGL005 bukan-hari-kerja tanggal.efektif",
    ]
    assert failures(three._replace(fail_on=Severity.INFO))[0] == "IDN008 unit-kosong"


def test_cases_of_one_rule_at_one_path_have_different_names(make_finding, make_result, make_span):
    again = [make_finding(path=("nomor",)), make_finding(path=("nomor",), span=make_span(8, 1, 2))]
    assert failures(make_result(*again)) == ["ALR001 rujukan-buntu nomor", "ALR001 rujukan-buntu nomor #2"]


def test_a_finding_in_a_file_that_was_not_listed_gets_a_suite_at_the_end(make_finding, make_result):
    root = read(render_junit(make_result(make_finding(file="z.yaml"), files=("a.yaml",))))
    assert [suite.get("name") for suite in root] == ["a.yaml", "z.yaml"]


ODD = st.lists(st.characters() | st.sampled_from("<>&\"'\n\r\t\x00\x0b\ufffe\udcff]")).map("".join)


@given(file=ODD, message=ODD, severity=st.sampled_from(Severity))
def test_any_name_and_any_message_read_back_from_the_xml(make_finding, make_result, file, message, severity):
    finding = make_finding(file=file, message=Text(id=message, en=""), severity=severity)
    (suite,) = read(render_junit(make_result(finding, sources={})).encode("utf-8"))
    assert suite.get("name") == legal_xml(file)
    if severity is Severity.ERROR:
        assert suite.find("testcase/failure").get("message") == legal_xml(message)
    else:
        word = severity_word(severity, "id")
        head = f"{visible(file)}:7:19: {word}[ALR001] {visible(message)}"
        assert suite.find("system-out").text == legal_xml(head)
