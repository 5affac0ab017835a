"""Reader of .txt and .md: tables made of tabs or pipes, with remains of Markdown and HTML, and the lines between them.

A line with a tab or a pipe is a row; rows that follow each other are a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.intake.markup import plain
from sopkit.intake.source import Block, Cell, Paragraph, SourceDocument, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS = 8 << 20
"""A text file of SOPs has some ten thousand characters for each SOP."""
MAX_CELLS = 200_000
MAX_LINES = 100_000
_RULER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass
class _Rows:
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    def table(self) -> Table:
        cells = tuple(
            Cell(plain(text), row, column)
            for row, (_, texts) in enumerate(self.rows)
            for column, text in enumerate(texts)
        )
        lines = tuple(number for number, _ in self.rows)
        self.rows = []
        return Table(cells, lines=lines)


def read_text_file(data: bytes, name: str) -> SourceDocument:
    """Read a text file in UTF-8, UTF-16 (with its mark) or, where it is neither, Windows-1252.

    Raises:
        SopkitError: the file is longer than `MAX_CHARACTERS` or `MAX_LINES`, or holds what no text holds.
    """
    text = _decode(data)
    lines = len(_LINE_END.findall(text))
    cells = text.count("\t") + text.count("|")
    if len(text) > MAX_CHARACTERS or "\x00" in text or cells > MAX_CELLS or lines > MAX_LINES:
        raise SopkitError(
            Text(
                f"{name}: bukan teks, atau terlalu besar (lebih dari {MAX_CHARACTERS >> 20} juta karakter, {MAX_LINES} baris, atau {MAX_CELLS} sel)",
                f"{name}: not a text, or too large (over {MAX_CHARACTERS >> 20} million characters, {MAX_LINES} lines or {MAX_CELLS} cells)",
            )
        )
    return SourceDocument(name, tuple(_blocks(text)))


def _decode(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _blocks(text: str) -> Iterator[Block]:
    rows = _Rows()
    emphasis = text.count("**") > 0
    for number, line in enumerate(_LINE_END.split(text), start=1):
        cells = _cells(line)
        if cells is not None:
            rows.rows.append((number, cells))
            continue
        if rows.rows and _RULER.fullmatch(line) and line.strip():
            continue
        if rows.rows:
            yield rows.table()
        words = plain(line.replace("**", "") if emphasis else line)
        if words.strip():
            yield Paragraph(words, row=number)
    if rows.rows:
        yield rows.table()


def _cells(line: str) -> list[str] | None:
    """The cells of a row; None when the line is none."""
    if "\t" in line:
        return line.split("\t") if line.strip() else None
    stripped = line.strip()
    if stripped.startswith("|") and len(_PIPE.findall(stripped)) > 1 and not _RULER.fullmatch(line):
        parts = _PIPE.split(stripped.removeprefix("|").removesuffix("|"))
        return [part.replace("\\|", "|").strip() for part in parts]
    return None
