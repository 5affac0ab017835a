"""Draw SOPs: each as a sheet in the formats wanted, and the page that lists them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sopkit.app.check import CheckOptions, check, read_input, read_inputs
from sopkit.app.naming import INDEX, output_names
from sopkit.errors import SopkitError, Text
from sopkit.files import read_bounded
from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.model.waktu import Bagian, Lama, Satuan, format_seconds
from sopkit.render import RENDERERS, IndexEntry, Link, render_index
from sopkit.sheet.compose import compose
from sopkit.sheet.picture import picture
from sopkit.timing.analysis import AnalysisOptions, analyse
from sopkit.timing.settings import work_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sopkit.app.project import Project
    from sopkit.diagnostics import Finding
    from sopkit.files import InputFile
    from sopkit.model.sop import Sop
    from sopkit.render import RenderOptions
    from sopkit.sheet.picture import Picture
    from sopkit.timing.lengths import Span
    from sopkit.timing.settings import WorkRules

MAX_LOGO_BYTES = 1 << 20
"""A logo stands in every sheet; more than a MiB makes sheets that nobody can mail."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to write: its path below the output folder, the word for its format, and its bytes."""

    path: PurePosixPath
    label: str
    data: bytes


def draw(
    sop: Sop, name: PurePosixPath, formats: Sequence[str], options: RenderOptions, logo: Picture | None
) -> tuple[Output, ...]:
    """The sheet of `sop` in each of `formats`, in that order, as files called `name`.

    Raises:
        SopkitError: an office's own template is at fault.
    """
    content = compose(sop, build_flow(sop), logo=logo)
    renderers = [RENDERERS[wanted] for wanted in formats]
    return tuple(
        Output(
            name.with_name(name.name + renderer.suffix),
            renderer.name.upper(),
            renderer.render(content, options).encode("utf-8"),
        )
        for renderer in renderers
    )


def read_logo(sop: Sop, file: InputFile, project: Project) -> Picture | None:
    """The logo that `sop` names; None when it names none.

    Raises:
        SopkitError: it lies outside the root of the SOPs, cannot be read, is too large, or is no picture.
    """
    if not sop.instansi.logo:
        return None
    root = (project.root or file.base or file.path.parent).resolve()
    path = (file.path.parent / sop.instansi.logo).resolve()
    if not path.is_relative_to(root):
        raise SopkitError(
            Text(
                f"{file.name}: logo {sop.instansi.logo} berada di luar folder SOP; pindahkan ke dalamnya",
                f"{file.name}: the logo {sop.instansi.logo} lies outside the folder of the SOPs; move it inside",
            )
        )
    return _picture(path, file)


def _picture(path: Path, file: InputFile) -> Picture:
    data = read_bounded(path, MAX_LOGO_BYTES)
    if len(data) > MAX_LOGO_BYTES:
        raise SopkitError(
            Text(
                f"{file.name}: logo lebih besar dari 1 MiB; perkecil",
                f"{file.name}: the logo is over 1 MiB; make it smaller",
            )
        )
    found = picture(data)
    if found is None:
        raise SopkitError(
            Text(
                f"{file.name}: logo {path.name} bukan gambar PNG, JPEG, GIF, WebP, atau SVG",
                f"{file.name}: the logo {path.name} is no PNG, JPEG, GIF, WebP or SVG picture",
            )
        )
    return found


def index_entry(
    sop: Sop, outputs: Sequence[Output], findings: Sequence[Finding], rules: WorkRules
) -> IndexEntry:
    """The line of `sop` in the list of sheets."""
    counts = [0, 0, 0]
    for found in findings:
        counts[found.severity.rank] += 1
    time = _longest(sop, rules)
    effective = sop.tanggal.efektif
    agency = " ".join(part for part in (sop.instansi.perangkat_daerah, sop.instansi.pemerintah) if part)
    return IndexEntry(
        links=tuple(Link(output.label, str(output.path)) for output in outputs),
        agency=agency,
        number=sop.nomor or "",
        title=sop.nama,
        effective=str(effective) if effective else "",
        effective_day=effective.first.isoformat() if effective and effective.first else None,
        steps=len(sop.langkah),
        time=time.words,
        minutes=time.minutes,
        errors=counts[2],
        warnings=counts[1],
        infos=counts[0],
    )


@dataclass(frozen=True, slots=True)
class _Time:
    words: str
    minutes: int | None


def _longest(sop: Sop, rules: WorkRules) -> _Time:
    """How long the longest way without rework takes; at least so long where a step's time is not known."""
    analysis = analyse(sop, build_flow(sop), rules, AnalysisOptions(runs=0))
    span = analysis.scenarios.longest.span
    if analysis.unknown and not span.work and not span.elapsed:
        return _Time("", None)
    length = _in_words(span, rules)
    return _Time(f"≥ {length}" if analysis.unknown else length, span.order // 60)


def _in_words(span: Span, rules: WorkRules) -> str:
    parts = [format_seconds(span.work, rules.time)] if span.work or not span.elapsed else []
    if span.elapsed:
        parts.append(str(Lama((Bagian(Fraction(span.elapsed, _DAY), Satuan.HARI, elapsed=True),))))
    return " + ".join(parts)


_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Drawing:
    """What became of one file: the files to write, and what stood in the way of it, wholly or in part.

    `refused` are the findings of a file that is no SOP; `problems` are faults that leave the sheet without a part.
    """

    outputs: tuple[Output, ...] = ()
    problems: tuple[SopkitError, ...] = ()
    refused: tuple[Finding, ...] = ()


def draw_all(
    files: Sequence[InputFile],
    project: Project,
    formats: Sequence[str],
    options: RenderOptions,
    *,
    whole: bool,
) -> Iterator[Drawing]:
    """The sheets of `files`, one at a time in their order; last, for HTML of a `whole` collection, the page that lists them.

    Raises:
        SopkitError: two sheets would have the same name, or an office's own template is at fault.
    """
    names = output_names(files)
    rules = work_rules(project.settings)
    listed = whole and "html" in formats
    findings = _findings(files, project) if listed else {}
    entries: list[IndexEntry] = []
    for file in files:
        try:
            item = read_input(file, project)
        except SopkitError as error:
            yield Drawing(problems=(error,))
            continue
        loaded = load_bytes(item.name, item.data)
        if loaded.sop is None:
            yield Drawing(refused=loaded.findings)
            continue
        logo, problems = _logo(loaded.sop, file, project)
        outputs = draw(loaded.sop, names[file.path], formats, options, logo)
        if listed:
            entries.append(index_entry(loaded.sop, outputs, findings.get(file.name, ()), rules))
        yield Drawing(outputs, problems)
    if entries:
        page = render_index(entries, options).encode("utf-8")
        yield Drawing((Output(PurePosixPath(f"{INDEX}.html"), "HTML", page),))


def _findings(files: Sequence[InputFile], project: Project) -> dict[str, list[Finding]]:
    """The findings of each file, those across files included; unreadable files are told when they are drawn."""
    inputs = read_inputs(files, project, lambda _: None)
    grouped: dict[str, list[Finding]] = {}
    for found in check(inputs, project, CheckOptions(whole=True)).findings:
        grouped.setdefault(found.file, []).append(found)
    return grouped


def _logo(sop: Sop, file: InputFile, project: Project) -> tuple[Picture | None, tuple[SopkitError, ...]]:
    try:
        return read_logo(sop, file, project), ()
    except SopkitError as error:
        return None, (error,)
