"""What every hostile text goes through: all commands that read SOPs and all their writers, in one process."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from sopkit.app.check import CheckOptions, Input, check
from sopkit.app.drawing import Job, Task, draw
from sopkit.app.duration import DurationOptions, time_sop
from sopkit.app.fix import fix
from sopkit.app.project import Project
from sopkit.config import Settings
from sopkit.files import InputFile
from sopkit.lint.knowledge import Knowledge
from sopkit.load.loading import load_bytes
from sopkit.report import REPORTERS
from sopkit.report.times import TIME_REPORTERS, TimesOptions
from sopkit.report.times.page import render_page
from sopkit.report.times.svg import render_svg
from sopkit.timing.analysis import AnalysisOptions
from sopkit.timing.settings import work_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopkit.diagnostics import Finding

PROJECT = Project(Settings(), Knowledge())
RULES = work_rules(PROJECT.settings)
DRAWN = ("html", "md", "json")
# few runs: the simulation is the same code in each of them
OPTIONS = DurationOptions(AnalysisOptions(runs=50))


def go(data: bytes, *, every_format: bool = False, sheets: tuple[str, ...] = DRAWN) -> tuple[Finding, ...]:
    loaded = load_bytes("uji.yaml", data)
    result = check([Input("uji.yaml", data, 0)], PROJECT, CheckOptions())
    assert [found.message.en for found in result.findings if found.code == "SOP000"] == []
    assert loaded.sop is not None or any(found.severity.rank == 2 for found in loaded.findings)
    for found in result.findings:
        assert 1 <= found.span.start.line <= found.span.end.line
        assert found.message.id
        assert found.message.en
    for name, report in REPORTERS.items():
        if every_format or name in {"text", "json"}:
            report(result).encode("utf-8")
    fix(Input("uji.yaml", data, 0), PROJECT, CheckOptions(), unsafe=True)
    if loaded.sop is None:
        return result.findings
    timed = time_sop("uji.yaml", loaded.sop, RULES, OPTIONS)
    for name, tell in TIME_REPORTERS.items():
        if every_format or name in {"text", "json"}:
            tell([timed], TimesOptions()).encode("utf-8")
    if every_format:
        render_svg(timed, "id").encode("utf-8")
        render_page([timed], TimesOptions()).encode("utf-8")
    draw(Task(InputFile("uji.yaml"), data, PurePosixPath("uji"), Job(sheets), None, None))
    return result.findings


@pytest.fixture(scope="session")
def whole_way() -> Callable[..., tuple[Finding, ...]]:
    """Send bytes through load, check, every report, the mending, duration and the sheets; the findings come back.

    Fails when a rule crashes, when a file is no SOP and no error says so, or when a report cannot be encoded; whatever is
    raised on the way fails the test by itself.
    """
    return go
