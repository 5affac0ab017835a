"""Whether wrong values are marked: `python benchmarks/intake_doubts.py [COUNT] [FIRST] [--show]`.

COUNT random SOPs (60) from the seed FIRST (1000) on are laid out; each is spoilt in every way of `WAYS`, by its seed, written as
PDF and read. Of the values that come out wrong the share is printed that carries a `# periksa:` at the value or at its
step. The same documents unspoilt tell how many marks stand where nothing is wrong. With --show every wrong value that
carries none is printed.

A value is the kegiatan, waktu, kelengkapan, output, roles or kind of a step, or all ways that lead on from it. What a
person could not notice either, such as a 10 that became a 70, is no spoiling.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Any

from intake_round_trip import loaded, random_sop

from sopkit.errors import SopkitError
from sopkit.flow.graph import build_flow
from sopkit.intake.assemble import drafts
from sopkit.intake.compose import draft_yaml, notes
from sopkit.intake.readers import read_source
from sopkit.lint.knowledge import Knowledge
from sopkit.render.pdf import info_of, render_pdf
from sopkit.sheet.compose import compose
from sopkit.sheet.layout import layout
from sopkit.sheet.model import RowKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sopkit.intake.draft import Draft
    from sopkit.model.sop import Langkah, Sop
    from sopkit.sheet.model import Cell, Connector, Page, PlacedSymbol, Rule, Sheet


# --- ways to spoil a page


def shifted(page: Page, chance: Random) -> Page:
    """A symbol lies across a border between two columns of roles."""
    table = page.table
    own = _steps(page)
    if table is None or table.roles < 2 or not own:  # noqa: PLR2004 - a border between two
        return page
    symbol = chance.choice(own)
    column = symbol.role + table.first_role
    to_right = symbol.role + 1 < table.roles and (symbol.role == 0 or chance.random() < 0.5)  # noqa: PLR2004
    border = table.edges[column + 1] if to_right else table.edges[column]
    over = chance.uniform(0.5, 0.7) * symbol.w
    x = border - symbol.w + round(over) if to_right else border - round(over)
    return _with_symbol(page, symbol, replace(symbol, x=x))


def raised(page: Page, chance: Random) -> Page:
    """A symbol lies across the border to the row above."""
    own = _steps(page)
    if not own:
        return page
    symbol = chance.choice(own)
    rows = [row for row in page.table.rows if row.top <= symbol.y < row.bottom] if page.table else []
    if not rows:
        return page
    y = rows[0].top - round(chance.uniform(0.5, 0.7) * symbol.h)
    return _with_symbol(page, symbol, replace(symbol, y=y))


def hidden(page: Page, chance: Random) -> Page:
    """A symbol is not drawn, as where it is a picture."""
    own = _steps(page)
    return _with_symbol(page, chance.choice(own), None) if own else page


def headless(page: Page, chance: Random) -> Page:
    """An arrow has no head; lines that end as one lose it together."""
    arrows = [connector for connector in page.connectors if connector.arrow]
    if not arrows:
        return page
    one = chance.choice(arrows)
    return replace(
        page,
        connectors=tuple(
            replace(connector, arrow=False) if connector.points[-2:] == one.points[-2:] else connector
            for connector in page.connectors
        ),
    )


def broken(page: Page, chance: Random) -> Page:
    """A line has a gap of 3 to 8 mm in one of its runs."""
    long = [c for c in page.connectors if _longest(c)[1] > 12_000]  # noqa: PLR2004 - room for a gap
    if not long:
        return page
    one = chance.choice(long)
    run, length = _longest(one)
    gap = chance.randint(3_000, 8_000)
    start = chance.randint(1_500, length - gap - 1_500)
    first, second = (_along(one.points[run], one.points[run + 1], way) for way in (start, start + gap))
    pieces = (
        replace(one, points=(*one.points[: run + 1], first), arrow=False),
        replace(one, points=(second, *one.points[run + 1 :]), label=None),
    )
    return _with_connector(page, one, pieces)


def lost(page: Page, chance: Random) -> Page:
    """A line is not drawn."""
    own = [connector for connector in page.connectors if connector.edge is not None]
    return _with_connector(page, chance.choice(own), ()) if own else page


def unlabelled(page: Page, chance: Random) -> Page:
    """A decision bears no words on its exits."""
    named = sorted({c.source for c in page.connectors if c.label is not None})
    if not named:
        return page
    one = chance.choice(named)
    kept = (replace(c, label=None) if c.source == one else c for c in page.connectors)
    return replace(page, connectors=tuple(kept))


def merged(page: Page, chance: Random) -> Page:
    """Two cells of kelengkapan, waktu or output are one, with the words of the first of them in it."""
    return _opened(page, chance, keep=False)


def borderless(page: Page, chance: Random) -> Page:
    """The border between two cells of kegiatan, kelengkapan, waktu or output is not drawn."""
    return _opened(page, chance, keep=True)


def open_row(page: Page, chance: Random) -> Page:
    """The border between two rows is not drawn at all."""
    pairs = _pairs(page)
    if not pairs:
        return page
    bottom = chance.choice(pairs)[0].bottom
    return replace(page, rules=tuple(rule for rule in page.rules if not (rule.y1 == rule.y2 == bottom)))


def unitless(page: Page, chance: Random) -> Page:
    """A waktu without its unit."""
    return _with_waktu(page, chance, lambda text: "".join(ch for ch in text if not ch.isalpha()).strip())


def garbled(page: Page, chance: Random) -> Page:
    """A waktu as a poor text recognition leaves it."""
    old, new = chance.choice(_GARBLES)
    return _with_waktu(page, chance, lambda text: text.replace(old, new))


_GARBLES = (("m", "rn"), ("h", "li"), ("j", ";"), ("a", "@"), ("i", "!"), ("t", "+"), ("k", "lc"))


def _with_waktu(page: Page, chance: Random, change: Callable[[str], str]) -> Page:
    rows = [row for row in page.table.rows if row.kind is RowKind.STEP] if page.table else []
    if not rows or page.table is None:
        return page
    cell = _cell(chance.choice(rows), page.table.first_role + page.table.roles + 1)
    if cell is None:
        return page
    paragraphs = tuple(
        replace(p, lines=tuple(replace(line, text=change(line.text)) for line in p.lines))
        for p in cell.paragraphs
    )
    return _with_cells(page, {id(cell): replace(cell, paragraphs=paragraphs)})


def mixed(page: Page, chance: Random) -> Page:
    """Any of the other ways."""
    return WAYS[chance.choice([name for name in WAYS if name != "mixed"])](page, chance)


WAYS: dict[str, Callable[[Page, Random], Page]] = {
    way.__name__: way
    for way in (
        shifted,
        raised,
        hidden,
        headless,
        broken,
        lost,
        unlabelled,
        merged,
        borderless,
        open_row,
        garbled,
        unitless,
        mixed,
    )
}


def _steps(page: Page) -> list[PlacedSymbol]:
    return [symbol for symbol in page.symbols if symbol.step is not None]


def _with_symbol(page: Page, symbol: PlacedSymbol, other: PlacedSymbol | None) -> Page:
    kept = (other if one is symbol else one for one in page.symbols)
    return replace(page, symbols=tuple(one for one in kept if one is not None))


def _with_connector(page: Page, one: Connector, pieces: Sequence[Connector]) -> Page:
    kept: list[Connector] = []
    for connector in page.connectors:
        kept.extend(pieces if connector is one else (connector,))
    return replace(page, connectors=tuple(kept))


def _longest(connector: Connector) -> tuple[int, int]:
    """The longest run of a line and its length."""
    lengths = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(connector.points)]
    return lengths.index(max(lengths)), max(lengths)


def _along(one: tuple[int, int], other: tuple[int, int], way: int) -> tuple[int, int]:
    length = abs(one[0] - other[0]) + abs(one[1] - other[1])
    return (
        one[0] + (other[0] - one[0]) * way // length,
        one[1] + (other[1] - one[1]) * way // length,
    )


def _pairs(page: Page) -> list[tuple[Any, Any]]:
    """Rows of steps right below each other."""
    rows = page.table.rows if page.table else ()
    return [(one, other) for one, other in pairwise(rows) if one.kind is other.kind is RowKind.STEP]


def _cell(row: Any, column: int) -> Cell | None:
    return next((cell for cell in row.cells if cell.column == column), None)


def _opened(page: Page, chance: Random, *, keep: bool) -> Page:
    table, pairs = page.table, _pairs(page)
    if table is None or not pairs:
        return page
    one, other = chance.choice(pairs)
    first = table.first_role + table.roles
    column = chance.choice((1, first, first + 1, first + 2) if keep else (first, first + 1, first + 2))
    rules: list[Rule] = []
    left, right = table.edges[column], table.edges[column + 1]
    for rule in page.rules:
        if rule.y1 == rule.y2 == one.bottom and rule.x1 <= left and right <= rule.x2:
            rules += [replace(rule, x2=left), replace(rule, x1=right)]
        else:
            rules.append(rule)
    page = replace(page, rules=tuple(rules))
    cell = _cell(other, column)
    if keep or cell is None:
        return page
    return _with_cells(page, {id(cell): replace(cell, paragraphs=())})


def _with_cells(page: Page, cells: dict[int, Cell]) -> Page:
    if page.table is None:
        return page
    rows = tuple(
        replace(row, cells=tuple(cells.get(id(cell), cell) for cell in row.cells)) for row in page.table.rows
    )
    return replace(page, table=replace(page.table, rows=rows))


def spoilt(sheet: Sheet, way: str, seed: int, times: int = 3) -> Sheet:
    """The sheet with each page of its table spoilt so many times; the same one where nothing can be spoilt in this way."""
    chance = Random(f"{way} {seed}")  # noqa: S311 - samples, not secrets
    pages = []
    for page in sheet.pages:
        one = page
        for _ in range(times if page.table is not None else 0):
            one = WAYS[way](one, chance)
        pages.append(one)
    return replace(sheet, pages=tuple(pages))


# --- what came out wrong, and what is marked


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong value: the row of the original, what kind of value, and whether a mark stands at it or at its step."""

    row: int
    kind: str
    marked: bool
    shown: str


