"""What a layout tells → findings with the places in the file that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Finding
from sopkit.errors import Text
from sopkit.sheet.codes import CHECK_PRINT, NOT_DRAWN, NOT_LAID_OUT

if TYPE_CHECKING:
    from sopkit.diagnostics import Code
    from sopkit.errors import SopkitError
    from sopkit.load.loading import Loaded
    from sopkit.sheet.model import Problem, Sheet

_ENDS = {"mulai": Text("kapsul Mulai", "the start"), "selesai": Text("kapsul Selesai", "the end")}


def not_laid_out(error: SopkitError, loaded: Loaded) -> Finding:
    """The finding of an SOP whose layout `error` stopped."""
    return _finding(NOT_LAID_OUT, error.message, None, loaded)


def sheet_findings(sheet: Sheet, loaded: Loaded) -> tuple[Finding, ...]:
    """The findings of a layout: lines that could not be drawn, in their order, then what is worth a look in print."""
    return (
        *(_not_drawn(problem, sheet, loaded) for problem in sheet.problems),
        *(_finding(CHECK_PRINT, note.text, note.step, loaded) for note in sheet.notes),
    )


def print_finding(text: Text, loaded: Loaded) -> Finding:
    """The finding that `text`, which is about the file as a whole, is worth a look in print."""
    return _finding(CHECK_PRINT, text, None, loaded)


def _not_drawn(problem: Problem, sheet: Sheet, loaded: Loaded) -> Finding:
    source, target = _end(problem.source), _end(problem.target)
    label = f" (“{problem.edge.label}”)" if problem.edge and problem.edge.label else ""
    text = Text(
        f"garis dari {source.id} ke {target.id}{label} tidak dapat digambar dengan sah pada halaman {problem.page}",
        f"the line from {source.en} to {target.en}{label} cannot be drawn legally on page {problem.page}",
    )
    return _finding(NOT_DRAWN, text, _step(problem, sheet), loaded)


def _end(name: str) -> Text:
    return _ENDS.get(name) or Text(f"langkah {name}", f"step {name}")


def _step(problem: Problem, sheet: Sheet) -> int | None:
    """The row of the content that the line is about: where it comes from, else where it goes."""
    if problem.edge:
        return problem.edge.source
    return next(
        (sheet.numbers.index(end) for end in (problem.source, problem.target) if end in sheet.numbers), None
    )


def _finding(code: Code, text: Text, step: int | None, loaded: Loaded) -> Finding:
    path = ("langkah", step, "kegiatan") if step is not None else ()
    numbers = loaded.sop.nomor_langkah if loaded.sop else ()
    return Finding(
        file=loaded.source.name,
        code=code.code,
        name=code.name,
        severity=code.severity,
        message=text,
        path=path,
        span=loaded.places.value(path),
        step=numbers[step] if step is not None else None,
    )
