"""The same flowchart in the hands of different programs: how each writes boxes, capsules, diamonds and arrows."""

from __future__ import annotations

from math import cos, pi, sin


def capsule_points(left, top, right, bottom, steps=16):
    """A terminator as a polygon of many points."""
    radius = (bottom - top) / 2
    y = (top + bottom) / 2
    turn = [pi / 2 - pi * i / steps for i in range(steps + 1)]
    ends = [(right - radius + radius * cos(t), y - radius * sin(t)) for t in turn]
    return ends + [(left + right - x, top + bottom - z) for x, z in ends]


def diamond_points(left, top, right, bottom):
    x, y = (left + right) / 2, (top + bottom) / 2
    return [(left, y), (x, top), (right, y), (x, bottom)]


def pentagon_points(left, top, right, bottom):
    return [(left, top), (right, top), (right, bottom - 4), ((left + right) / 2, bottom), (left, bottom - 4)]


class Stroked:
    """Visio, reportlab, Word: stroked outlines, curves for the ends of a capsule, arrowheads filled."""

    def box(self, paper, box):
        paper.frame(*box, paint="B")

    def capsule(self, paper, box):
        left, top, right, bottom = box
        r, k = (bottom - top) / 2, 0.5523 * (bottom - top) / 2
        y = (top + bottom) / 2
        h = 400
        paper.raw(
            f"0 G 1 g 0.7 w {left + r} {h - top} m {right - r} {h - top} l "
            f"{right - r + k} {h - top} {right} {h - y + k} {right} {h - y} c "
            f"{right} {h - y - k} {right - r + k} {h - bottom} {right - r} {h - bottom} c {left + r} {h - bottom} l "
            f"{left + r - k} {h - bottom} {left} {h - y - k} {left} {h - y} c "
            f"{left} {h - y + k} {left + r - k} {h - top} {left + r} {h - top} c h B"
        )

    def polygon(self, paper, points):
        paper.raw("0 G 1 g 0.7 w")
        paper.path(points, "B")

    def arrow(self, paper, points):
        (bx, by), end = points[-2], points[-1]
        paper.line(*points[:-1], _before(end, (bx, by), 4))
        paper.filled(_head(end, (bx, by)))


class Outlined:
    """Excel: every line as the filled polygon around it, boxes as rings, arrowheads apart and short of the symbol."""

    width = 0.6

    def box(self, paper, box):
        left, top, right, bottom = box
        w = self.width
        paper.bar(left, top, right, bottom, grey=1)
        inner = [
            (left + w, bottom - w), (left + w - 0.3, bottom - w - 0.3), (right - w, bottom - w - 0.3), (right - w - 0.3, bottom - w),
            (right - w - 0.3, top + w), (right - w, top + w + 0.3), (left + w - 0.3, top + w + 0.3), (left + w, top + w),
        ]  # fmt: skip
        self._ring(paper, [(left, top), (right, top), (right, bottom), (left, bottom)], inner)

    def capsule(self, paper, box):
        left, top, right, bottom = box
        inner = capsule_points(
            left + self.width, top + self.width, right - self.width, bottom - self.width, 32
        )
        self._ring(paper, capsule_points(*box), inner)

    def polygon(self, paper, points):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        self._ring(paper, points, [(x + (px - x) * 0.95, y + (py - y) * 0.95) for px, py in points])

    def _ring(self, paper, outer, inner):
        paper.raw("0 g")
        paper.path(outer, "")
        paper.path(inner, "f*")

    def arrow(self, paper, points):
        end, before = points[-1], points[-2]
        tip = _before(end, before, 3)
        paper.filled(_around([*points[:-1], _before(tip, before, 3.5)], self.width / 2))
        paper.filled(_head(tip, before))


def _before(end, before, far):
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = abs(dx) + abs(dy)
    return end[0] - dx * far / length, end[1] - dy * far / length


def _head(tip, before):
    (x, y), (bx, by) = tip, _before(tip, before, 4)
    return [tip, (bx + (by - y) / 2, by - (bx - x) / 2), (bx - (by - y) / 2, by + (bx - x) / 2)]


def _around(points, half):
    """The polygon around a level and upright polyline."""

    def side(sign):
        made = []
        for i, (x, y) in enumerate(points):
            before = points[i - 1] if i else None
            after = points[i + 1] if i + 1 < len(points) else None
            dx = dy = 0.0
            for a, b in ((before, (x, y)), ((x, y), after)):
                if a is not None and b is not None:
                    dx += sign * half * ((b[1] > a[1]) - (b[1] < a[1]))
                    dy -= sign * half * ((b[0] > a[0]) - (b[0] < a[0]))
            if before is not None and after is not None and (before[0] == after[0] or before[1] == after[1]):
                dx, dy = dx / 2, dy / 2
            made.append((x + dx, y + dy))
        return made

    return side(1) + side(-1)[::-1]
