"""A PDF read back by a library that shares nothing with the one that wrote it; lengths in micrometres from the top left."""

from __future__ import annotations

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
        return found

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
