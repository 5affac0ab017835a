"""The readers by suffix: which one reads a file, imported only when such a file comes."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopkit.intake.source import SourceDocument

READERS: dict[str, tuple[str, str]] = {
    ".txt": ("sopkit.intake.text", "read_text_file"),
    ".md": ("sopkit.intake.text", "read_text_file"),
    ".html": ("sopkit.intake.html", "read_html"),
    ".htm": ("sopkit.intake.html", "read_html"),
    ".docx": ("sopkit.intake.docx", "read_docx"),
    ".docm": ("sopkit.intake.docx", "read_docx"),
    ".xlsx": ("sopkit.intake.xlsx", "read_xlsx"),
    ".xlsm": ("sopkit.intake.xlsx", "read_xlsx"),
    ".pdf": ("sopkit.intake.pdf.read", "read_pdf"),
}
"""Module and function by suffix; macros in .docm and .xlsm are never looked at."""
MAX_BYTES = 64 << 20
"""A file of an SOP, pictures included, has a few MiB."""
MAX_BLOCKS = 100_000
"""Paragraphs and tables; three hundred SOPs in one file have some tens of thousands."""


def read_source(data: bytes, name: str) -> SourceDocument:
    """Read the file `name`, whose bytes are `data`, by its suffix.

    Raises:
        SopkitError: the suffix is unknown, the file is larger than `MAX_BYTES` or has more than `MAX_BLOCKS` parts, a library
            is not installed, or the reader refuses the file.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise SopkitError(
            Text(
                f"{name}: akhiran {suffix or 'kosong'} tidak dikenal; yang dapat dibaca: {known}",
                f"{name}: unknown suffix {suffix or '(none)'}; can be read: {known}",
            )
        )
    if len(data) > MAX_BYTES:
        raise SopkitError(
            Text(f"{name}: lebih besar dari {MAX_BYTES >> 20} MiB", f"{name}: over {MAX_BYTES >> 20} MiB")
        )
    document: SourceDocument = _reader(*READERS[suffix], name)(data, name)
    if len(document.blocks) > MAX_BLOCKS:
        raise SopkitError(
            Text(
                f"{name}: lebih dari {MAX_BLOCKS} paragraf dan tabel; bagilah berkas ini",
                f"{name}: more than {MAX_BLOCKS} paragraphs and tables; split this file",
            )
        )
    return document


def _reader(module: str, function: str, name: str) -> Callable[[bytes, str], SourceDocument]:
    try:
        reader: Callable[[bytes, str], SourceDocument] = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "sopkit":
            raise
        raise SopkitError(
            Text(
                f"{name}: pustaka {error.name} belum terpasang; jalankan: pip install 'sopkit[import]'",
                f"{name}: the library {error.name} is not installed; run: pip install 'sopkit[import]'",
            )
        ) from error
    return reader
