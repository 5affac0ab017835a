"""Draw SOPs: each as a sheet in the formats wanted, the page that lists them, and one PDF of all."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from sopkit.app.check import CheckOptions, check, read_input, read_inputs
from sopkit.app.drawing import Drawing, Job, Output, Task, draw
from sopkit.app.listing import counted
from sopkit.app.naming import INDEX, output_names
from sopkit.errors import SopkitError
from sopkit.render import combine, render_index
from sopkit.timing.settings import work_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from sopkit.app.project import Project
    from sopkit.diagnostics import Finding
    from sopkit.files import InputFile
    from sopkit.render import IndexEntry, RenderOptions, Subject
    from sopkit.timing.settings import WorkRules

__all__ = ["Batch", "Drawing", "Job", "Output", "draw_all"]

_MANY: Final = 24
"""From this number of files on it pays to start other processes."""
_AHEAD: Final = 4
"""How many files each process may be ahead of what has been taken."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is drawn in one go: `files`, as `job` says; `name` is what the one file's outputs are called, if not after it.

    `listed` asks for the page that lists them.
    """

    files: Sequence[InputFile]
    job: Job
    listed: bool = False
    name: PurePosixPath | None = None


def draw_all(batch: Batch, project: Project) -> Iterator[Drawing]:
    """The sheets of the files, one at a time in their order, the same however many processes draw them.

    After them, where asked for, a drawing with the page that lists them, and one with the PDF of all, whose path is empty.

    Raises:
        SopkitError: two sheets would have the same name, an office's own template is at fault, or what a format needs is not
            installed.
    """
    names = output_names(batch.files)
    findings = _findings(batch.files, project) if batch.listed else {}
    entries: list[IndexEntry] = []
    subjects: list[Subject] = []
    for file, drawing in zip(batch.files, _drawings(batch, names, project), strict=True):
        if drawing.entry:
            entries.append(counted(drawing.entry, findings.get(file.name, ())))
        if drawing.subject:
            subjects.append(drawing.subject)
        yield replace(drawing, entry=None, subject=None)
    if entries:
        yield Drawing((_index(entries, batch.job.options),))
    if subjects:
        yield Drawing((Output(PurePosixPath(), "PDF", combine(subjects)),))


def _index(entries: Sequence[IndexEntry], options: RenderOptions) -> Output:
    return Output(PurePosixPath(f"{INDEX}.html"), "HTML", render_index(entries, options).encode("utf-8"))


def _drawings(batch: Batch, names: Mapping[Path, PurePosixPath], project: Project) -> Iterator[Drawing]:
    rules = work_rules(project.settings) if batch.listed else None
    tasks = (_task(file, batch, names, project, rules) for file in batch.files)
    processes = min(os.cpu_count() or 1, len(batch.files) // _MANY + 1)
    if processes == 1:
        yield from (task if isinstance(task, Drawing) else draw(task) for task in tasks)
        return
    with ProcessPoolExecutor(processes, initializer=_ignore_interrupts) as pool:
        try:
            yield from _in_order(pool, tasks, processes * _AHEAD)
        finally:
            pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Ctrl-C is for the command; its helpers end when it does, and without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _in_order(pool: ProcessPoolExecutor, tasks: Iterable[Task | Drawing], ahead: int) -> Iterator[Drawing]:
    waiting: deque[Drawing | Future[Drawing]] = deque()
    for task in tasks:
        waiting.append(task if isinstance(task, Drawing) else pool.submit(draw, task))
        if len(waiting) > ahead:
            yield _taken(waiting.popleft())
    while waiting:
        yield _taken(waiting.popleft())


def _taken(drawn: Drawing | Future[Drawing]) -> Drawing:
    return drawn if isinstance(drawn, Drawing) else drawn.result()


def _task(
    file: InputFile,
    batch: Batch,
    names: Mapping[Path, PurePosixPath],
    project: Project,
    rules: WorkRules | None,
) -> Task | Drawing:
    """What to draw of `file`; already a drawing where it cannot be read."""
    try:
        data = read_input(file, project).data
    except SopkitError as error:
        return Drawing(problems=(error,))
    return Task(file, data, batch.name or names[file.path], batch.job, project.root, rules)


def _findings(files: Sequence[InputFile], project: Project) -> dict[str, list[Finding]]:
    """The findings of each file, those across files included; unreadable files are told when they are drawn."""
    inputs = read_inputs(files, project, lambda _: None)
    grouped: dict[str, list[Finding]] = {}
    for found in check(inputs, project, CheckOptions(whole=True)).findings:
        grouped.setdefault(found.file, []).append(found)
    return grouped
