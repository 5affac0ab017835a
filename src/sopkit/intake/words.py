"""The words that offices print on their sheets: labels of fields, headings of columns, and what a cell of a role may hold.

The words are data, from the list `serapan`. Which cell holds the value of a label does not belong here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sopkit.lint.knowledge import Knowledge

HEADS = ("nomor", "pembuatan", "revisi", "efektif", "disahkan_oleh", "nama")
"""Fields of the identity block with one short value, as a rule to the right of the label."""
SECTIONS = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
)
"""The six sections, in the order of the sheet."""
COLUMNS = ("no", "kegiatan", "pelaksana", "mutu_baku", "kelengkapan", "waktu", "output", "keterangan")
"""Headings of the procedure table, in the order of the sheet."""
UNITS = ("detik", "menit", "jam", "hari", "minggu", "bulan")

_PUNCTUATION = re.compile(r"[\W_]+")
_UNIT = re.compile(rf"\(?\s*(?:dalam\s+)?({'|'.join(UNITS)})(\s+kerja)?\s*\)?\s*", re.IGNORECASE)


def fold(text: str) -> str:
    """`text` regardless of case, blanks and punctuation: its words with one blank between."""
    return _PUNCTUATION.sub(" ", text.casefold()).strip()


@dataclass(frozen=True, slots=True)
class Found:
    """A label at the beginning of a cell: its key, the label as printed, and what follows it, "" where nothing does.

    `colon` says that a colon or a line break parts the two.
    """

    key: str
    printed: str
    rest: str
    colon: bool


@dataclass(frozen=True, eq=False)
class Words:
    """The word list `serapan`, ready to ask. Compared by identity, so that it can be a key of a cache."""

    lists: Mapping[str, tuple[str, ...]]

    @cached_property
    def _columns(self) -> dict[str, str]:
        return {fold(text): key for key in COLUMNS for text in self.lists[key]}

    @cached_property
    def _fields(self) -> dict[str, str]:
        return {fold(text): key for key in (*HEADS, *SECTIONS) for text in self.lists[key]}

    @cached_property
    def _labels(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Labels on one line, and labels that may be wrapped; no colon stands inside of one."""
        return self._label(r"[^\w\n:]*"), self._label(r"[^\w:]*")

    def _label(self, joint: str) -> re.Pattern[str]:
        texts = sorted(self._fields, key=len, reverse=True)
        names = "|".join(joint.join(map(re.escape, text.split())) for text in texts)
        return re.compile(
            rf"[\W_]*(?P<label>(?:{names})(?!\w))(?P<ordinal>[^\w:]*(?:ke[\W_]*)?[0-9]{{1,2}}(?=\s*(?::|$)))?"
            r"[^\S\n]*(?P<colon>[:：]|\.?[^\S\n]*\n|$)?\s*(?P<rest>.*)",
            re.IGNORECASE | re.DOTALL,
        )

    @cached_property
    def _folded(self) -> dict[str, frozenset[str]]:
        return {key: frozenset(map(fold, texts)) | frozenset(texts) for key, texts in self.lists.items()}

    @cached_property
    def _openings(self) -> dict[str, re.Pattern[str]]:
        return {
            key: re.compile(rf"\W*(?:{_alternatives(map(fold, texts))})(?!\w)", re.IGNORECASE)
            for key, texts in self.lists.items()
        }

    def standard(self, key: str) -> str:
        """The usual word for a field or a column."""
        return self.lists[key][0]

    def label(self, text: str) -> Found | None:
        """The label of a field at the beginning of `text`; None when it begins otherwise.

        What follows a label counts as its value behind a colon or on a new line; directly behind it only where the label has
        two words and belongs to `HEADS` ("Nama SOP Perencanaan Kinerja"): a sentence may well begin with "Peringatan".
        """
        on_line, wrapped = (self._found(pattern, text.strip()) for pattern in self._labels)
        if wrapped is not None and not wrapped.rest:
            return wrapped
        return on_line or wrapped

    def _found(self, pattern: re.Pattern[str], text: str) -> Found | None:
        match = pattern.fullmatch(text)
        if match is None:
            return None
        key = self._fields[fold(match["label"])]
        ordinal = match["ordinal"] or ""
        numbered = ordinal if key == "revisi" else ""
        printed = " ".join((match["label"] + numbered).split())
        rest = ("" if numbered else ordinal.strip()) + match["rest"].strip().lstrip(":：").strip()
        colon = bool(match["colon"])
        direct = key in HEADS and len(fold(printed).split()) > 1
        return Found(key, printed, rest, colon) if not rest or colon or direct else None

    def stacked(self, text: str) -> tuple[Found, ...]:
        """The labels of a cell that holds several, each on a line of its own with its value; () where there is no second."""
        found: list[Found] = []
        for line in text.splitlines():
            label = self.label(line)
            if label is not None and (label.colon or label.key in HEADS):
                found.append(label)
            elif found:
                last = found[-1]
                found[-1] = replace(last, rest=f"{last.rest}\n{line}".strip("\n"))
            elif line.strip():
                return ()
        return tuple(found) if len(found) > 1 else ()

    def column(self, text: str) -> str | None:
        """The key of the column whose heading is `text`, a unit in brackets aside; None when it is none of the sheet's."""
        bare = _UNIT.sub("", text) if "(" in text else text
        folded = fold(bare)
        if folded in self._columns:
            return self._columns[folded]
        parts = {self._columns.get(fold(part)) for part in re.split(r"[/&]|\bdan\b|\batau\b", bare)}
        return parts.pop() if len(parts) == 1 else None

    def unit(self, heading: str) -> str | None:
        """The unit of time that a heading names, "menit" in "Waktu (menit)"; None when it names none."""
        match = _UNIT.search(heading)
        return " ".join(match[0].strip(" ()").lower().removeprefix("dalam").split()) if match else None

    def is_one_of(self, text: str, key: str) -> bool:
        """Whether `text` as a whole is one of the words of the list `key`."""
        return fold(text) in self._folded[key] if fold(text) else text.strip() in self._folded[key]

    def begins_with(self, text: str, key: str) -> bool:
        """Whether `text` begins with one of the words of the list `key`."""
        return self._openings[key].match(text) is not None

    def alternatives(self, key: str) -> str:
        """The words of the list `key` as a regular expression, the longest first."""
        return _alternatives(self.lists[key])


def _alternatives(texts: Iterable[str]) -> str:
    ordered = sorted({text for text in texts if text}, key=lambda text: (-len(text), text))
    return "|".join(r"[\W_]*".join(map(re.escape, text.split())) for text in ordered)


def read_words(knowledge: Knowledge) -> Words:
    """The words of the package with those of the office added.

    Raises:
        SopkitError: the office's own list cannot be read.
    """
    return Words(knowledge.words("serapan"))