def _squeezed(*texts: str | None) -> tuple[str, ...]:
    return tuple("".join((text or "").split()) for text in texts)


def _values(sop: Sop, step: Langkah) -> dict[str, object]:
    waktu = step.mutu_baku.waktu
    return {
        "kegiatan": _squeezed(step.kegiatan),
        "kelengkapan": _squeezed(*step.mutu_baku.kelengkapan),
        "waktu": _squeezed(waktu.text if waktu else ""),
        "output": _squeezed(*step.mutu_baku.output),
        "pelaksana": tuple(sop.pelaksana[key].nama for key in step.pelaksana.kunci),
        "keputusan": step.keputusan is not None,
    }


def _matches(sop: Sop, read: Sop) -> dict[int, int]:
    """For each row of the original the row that its kegiatan was read into, where one holds it."""
    found: dict[int, int] = {}
    texts = ["".join((step.kegiatan or "").split()) for step in read.langkah]
    for number, step in enumerate(sop.langkah):
        own = "".join((step.kegiatan or "").split())
        near = sorted((own not in text, abs(row - number), row) for row, text in enumerate(texts))
        if near and not near[0][0]:
            found[number] = near[0][2]
    return found


def wrong_values(sop: Sop, draft: Draft) -> Iterator[Wrong]:
    """Every value of the table that is not as in the original."""
    read = loaded(draft_yaml(draft))
    rows = _matches(sop, read)
    marks = {note.path for note in notes(draft)}
    ways, others = _ways(sop, None), _ways(read, rows)
    for number, step in enumerate(sop.langkah):
        row = rows.get(number)
        if row is None:
            yield Wrong(number, "langkah", _is_near(marks, number, rows), step.kegiatan or "")
            continue
        got = {**_values(read, read.langkah[row]), "alur": others.get(number, Counter())}
        for kind, value in {**_values(sop, step), "alur": _named_alike(ways[number], rows)}.items():
            if got[kind] != value:
                yield Wrong(number, kind, _is_marked(marks, row, kind), f"{got[kind]} not {value}")


