import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit import report
from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.report import REPORTERS

ODD = st.lists(st.characters() | st.sampled_from("\n\r\x00\x1b\u202e\udcff\ud800%:,<&]")).map("".join)


def test_the_table_names_the_formats_in_the_order_of_the_help():
    assert list(REPORTERS) == ["text", "json", "sarif", "github", "gitlab", "junit"]


def test_every_format_has_a_module_of_its_own():
    modules = {function.__module__.rpartition(".")[2] for function in REPORTERS.values()}
    assert len(modules) == len(REPORTERS)
    assert modules <= {module.name for module in pkgutil.iter_modules(report.__path__)}


@pytest.mark.parametrize("name", REPORTERS)
def test_the_same_result_gives_the_same_bytes(three, name):
    assert REPORTERS[name](three).encode("utf-8") == REPORTERS[name](three).encode("utf-8")


@given(
    name=st.sampled_from(list(REPORTERS)),
    file=ODD,
    message=ODD,
    key=ODD,
    language=st.sampled_from(["id", "en"]),
)
def test_every_report_can_be_written_as_utf_8(
    make_finding, make_result, *, name, file, message, key, language
):
    finding = make_finding(
        file=file, message=Text(id=message, en=message), path=(key,), help=Text(id=key, en=key)
    )
    assert REPORTERS[name](make_result(finding, language=language)).encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize(
    ("fail_on", "failed"), [(Severity.INFO, True), (Severity.WARNING, True), (Severity.ERROR, False)]
)
def test_a_result_fails_when_a_finding_is_at_or_above_fail_on(make_finding, make_result, fail_on, failed):
    result = make_result(make_finding(severity=Severity.WARNING), fail_on=fail_on)
    assert result.failed is failed
