"""PDFs written by hand: text, lines and outlines in the ways in which office programs write them.

Coordinates are points from the upper left corner, y downwards; a page is 600 wide and 400 high.
"""

from __future__ import annotations

import zlib
from itertools import pairwise

WIDTH, HEIGHT = 600, 400


class Paper:
    """A PDF of pages; what is drawn goes on the last one."""

    def __init__(self):
        self.pages = []
        self.images = []
        self.page()

    def page(self):
        self.pages.append([])
        self.images.append([])

    def raw(self, text):
        self.pages[-1].append(text)

    def text(self, x, top, text, size=8):
        safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.raw(f"0 g BT /F1 {size} Tf 1 0 0 1 {x:.2f} {HEIGHT - top - size * 0.9:.2f} Tm ({safe}) Tj ET")

    def turned(self, x, bottom, text, size=8):
        """Text that runs upwards from `bottom`, its left side at x."""
        self.raw(f"0 g BT /F1 {size} Tf 0 1 -1 0 {x + size:.2f} {HEIGHT - bottom:.2f} Tm ({text}) Tj ET")

    def path(self, points, paint, *, close=True):
        steps = [f"{x:.3f} {HEIGHT - y:.3f} {'m' if i == 0 else 'l'}" for i, (x, y) in enumerate(points)]
        self.raw(" ".join([*steps, "h" if close else "", paint]))

    def filled(self, points, grey=0.0):
        self.raw(f"{grey} g")
        self.path(points, "f")

    def bar(self, left, top, right, bottom, grey=0.0):
        """A filled rectangle: how Word and Excel write borders and lines."""
        self.raw(f"{grey} g {left:.3f} {HEIGHT - bottom:.3f} {right - left:.3f} {bottom - top:.3f} re f")

    def frame(self, left, top, right, bottom, paint="S"):
        """A stroked rectangle."""
        self.raw(
            f"0 G 1 g 0.7 w {left:.3f} {HEIGHT - bottom:.3f} {right - left:.3f} {bottom - top:.3f} re {paint}"
        )

    def line(self, *points):
        self.raw("0 G 0.7 w")
        self.path(points, "S", close=False)

    def table(self, xs, ys, without=()):
        """Borders as bars, cell by cell; `without` names sides left out: ("v", x, row) or ("h", y, column)."""
        for r, (top, bottom) in enumerate(pairwise(ys)):
            for x in xs:
                if ("v", x, r) not in without:
                    self.bar(x - 0.3, top, x + 0.3, bottom)
        for c, (left, right) in enumerate(pairwise(xs)):
            for y in ys:
                if ("h", y, c) not in without:
                    self.bar(left, y - 0.3, right, y + 0.3)

    def image(self, left, top, right, bottom):
        self.images[-1].append(True)
        self.raw(f"q {right - left} 0 0 {bottom - top} {left} {HEIGHT - bottom} cm /I1 Do Q")

    def data(self, *, trailer=""):
        """The file as bytes."""
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            None,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            stream(
                b"\x80",
                "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
            ),
        ]
        kids = []
        for steps in self.pages:
            packed = zlib.compress("\n".join(steps).encode("cp1252"))
            number = len(objects) + 1
            kids.append(f"{number} 0 R")
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R "
                f"/Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>".encode()
            )
            objects.append(stream(packed, "/Filter /FlateDecode"))
        objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
        return file_of(objects, trailer)


def stream(data, entries=""):
    """A stream object."""
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def file_of(objects, trailer=""):
    """A PDF of numbered objects, the first of which is the catalogue."""
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    made += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return made