def _ways(sop: Sop, rows: dict[int, int] | None) -> dict[int, Counter[tuple[int | None, str | None]]]:
    """The ways on from each row; with `rows`, of the read one, told in rows of the original, -1 for an unknown one."""
    back: dict[int, int] = {}
    for number, row in (rows or {}).items():
        back.setdefault(row, number)
    found: dict[int, Counter[tuple[int | None, str | None]]] = {}
    for edge in build_flow(sop).edges:
        source, target = edge.source, edge.target
        if rows is not None:
            source = back.get(source, -1)
            target = back.get(target, -1) if target is not None else None
        found.setdefault(source, Counter())[target, edge.label] += 1
    return found


def _named_alike(
    ways: Counter[tuple[int | None, str | None]], rows: dict[int, int]
) -> Counter[tuple[int | None, str | None]]:
    """Ways of the original, those into a row that was read as one with another told as into the first of them."""
    firsts: dict[int, int] = {}
    for number, row in rows.items():
        firsts.setdefault(row, number)
    told: Counter[tuple[int | None, str | None]] = Counter()
    for (target, label), times in ways.items():
        told[(None if target is None else firsts[rows[target]] if target in rows else -1), label] += times
    return told


_PARTS = {
    "kegiatan": ("kegiatan",),
    "kelengkapan": ("mutu_baku", "kelengkapan"),
    "waktu": ("mutu_baku", "waktu"),
    "output": ("mutu_baku", "output"),
    "pelaksana": ("pelaksana",),
    "keputusan": ("keputusan",),
    "alur": ("keputusan",),
}


