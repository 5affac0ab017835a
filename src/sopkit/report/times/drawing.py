"""SVG by hand: numbers, escapes, how much room a text takes. Nothing here knows of SOPs."""

from __future__ import annotations

from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING
from unicodedata import category, combining, east_asian_width

from sopkit.render.characters import legal
from sopkit.report.times.amounts import half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

FONT = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif"

_NARROW = frozenset("iljtfrI.,:;'|!()[]/ -")
_BROAD = frozenset("mwMW@%—→")


def px(value: Fraction | int) -> str:
    """A coordinate with at most two decimals."""
    scaled = half_up(value * 100)
    sign, scaled = ("-" if scaled < 0 else ""), abs(scaled)
    return f"{sign}{scaled // 100}.{scaled % 100:02}".rstrip("0").rstrip(".")


def text_of(value: str) -> str:
    """`value` as XML shows exactly it, on one line; for text and attributes."""
    return escape(legal(value).replace("\n", " "), quote=True)


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """An element; `content` is SVG. `class_` becomes `class`, other `_` become `-`; an attribute of None is left out."""
    given = (
        (
            key.rstrip("_").replace("_", "-"),
            px(value) if isinstance(value, (Fraction, int)) else text_of(str(value)),
        )
        for key, value in attributes.items()
        if value is not None
    )
    start = name + "".join(f' {key}="{value}"' for key, value in given)
    return f"<{start}>{content}</{name}>" if content else f"<{start}/>"


def words(text: str, x: Fraction | int, y: Fraction | int, **attributes: object) -> str:
    """A line of text whose baseline begins at `x`, `y`."""
    return element("text", text_of(text), x=x, y=y, **attributes) if text else ""


def room(text: str, size: int) -> Fraction:
    """About how wide `text` is in a sans-serif face of `size`; rather too much than too little."""
    return Fraction(sum(map(_hundredths, text)) * size, 100)


def cut(text: str, width: int, size: int) -> str:
    """`text`, shortened with an ellipsis where it is wider than `width`."""
    if room(text, size) <= width:
        return text
    kept = text
    while kept and room(kept + "…", size) > width:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def lines_of(text: str, width: int, size: int, most: int) -> list[str]:
    """`text` broken at blanks into at most `most` lines of `width`; what is left over ends in an ellipsis."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and room(longer, size) <= width:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = longer
    return [cut(line, width, size) for line in lines]


def joined(parts: Iterable[str]) -> str:
    """Elements one after the other, each on a line."""
    return "\n".join(part for part in parts if part)


def _hundredths(char: str) -> int:
    if char in _NARROW:
        return 36
    if combining(char) or category(char) in {"Mn", "Me"}:
        return 0
    if east_asian_width(char) in {"W", "F"}:
        return 102
    if char in _BROAD:
        return 95
    return 72 if char.isupper() else 57
