"""One file → the sheet in the formats wanted. Pure but for reading the file and its logo, so that it can run anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopkit.app.listing import index_entry
from sopkit.app.logos import read_logo
from sopkit.app.sheet_findings import not_laid_out, print_finding, sheet_findings
from sopkit.diagnostics import Severity
from sopkit.errors import SopkitError
from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.render import RENDERERS, Link, RenderOptions, Subject, pdf_notes
from sopkit.sheet.compose import compose
from sopkit.sheet.paper import LayoutOptions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePosixPath

    from sopkit.diagnostics import Finding
    from sopkit.files import InputFile
    from sopkit.load.loading import Loaded
    from sopkit.model.sop import Sop
    from sopkit.render import IndexEntry, Renderer
    from sopkit.sheet.picture import Picture
    from sopkit.timing.settings import WorkRules


@dataclass(frozen=True, slots=True)
class Job:
    """What to write of every SOP: `formats` by name and in order; `combined` asks for all sheets in one PDF as well."""

    formats: tuple[str, ...]
    layout: LayoutOptions = field(default_factory=LayoutOptions)
    options: RenderOptions = field(default_factory=RenderOptions)
    combined: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One file to draw: its bytes, what its outputs are called, and what of the project matters for it.

    `rules` are given where its line in the list of sheets is wanted.
    """

    file: InputFile
    data: bytes
    name: PurePosixPath
    job: Job
    root: Path | None
    rules: WorkRules | None


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write: its path below the output folder, the word for its format, and its bytes."""

    path: PurePosixPath
    label: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Drawing:
    """What became of one file: the files to write, and what stood in the way of it, wholly or in part.

    `findings` are those of a file that is no SOP, and those of the layout; `problems` are faults that leave the sheet without
    a part. `entry` is its line in the list of sheets, `subject` the sheet for the PDF of all; None where not asked for, or
    where there is none.
    """

    outputs: tuple[Output, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[SopkitError, ...] = ()
    entry: IndexEntry | None = None
    subject: Subject | None = None

    @property
    def failed(self) -> bool:
        """Whether a sheet was not written, or not in all formats."""
        return any(found.severity is Severity.ERROR for found in self.findings)


def draw(task: Task) -> Drawing:
    """The sheet of one file. What cannot be drawn is a finding, and what is not drawn (Markdown) is written nevertheless.

    Raises:
        SopkitError: an office's own template is at fault, or what a format needs is not installed.
    """
    loaded = load_bytes(task.file.name, task.data)
    if loaded.sop is None:
        return Drawing(findings=loaded.findings)
    logo, problems = _logo(loaded.sop, task)
    subject = Subject(compose(loaded.sop, build_flow(loaded.sop), logo=logo), task.job.layout)
    renderers = [RENDERERS[name] for name in task.job.formats]
    findings = _layout_findings(subject, loaded, task.job, renderers)
    drawn = not any(found.severity is Severity.ERROR for found in findings)
    outputs = _outputs(subject, [of for of in renderers if drawn or not of.drawn], task)
    return Drawing(
        outputs=outputs,
        findings=findings,
        problems=problems,
        entry=_entry(loaded.sop, outputs, task.rules) if task.rules and outputs else None,
        subject=subject if task.job.combined and drawn else None,
    )


def _logo(sop: Sop, task: Task) -> tuple[Picture | None, tuple[SopkitError, ...]]:
    try:
        return read_logo(sop, task.file, task.root), ()
    except SopkitError as error:
        return None, (error,)


def _layout_findings(
    subject: Subject, loaded: Loaded, job: Job, renderers: Sequence[Renderer]
) -> tuple[Finding, ...]:
    """What the layout finds, where anything is drawn at all."""
    if not job.combined and not any(renderer.drawn for renderer in renderers):
        return ()
    try:
        sheet = subject.sheet
    except SopkitError as error:
        return (not_laid_out(error, loaded),)
    notes = pdf_notes(sheet) if job.combined or "pdf" in job.formats else ()
    return (*sheet_findings(sheet, loaded), *(print_finding(note, loaded) for note in notes))


def _outputs(subject: Subject, renderers: Sequence[Renderer], task: Task) -> tuple[Output, ...]:
    return tuple(
        Output(task.name.with_name(task.name.name + file.ending), file.label, file.data)
        for renderer in renderers
        for file in renderer.files(subject, task.job.options)
    )


def _entry(sop: Sop, outputs: Sequence[Output], rules: WorkRules) -> IndexEntry:
    return index_entry(sop, [Link(output.label, str(output.path)) for output in outputs], rules)
