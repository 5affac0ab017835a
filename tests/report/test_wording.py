import pytest

from sopkit.diagnostics import Severity
from sopkit.report.wording import summary


@pytest.mark.parametrize(
    ("language", "files", "severities", "line"),
    [
        ("id", 7, [], "7 berkas diperiksa: tidak ada temuan."),
        ("en", 7, [], "7 files checked: no findings."),
        ("en", 1, [], "1 file checked: no findings."),
        ("en", 0, [], "0 files checked: no findings."),
        ("id", 1, [Severity.WARNING], "1 berkas diperiksa: 0 galat, 1 peringatan, 0 catatan."),
        ("en", 2, [Severity.ERROR, Severity.INFO], "2 files checked: 1 error, 0 warnings, 1 info."),
        (
            "en",
            2,
            [Severity.ERROR] * 2 + [Severity.INFO] * 3,
            "2 files checked: 2 errors, 0 warnings, 3 info.",
        ),
    ],
)
def test_the_summary_counts_files_and_findings(
    make_finding, make_result, *, language, files, severities, line
):
    findings = [make_finding(severity=severity) for severity in severities]
    names = tuple(f"{number}.yaml" for number in range(files))
    assert summary(make_result(*findings, files=names, language=language)) == line
