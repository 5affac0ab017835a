"""The situations that every drawing of an SOP comes down to, as pages by name."""

from __future__ import annotations

from pages import page

from sopkit.sheet.routing.problem import Connection, Node, Page, Shape


def _box_with_capsule_below():
    """A decision ends the work: Ya goes to a capsule of its own in the same row, Tidak back."""
    base = page("a( b c? ", "1-2 2-3 3-2:Tidak", heights=[16_000, 16_000, 34_000])
    column, band = base.columns[2], base.rows[2]
    x = (column.left + column.right) // 2
    others = tuple(node for node in base.nodes if node.id != "3")
    decision = Node.centred("3", (2, 2), (x, band.top + 8_000), (17_000, 9_000), Shape.KETUPAT)
    capsule = Node.centred("end", (2, 2), (x, band.bottom - 7_000), (17_000, 9_000), Shape.KAPSUL)
    ends = Connection(3, "3", "end", "Ya", 2_300, 2_600)
    return Page(base.columns, base.rows, (*others, decision, capsule), (*base.edges, ends))


SITUATIONS = {
    "linear over four roles": page("a( b c d c b a(", "1-2 2-3 3-4 4-5 5-6 6-7"),
    "straight down": page("a( a a b b(", "1-2 2-3 3-4 4-5"),
    "one loop": page("a( b c? b(", "1-2 2-3 3-2:Tidak 3-4:Ya"),
    "loop in one column": page("b( b b? b(", "1-2 2-3 3-2:Tidak 3-4:Ya", columns=3),
    "three Tidak back to step 2": page(
        "a( a b? c? d? a(", "1-2 2-3 3-4:Ya 3-2:Tidak 4-5:Ya 4-2:Tidak 5-6:Ya 5-2:Tidak"
    ),
    "forward jump": page("a( b? a b c(", "1-2 2-3:Tidak 2-5:Ya 3-4 4-5"),
    "loop to its own step": page("a( b? c(", "1-2 2-3:Ya 2-2:Tidak"),
    "loop to its own step beside others": page(
        "a( b? c? b? a(", "1-2 2-3:Ya 2-2:Tidak 3-4:Ya 3-2:Tidak 4-5:Ya 4-4:Tidak", columns=3
    ),
    "three branches, one to its own step": page(
        "b( b? a b c(", "1-2 2-2:Ragu 2-3:Kurang 2-5:Lengkap 3-4 4-5"
    ),
    "two roles in a row": page("a( bc d? a+b a(", "1-2 2-3 3-2:Tidak 3-4:Ya 4-5"),
    "hand-over and back": page("b( ba ac c(", "1-2 2-3 3-4"),
    "joint work of three": page("a( a+b+c d(", "1-2 2-3"),
    "parallel split and join": page("b( a b c b(", "1-2 1-3 1-4 2-5 3-5 4-5"),
    "six at once": page(
        "b( b a b c a b c b(", "1-2 2-3 2-4 2-5 2-6 2-7 2-8 3-9 4-9 5-9 6-9 7-9 8-9", columns=3
    ),
    "decision with three answers": page("a( b? a b c d(", "1-2 2-3:Kurang 2-4:Lengkap 2-5:Ragu 3-6 4-6 5-6"),
    "box with capsule below": _box_with_capsule_below(),
    "pentagons above and below": page(
        "b a? c? b", "^1-1 1-2 2-3:Ya 2-v1:Tidak 3-4:Ya v2-3 4-v3 ^2-4", above="ad", below="acb", columns=4
    ),
    "pentagons for a loop over pages": page(
        "a b? c", "^1-1 1-2 2-3:Ya 2-^2:Tidak v1-1 3-v2", above="ab", below="ac"
    ),
    "seven roles": page(
        "a( c e g? f d? b(", "1-2 2-3 3-4 4-5:Ya 4-2:Tidak 5-6 6-7:Ya 6-1:Tidak", role=18_000
    ),
    "ten roles": page("a( d j? b i? e g( ", "1-2 2-3 3-4:Ya 3-1:Tidak 4-5 5-6:Ya 5-2:Tidak 6-7", role=14_000),
    "twelve roles": page(
        "a( l? b k? c j? f(", "1-2 2-3:Ya 2-1:Tidak 3-4 4-5:Ya 4-3:Tidak 5-6 6-7:Ya 6-3:Tidak", role=13_000
    ),
    "forty rows": page(
        "a( " + "b c? d " * 12 + "a b c(",
        " ".join(f"{i}-{i + 1}" + (":Ya" if i % 3 == 0 and i < 38 else "") for i in range(1, 40))
        + "".join(f" {i}-{i - 1 if i % 2 else max(i - 7, 1)}:Tidak" for i in range(3, 38, 3)),
    ),
}
