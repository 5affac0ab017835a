"""Who acts in a step: from marks and names in the cells of the roles, else from the words of the step itself.

What a drawing says is in `flow`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.intake.lists import one_line
from sopkit.intake.words import fold
from sopkit.lint.language.roles import Roles, acting_at, mentions, role_phrases
from sopkit.model.sop import Sop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.intake.draft import Value
    from sopkit.intake.rows import Row
    from sopkit.intake.words import Words
    from sopkit.lint.knowledge import Knowledge

_ENDS = frozenset(("mulai", "selesai", "start", "end", "finish"))
_SPEAKER = re.compile(r"(?:^|\n|(?<=[.;]\s))\s*(?P<name>[^:\n.;]{2,60}?)\s*:\s+(?=\S)")
_PARTS = re.compile(r"\s*(?:[,;/&\n]|\bdan\b|\bserta\b)\s*")
_LONGEST_KEY = 40
_MOST_IN_CELL = 60
"""A name in a cell is no longer."""


@dataclass(frozen=True, slots=True)
class Who:
    """The keys of those who act, whether they do it together, and what is doubtful about it."""

    roles: tuple[str, ...] = ()
    together: bool = False
    why: Text | None = None


NOBODY = Text(
    "pelaksana belum diketahui: tanpa simbol yang terbaca, dan kalimat tidak menyebut pelakunya",
    "not known who acts: no symbol could be read, and the sentence names nobody",
)


def role_keys(headings: Sequence[str]) -> tuple[str, ...]:
    """A key of the format for each heading: its words in small letters, cut at a word, and never the same twice."""
    keys: list[str] = []
    for number, heading in enumerate(headings, start=1):
        words = fold(heading).split()
        while len(words) > 1 and len("_".join(words)) > _LONGEST_KEY:
            words.pop()
        key = "_".join(words)[:_LONGEST_KEY] or f"peran_{number}"
        key = key if not key[0].isdigit() else f"peran_{key}"
        keys.append(key if key not in keys else f"{key}_{number}")
    return tuple(keys)


def marked(row: Row, keys: Sequence[str], words: Words) -> Who | None:
    """The roles whose cells hold a mark; None when no cell does."""
    found = tuple(
        keys[position]
        for position, texts in sorted(row.roles.items())
        if any(words.is_one_of(text, "tanda") or fold(text) in _ENDS for text in texts)
    )
    if not found:
        return None
    why = Text(
        "beberapa pelaksana ditandai; urutan serah terimanya tidak terbaca",
        "several roles are marked; the order of handing over could not be read",
    )
    return Who(found, why=why if len(found) > 1 else None)


def names_in_cells(rows: Sequence[Row]) -> tuple[str, ...]:
    """The names in a single column of roles, in order of first appearance."""
    named: dict[str, str] = {}
    for row in rows:
        for name in _names(row):
            named.setdefault(fold(name), name)
    return tuple(named.values())


def named_in_cell(row: Row, keys: Mapping[str, str]) -> Who:
    """Who is named in the single column of roles; `keys` are by folded name."""
    found = tuple(keys[fold(name)] for name in _names(row))
    together = len(found) > 1
    why = Text(
        "beberapa pelaksana dalam satu sel; dikira bersama-sama",
        "several names in one cell; taken to act together",
    )
    return Who(found, together, why if together else (None if found else NOBODY))


def _names(row: Row) -> tuple[str, ...]:
    text = "\n".join(row.roles.get(0, ()))
    if len(text) > _MOST_IN_CELL and "\n" not in text:
        return (one_line(text),)
    parts = (
        text.split("\n\n") if "\n\n" in text else _PARTS.split(text) if re.search(r"[,;\n]", text) else [text]
    )
    return tuple(dict.fromkeys(one_line(part) for part in parts if fold(part)))


def roles_of(knowledge: Knowledge, columns: Mapping[str, Value], office: str | None) -> Roles:
    """The roles of a draft as rules see them: its headings together with the word lists."""
    data = {
        "sopkit": 1,
        "nama": "-",
        "instansi": {"perangkat_daerah": office},
        "pelaksana": {key: {"nama": value.text} for key, value in columns.items()},
        "langkah": [{"kegiatan": "-"}],
    }
    return role_phrases(knowledge, Sop.model_validate(data))


def acting(text: str, roles: Roles) -> Who:
    """Who acts by the words of a step: named at its beginning with an active verb behind, or in front of a colon.

    A name that may mean several columns, or none, leaves the step open: what is not said is not guessed.
    """
    speakers = [_speaker(match["name"], roles) for match in _SPEAKER.finditer(text)]
    named = [key for key in speakers if key is not None]
    if named:
        return Who(tuple(dict.fromkeys(named)), len(set(named)) > 1, _from_words(text))
    lead = re.match(r"[\s\d.)(•*-]*", text)
    chain = acting_at(text, lead.end() if lead else 0, roles)
    keys = [_only_column(mention.role, roles) for mention in chain]
    if not chain or None in keys:
        return Who(why=NOBODY)
    return Who(
        tuple(dict.fromkeys(key for key in keys if key is not None)), len(set(keys)) > 1, _from_words(text)
    )


def _speaker(name: str, roles: Roles) -> str | None:
    found = mentions(name, roles)
    whole = len(found) == 1 and fold(name) == fold(name[found[0].start : found[0].end])
    return _only_column(found[0].role, roles) if whole else None


def _only_column(role: object, roles: Roles) -> str | None:
    columns = roles.columns_of(role)  # type: ignore[arg-type]
    return columns[0].key if len(columns) == 1 else None


def _from_words(text: str) -> Text:
    words = " ".join(text.split()[:4])
    return Text(
        f"pelaksana diambil dari kalimat (“{words} …”), bukan dari simbol",
        f"taken from the sentence (“{words} …”), not from a symbol",
    )
