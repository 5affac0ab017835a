"""The numbers and bullets that Word counts by itself, which stand in no text: the steps of many sheets are numbered so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = 26


@dataclass
class Numbering:
    """Counts lists on the way down the document. `formats` are (format, first number) by list and level."""

    formats: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, str]] = field(default_factory=dict)
    counted: dict[tuple[str, str], int] = field(default_factory=dict)

    @staticmethod
    def of(part: Any) -> Numbering:
        """The lists that a document defines; none where it has no numbering part."""
        numbering = Numbering()
        for relation in part.rels.values():
            if relation.is_external:
                continue
            if relation.reltype.endswith("/numbering"):
                numbering._define(relation.target_part.element)
            elif relation.reltype.endswith("/styles"):
                numbering._style(relation.target_part.element)
        return numbering

    def _define(self, root: Any) -> None:
        levels: dict[str, dict[str, tuple[str, int]]] = {}
        for abstract in root.iterfind(f"{_W}abstractNum"):
            own = levels.setdefault(abstract.get(f"{_W}abstractNumId", ""), {})
            for level in abstract.iterfind(f"{_W}lvl"):
                kind, start = level.find(f"{_W}numFmt"), level.find(f"{_W}start")
                first = start.get(f"{_W}val", "1") if start is not None else "1"
                own[level.get(f"{_W}ilvl", "0")] = (
                    kind.get(f"{_W}val", "decimal") if kind is not None else "decimal",
                    int(first) if first.isdecimal() else 1,
                )
        for number in root.iterfind(f"{_W}num"):
            abstract = number.find(f"{_W}abstractNumId")
            known = levels.get(abstract.get(f"{_W}val", "") if abstract is not None else "", {})
            for level, value in known.items():
                self.formats[number.get(f"{_W}numId", ""), level] = value

    def _style(self, root: Any) -> None:
        for style in root.iterfind(f"{_W}style"):
            found = _reference(style)
            if found is not None:
                self.styles[style.get(f"{_W}styleId", "")] = found

    def mark(self, paragraph: Any) -> str:
        """The mark that Word prints in front of `paragraph`, with a blank behind: "3. ", "b. ", "• "; "" for none."""
        reference = _reference(paragraph)
        if reference is None:
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            reference = self.styles.get(style.get(f"{_W}val", "")) if style is not None else None
        if reference is None or reference[0] == "0":
            return ""
        kind, start = self.formats.get(reference, ("bullet", 1))
        number = self.counted.get(reference, start - 1) + 1
        self.counted[reference] = number
        for key in [key for key in self.counted if key[0] == reference[0] and key[1] > reference[1]]:
            del self.counted[key]
        match kind:
            case "none":
                return ""
            case "decimal" | "decimalZero":
                return f"{number}. "
            case "lowerLetter" | "upperLetter":
                return f"{chr(ord('a') + (number - 1) % _LETTERS)}. "
            case _:
                return "• "


def _reference(element: Any) -> tuple[str, str] | None:
    """The list and level that a paragraph or style names; None when it names none."""
    found = element.find(f"{_W}pPr/{_W}numPr")
    number = found.find(f"{_W}numId") if found is not None else None
    if number is None:
        return None
    level = found.find(f"{_W}ilvl")
    return number.get(f"{_W}val", "0"), level.get(f"{_W}val", "0") if level is not None else "0"
