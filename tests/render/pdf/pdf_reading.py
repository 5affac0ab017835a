"""A PDF read back by a library that shares nothing with the one that wrote it; lengths in micrometres from the top left."""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO
from itertools import pairwise

import pdfplumber
from pdfminer.pdftypes import resolve1

POINTS = 72_000 / 25.4


def micrometres(points):
    return points * 1_000_000 / POINTS


def pairs(points):
    """The stretches between points, whichever way they are drawn."""
    return {frozenset(pair) for pair in pairwise(points) if pair[0] != pair[1]}


def merged(segments):
    """The same lines with those that continue or cover each other made one, where they are upright or level."""
    slanted = {
        segment for segment in segments if len({x for x, _ in segment}) == len({y for _, y in segment}) == 2
    }
    lines = defaultdict(list)
    for (x1, y1), (x2, y2) in map(sorted, segments - slanted):
        upright = x1 == x2
        lines[upright, x1 if upright else y1].append((y1, y2) if upright else (x1, x2))
    found = set(slanted)
    for (upright, at), stretches in lines.items():
        for start, end in joined(stretches):
            found.add(frozenset({(at, start), (at, end)} if upright else {(start, at), (end, at)}))
    return found


def joined(stretches):
    """Stretches of one line made as few as possible."""
    found = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


class Read:
    """A file that was read back."""

    def __init__(self, data):
        self.file = pdfplumber.open(BytesIO(data))
        self.pages = self.file.pages

    @property
    def catalog(self):
        return {name: resolve1(value) for name, value in self.file.doc.catalog.items()}

    @property
    def outline(self):
        """Level, title, page number and, where it is not the page as a whole, y of each bookmark, in order."""
        return [(level, title, *self.place(to)) for level, title, to, _, _ in self.file.doc.get_outlines()]

    def place(self, target):
        """The page number of a destination, and the y within the page."""
        page, fit, *rest = resolve1(target)
        ids = [one.page_obj.pageid for one in self.pages]
        number = ids.index(page.objid) + 1
        return number, micrometres(
            float(self.pages[number - 1].height) - rest[1]
        ) if fit.name == "XYZ" else None

    def links(self, number):
        """The box of each link of a page, x0, top, x1, bottom, and the page number that it leads to."""
        height = float(self.pages[number].height)
        found = []
        for link in self.pages[number].page_obj.annots or ():
            record = resolve1(link)
            x0, y0, x1, y1 = (micrometres(float(value)) for value in record["Rect"])
            found.append(
                ((x0, micrometres(height) - y1, x1, micrometres(height) - y0), self.place(record["Dest"])[0])
            )
        return found

    def size(self, number):
        page = self.pages[number]
        return micrometres(page.width), micrometres(page.height)

    def characters(self, number):
        """Each character with the x and y of its origin and the x that it ends at, in the order of the file."""
        height = self.pages[number].height
        return [
            (
                char["text"],
                micrometres(char["matrix"][4]),
                micrometres(height - char["matrix"][5]),
                micrometres(char["x1"]),
            )
            for char in self.pages[number].chars
        ]

    def segments(self, number):
        """The straight lines drawn on a page as pairs of points; what has curves counts as its bounding box."""
        page = self.pages[number]
        found = set()
        for shape in (*page.lines, *page.rects, *page.curves):
            points = [(round(micrometres(x)), round(micrometres(y))) for x, y in shape["pts"]]
            if any(step[0] == "c" for step in shape["path"]):
                left, right = min(x for x, _ in points), max(x for x, _ in points)
                top, bottom = min(y for _, y in points), max(y for _, y in points)
                points = [(left, top), (right, top), (right, bottom), (left, bottom)]
            closed = shape["object_type"] != "line" and (shape["fill"] or shape["path"][-1][0] == "h")
            found |= pairs([*points, points[0]] if closed else points)
        return merged(found)

    def curves(self, number):
        """The Bézier curves of a page: four points each."""
        found = []
        for shape in self.pages[number].curves:
            at = None
            for step, *points in shape["path"]:
                if step == "c":
                    found.append([at, *points])
                at = points[-1] if points else at
        return [[(micrometres(x), micrometres(y)) for x, y in points] for points in found]

    def text(self, number):
        return "".join(char["text"] for char in self.pages[number].chars)