def _is_marked(marks: set[Any], row: int, kind: str) -> bool:
    whole = ("langkah", row)
    own = (*whole, *_PARTS[kind])
    drawn = (*whole, "pelaksana") if kind in {"keputusan", "alur"} else own
    return any(path in (whole, drawn) or path[: len(own)] == own for path in marks)


def _is_near(marks: set[Any], number: int, rows: dict[int, int]) -> bool:
    """Whether the step that should stand before a lost one is marked."""
    before = [rows[other] for other in range(number) if other in rows]
    return bool(before) and any(path[:2] == ("langkah", before[-1]) for path in marks)


def read_back(sheet: Sheet, info: Any) -> Draft:
    """The draft of a sheet written as PDF."""
    return drafts(read_source(render_pdf(sheet, info), "lembar.pdf"), Knowledge())[0]


def measured(
    seed: int, ways: Sequence[str], steps: tuple[int, int] = (5, 40)
) -> Iterator[tuple[str, list[Wrong], int]]:
    """For "" (unspoilt) and each way: its name, what is wrong, how many marks there are in all; `steps` as in `random_sop`.

    What is wrong already in the unspoilt document is not counted again.
    """
    sop = loaded(random_sop(seed, steps))
    content = compose(sop, build_flow(sop))
    sheet, info = layout(content), info_of(content)
    unread: set[tuple[int, str]] = set()
    for way in ("", *ways):
        draft = read_back(spoilt(sheet, way, seed) if way else sheet, info)
        found = [one for one in wrong_values(sop, draft) if (one.row, one.kind) not in unread]
        if not way:
            unread = {(one.row, one.kind) for one in found}
        yield way, found, len(notes(draft))


def main() -> None:
    """Print for each way how many values were wrong, and how many of them marked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=60)
    parser.add_argument("first", nargs="?", type=int, default=1000)
    parser.add_argument("--show", action="store_true", help="print every wrong value without a mark")
    parser.add_argument("--way", choices=sorted(WAYS), help="only this one")
    options = parser.parse_args()
    wrong, marked, marks = Counter[str](), Counter[str](), Counter[str]()
    for seed in range(options.first, options.first + options.count):
        try:
            for way, found, notes_made in measured(seed, [options.way] if options.way else list(WAYS)):
                wrong[way] += len(found)
                marked[way] += sum(one.marked for one in found)
                marks[way] += notes_made
                for one in found if options.show else ():
                    if not one.marked:
                        print(f"{seed} {way}: row {one.row + 1} {one.kind}: {one.shown}")
        except SopkitError as error:
            print(f"{seed}: {error}")
    for way in wrong:
        share = f"{marked[way] / wrong[way]:6.1%}" if wrong[way] else "      "
        print(
            f"{way or '(unspoilt)':12} {wrong[way]:5} wrong, {marked[way]:5} marked {share}   {marks[way]:5} marks"
        )
    shares = [marked[way] / wrong[way] for way in wrong if way and wrong[way]]
    total, right = sum(wrong.values()) - wrong[""], sum(marked.values()) - marked[""]
    print(f"{'all values':12} {total:5} wrong, {right:5} marked {right / max(total, 1):6.1%}")
    print(
        f"{'all ways':12} {sum(shares) / max(len(shares), 1):6.1%} on average, {min(shares, default=1):.1%} at the least"
    )


if __name__ == "__main__":
    main()
