"""The flow of a sheet as a Mermaid flowchart, the drawing that a forge makes of a Markdown file.

Mermaid reads text as Markdown, HTML and its own syntax by turns, and by different rules in different versions. So all
but letters, digits and what is plain in all of them is written as its entities, `#34;`, which every version shows as
characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopkit.render.characters import legal
from sopkit.sheet.content import SymbolKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.flow.graph import Edge
    from sopkit.sheet.content import Row, SheetContent, Symbol

_NOT_PLAIN = re.compile(
    r"[^\w ,;/()·.-]|_"
    r"|(?<![^\W_])-|-(?![^\W_])"  # a hyphen outside a word can open a list
    r"|(?<=\d)\."  # and so can a number with a full stop
)
_END = "selesai"
_START = "mulai"
_SHAPES = {
    SymbolKind.KAPSUL: ("([", "])"),
    SymbolKind.KOTAK: ("[", "]"),
    SymbolKind.KETUPAT: ("{", "}"),
}


def flowchart(content: SheetContent) -> str:
    """The lines of the flowchart, nodes first, then edges in document order; no fence around them."""
    return "\n".join(("flowchart TD", *_nodes(content), *_edges(content)))


def _nodes(content: SheetContent) -> Iterator[str]:
    if content.start:
        yield _capsule(_START, content.start)
    for row in content.rows:
        before, after = _SHAPES[_shape(row)]
        text = mermaid_text(f"{row.number} · {row.performers}") + "<br>" + mermaid_text(row.activity)
        yield f'  s{row.step}{before}"{text}"{after}'
    if content.end:
        yield _capsule(_END, content.end)


def _capsule(node: str, symbol: Symbol) -> str:
    before, after = _SHAPES[symbol.kind]
    return f'  {node}{before}"{mermaid_text(symbol.name)}"{after}'


def _shape(row: Row) -> SymbolKind:
    """One shape for a row of several symbols: the one that says most."""
    kinds = {symbol.kind for symbol in row.symbols}
    return next(kind for kind in (SymbolKind.KETUPAT, SymbolKind.KAPSUL, SymbolKind.KOTAK) if kind in kinds)


def _edges(content: SheetContent) -> Iterator[str]:
    if content.start:
        yield f"  {_START} --> s{content.rows[0].step}"
    for row in content.rows:
        for edge in row.exits:
            if edge.target is not None or content.end:
                yield _edge(edge)


def _edge(edge: Edge) -> str:
    target = _END if edge.target is None else f"s{edge.target}"
    label = f'|"{mermaid_text(edge.label)}"|' if edge.label else ""
    return f"  s{edge.source} -->{label} {target}"


def mermaid_text(text: str) -> str:
    """`text` for the inside of a quoted label, shown exactly; line breaks stay."""
    lines = legal(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<br>".join(_NOT_PLAIN.sub(_entity, line) for line in lines)


def _entity(char: re.Match[str]) -> str:
    return f"#{ord(char[0])};"
