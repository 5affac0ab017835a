"""Pages to route, drawn by chance from a seed or written as a short text. The same seed gives the same page.

A page as text: one word a step, `<columns>[shape]`, columns as letters (`a`, `b`; `ab` is a hand-over chain, `a+b` joint work);
shape `(` for a capsule, `?` for a decision. See `page`.
"""

from __future__ import annotations

from random import Random

from sopkit.sheet.routing.problem import Band, BandKind, Column, Connection, Node, Page, Shape

SHAPES = {"(": Shape.KAPSUL, "?": Shape.KETUPAT, "": Shape.KOTAK}
GUTTER = 3_400
STRIP = 9_000
LABEL_HEIGHT = 2_600
LETTER_WIDTH = 1_120


def size_of_symbol(role):
    """Width and height of a symbol in a column `role` wide."""
    w = min(18_000, role - 2 * GUTTER)
    return w, max(6_500, min(9_000, w * 6 // 10))


def page(steps, edges, *, role=24_000, heights=None, columns=None, above="", below=""):
    """A page of `steps`, numbered from 1, joined by `edges`, both words in a text.

    An edge is `1-2`, `3-2:Tidak` with a label. `above` and `below` are columns of pentagons, named `^1`, `^2` … and `v1` …
    A step of several columns has the symbols `1`, `1b`, `1c` …: its first is entered, its last is left.
    """
    words = steps.split()
    letters = [c for word in words for c in word if c.isalpha()]
    columns = columns or max(ord(c) - ord("a") + 1 for c in [*letters, *above, *below])
    w, h = size_of_symbol(role)
    heights = heights or [h + 2 * 3_200 + 2_000] * len(words)
    bands = [*([(STRIP, BandKind.STRIP)] if above else []), *((height, BandKind.ROW) for height in heights)]
    bands += [(STRIP, BandKind.STRIP)] if below else []
    made = _bands(bands)
    centres = [20_000 + role * i + role // 2 for i in range(columns)]
    place = _Places(centres, made, (w, h))
    for i, c in enumerate(above):
        place.put(f"^{i + 1}", c, 0, Shape.SEGILIMA)
    for i, c in enumerate(below):
        place.put(f"v{i + 1}", c, len(made) - 1, Shape.SEGILIMA)
    for i, word in enumerate(words):
        place.step(str(i + 1), word, i + bool(above))
    place.edges += [_edge(word, place) for word in edges.split()]
    frame = tuple(Column(c - role // 2, c + role - role // 2) for c in centres)
    edges = tuple(Connection(i, *rest) for i, rest in enumerate(place.edges))
    return Page(frame, tuple(made), tuple(place.nodes), edges)


class _Places:
    def __init__(self, centres, bands, size):
        self.centres, self.bands, self.size = centres, bands, size
        self.nodes, self.edges, self.last = [], [], {}

    def put(self, name, column, band, shape):
        c = ord(column) - ord("a")
        middle = (self.bands[band].top + self.bands[band].bottom) // 2
        size = (6_000, 7_000) if shape is Shape.SEGILIMA else self.size
        self.nodes.append(Node.centred(name, (c, band), (self.centres[c], middle), size, shape))

    def step(self, number, word, band):
        mark = word[-1] if word[-1] in "(?" else ""
        columns = word.removesuffix(mark).replace("+", "")
        for i, c in enumerate(columns):
            last = i == len(columns) - 1
            name = number + ("abcdefgh"[i] if i else "")
            self.put(name, c, band, SHAPES[mark] if last else Shape.KOTAK)
            if i:
                self.edges.append((self.last[number], name, None, 0, 0, "+" not in word))
            self.last[number] = name


def _bands(bands):
    made, top = [], 10_000
    for height, kind in bands:
        made.append(Band(top, top + height, kind))
        top += height
    return made


def _edge(word, place):
    way, _, label = word.partition(":")
    source, target = way.split("-")
    size = (len(label) * LETTER_WIDTH, LABEL_HEIGHT) if label else (0, 0)
    return place.last.get(source, source), target, label or None, *size


def random_page(seed, *, rows=(4, 15), roles=(2, 8)):
    """A page of chance: decisions with loops and jumps, parallel branches, hand-over chains, joint work and pentagons now and then."""
    chance = Random(seed)  # noqa: S311 - a fixed seed, so that a page can be looked at again
    return drawn_page(chance.randint, lambda percent: chance.random() * 100 < percent, rows, roles)


def drawn_page(number, happens, rows=(4, 15), roles=(2, 8)):
    """A page decided by `number(low, high)` and `happens(percent)`."""
    count, columns = number(*rows), number(*roles)
    role = max(13_000, min(27_000, 130_000 // columns))
    decisions = number(5, 30)
    steps, edges, above, below = [], [], "", ""
    for i in range(count):
        column = chr(ord("a") + number(0, columns - 1))
        decision = 0 < i < count - 1 and happens(decisions)
        several = columns > 2 and not decision and happens(6)
        other = chr(ord("a") + (ord(column) - ord("a") + number(1, max(columns - 1, 1))) % columns)
        joint = several and happens(40)
        mark = "?" if decision else "(" if i in {0, count - 1} else ""
        steps.append(column + ("+" if joint else "") + (other if several else "") + mark)
        if i < count - 1:
            edges.append(f"{i + 1}-{i + 2}" + (":Ya" if decision else ""))
        if decision and happens(75):
            edges.append(f"{i + 1}-{number(1, i + 1)}:Tidak")
        elif decision and i + 3 <= count and happens(80):
            edges.append(f"{i + 1}-{number(i + 3, count)}:Tidak")
        elif not decision and happens(4):
            edges += [f"{i + 1}-{then}" for then in range(i + 3, min(i + 3 + number(1, 4), count + 1))]
        elif decision:
            below += column if column not in below else ""
            edges.append(f"{i + 1}-v{len(below)}:Tidak")
    if happens(30):
        above = steps[0][0]
        edges.append("^1-1")
    heights = [role * 6 // 10 + 6_400 + number(2_000, 14_000) for _ in steps]
    heights = [max(13_000, min(30_000, h)) for h in heights]
    return page(
        " ".join(steps),
        " ".join(edges),
        role=role,
        columns=columns,
        heights=heights,
        above=above,
        below="".join(below),
    )
