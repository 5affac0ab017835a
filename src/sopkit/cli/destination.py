"""Where `sopkit render` writes: a folder, or a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Destination:
    """The folder, the name without suffix of the one SOP's file where one was given, and the file for all in one PDF."""

    folder: Path
    name: PurePosixPath | None = None
    combined: Path | None = None

    def path(self, output: PurePosixPath) -> Path:
        """Where an output goes, whose path is empty when it is the PDF of all."""
        return self.folder / output if output.name or self.combined is None else self.combined


def destination(out: str, formats: Sequence[str], files: int, combine: str | None) -> Destination:
    """Where `files` SOPs in `formats` go: `out` is a file when it ends as files of the one format do, else a folder.

    Raises:
        SopkitError: `out` is the name of a file where more than one is to be written, or `combine` is no PDF.
    """
    from sopkit.render import RENDERERS  # noqa: PLC0415 - keeps --help fast

    combined = _pdf(combine) if combine else None
    path = Path(out)
    suffixes = {renderer.suffix for renderer in RENDERERS.values()}
    if path.suffix.lower() not in suffixes or path.is_dir():
        return Destination(path, combined=combined)
    if files == 1 and [RENDERERS[name].suffix for name in formats] == [path.suffix.lower()]:
        return Destination(path.parent, PurePosixPath(path.stem), combined)
    raise SopkitError(
        Text(
            f"--out {out}: hanya satu SOP dalam format itu dapat ditulis ke satu berkas; sebutkan folder, atau --combine untuk PDF",
            f"--out {out}: only one SOP in that format goes to one file; name a folder, or use --combine for a PDF",
        )
    )


def _pdf(combine: str) -> Path:
    if Path(combine).suffix.lower() == ".pdf":
        return Path(combine)
    raise SopkitError(
        Text(
            f"--combine {combine}: sebutkan berkas PDF, misalnya semua.pdf",
            f"--combine {combine}: name a PDF file, such as all.pdf",
        )
    )
