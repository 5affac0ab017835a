"""Draw SOPs: each as a sheet in the formats wanted, and the page that lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.files import read_bounded
from sopkit.flow.graph import build_flow
from sopkit.render import RENDERERS, IndexEntry, Link
from sopkit.sheet.compose import compose
from sopkit.sheet.picture import picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePosixPath

    from sopkit.app.project import Project
    from sopkit.files import InputFile
    from sopkit.model.sop import Sop
    from sopkit.render import RenderOptions
    from sopkit.report.result import CheckResult
    from sopkit.sheet.picture import Picture

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
            Text(f"{file.name}: logo lebih besar dari 1 MiB; perkecil", f"{file.name}: the logo is over 1 MiB; make it smaller")
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
    sop: Sop, file: InputFile, outputs: Sequence[Output], result: CheckResult, time: tuple[str, int | None]
) -> IndexEntry:
    """The line of `sop` in the list: `time` is the length of the whole in words, and in minutes to sort by."""
    counts = [0, 0, 0]
    for found in result.findings:
        if found.file == file.name:
            counts[found.severity.rank] += 1
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
        time=time[0],
        minutes=time[1],
        errors=counts[2],
        warnings=counts[1],
        infos=counts[0],
    )
