"""One small SOP with one finding of each severity, and builders of findings and results for all report tests."""

from __future__ import annotations

import pytest

from sopkit.diagnostics import Finding, Label, Severity
from sopkit.errors import Text
from sopkit.report import CheckResult, RuleInfo
from sopkit.source import Position, SourceFile, Span

SOURCE = """\
nama: Contoh
langkah:
  - kegiatan: Memeriksa rancangan
    id: periksa
    keputusan:
      ya: 3
      tidak: {ke: susun}
"""


def span(line, column, end_column, end_line=None):
    return Span(Position(line, column), Position(end_line or line, end_column))


def finding(**changes):
    values = {
        "file": "sops/a.yaml",
        "code": "ALR001",
        "name": "rujukan-buntu",
        "severity": Severity.ERROR,
        "message": Text(id="Langkah “susun” tidak ada.", en="There is no step “susun”."),
        "path": ("langkah", 0, "keputusan", "tidak", "ke"),
        "span": span(7, 19, 24),
    }
    return Finding(**(values | changes))


def result(*findings, **changes):
    files = tuple(dict.fromkeys(f.file for f in findings)) or ("sops/a.yaml",)
    values = {
        "files": files,
        "findings": findings,
        "sources": {"sops/a.yaml": SourceFile("sops/a.yaml", SOURCE)},
    }
    return CheckResult(**(values | changes))


RULES = (
    RuleInfo(
        "ALR001",
        "rujukan-buntu",
        Severity.ERROR,
        Text(id="Rujukan ke langkah yang tidak ada", en="Reference to no step"),
        "https://example.org/aturan/ALR001",
    ),
    RuleInfo("IDN008", "unit-kosong", Severity.INFO, Text(id="Unit tidak disebut", en="Unit not named")),
)


@pytest.fixture(scope="session")
def make_span():
    return span


@pytest.fixture(scope="session")
def make_finding():
    return finding


@pytest.fixture(scope="session")
def make_result():
    return result


@pytest.fixture(scope="session")
def three():
    """A finding with all there is to it, one without anything, and one in a second file that has no source."""
    full = finding(
        step="1",
        help=Text(
            id="Sebutkan id yang ada,\nmisalnya periksa.", en="Name an id that exists,\nsuch as periksa."
        ),
        related=(Label("sops/a.yaml", span(4, 9, 16), Text(id="mungkin ini", en="perhaps this one")),),
    )
    bare = finding(
        code="IDN008",
        name="unit-kosong",
        severity=Severity.INFO,
        message=Text(id="Unit tidak disebut.", en="The unit is not named."),
        path=(),
        span=span(1, 1, 1),
    )
    elsewhere = finding(
        file="sops/b.yaml",
        code="TGL005",
        name="bukan-hari-kerja",
        severity=Severity.WARNING,
        message=Text(id="Tanggal ini hari Minggu.", en="This date is a Sunday."),
        path=("tanggal", "efektif"),
        span=span(3, 5, 2, end_line=4),
    )
    return result(bare, full, elsewhere, files=("sops/a.yaml", "sops/b.yaml", "sops/c.yaml"), rules=RULES)
