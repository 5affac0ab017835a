"""Shapes of DrawingML, as Excel and Word write them, → shapes, strokes and labels in points.

Where an anchor lies on its sheet or page is known by the readers of the formats; here it is only filled.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopkit.intake.drawing.shapes import Drawing, Label, Shape, Stroke

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from sopkit.intake.drawing.shapes import Box, Kind, Point

EMU = 12_700
"""English Metric Units in a point."""
_TURN = 60_000
"""Units of rotation in a degree."""
_FULL = 100_000
_MOST_NESTED = 12
_KINDS: dict[str, Kind] = {
    "rect": "kotak",
    "roundRect": "kotak",
    "round2SameRect": "kotak",
    "snip1Rect": "kotak",
    "flowChartProcess": "kotak",
    "flowChartPredefinedProcess": "kotak",
    "flowChartDocument": "kotak",
    "flowChartAlternateProcess": "kotak",
    "flowChartManualOperation": "kotak",
    "flowChartInputOutput": "kotak",
    "flowChartTerminator": "kapsul",
    "ellipse": "kapsul",
    "diamond": "ketupat",
    "flowChartDecision": "ketupat",
    "flowChartOffpageConnector": "segilima",
    "homePlate": "segilima",
    "pentagon": "segilima",
    "flowChartConnector": "segilima",
}
_ROUND = 40_000
"""A rectangle with corners so round is a capsule."""
_BLOCK_ARROWS: dict[str, tuple[Point, Point]] = {
    "rightArrow": ((0, 0.5), (1, 0.5)),
    "leftArrow": ((1, 0.5), (0, 0.5)),
    "downArrow": ((0.5, 0), (0.5, 1)),
    "upArrow": ((0.5, 1), (0.5, 0)),
}
_LINES = ("line", "straightConnector", "bentConnector", "curvedConnector")


@dataclass(frozen=True, slots=True)
class Frame:
    """How the coordinates of a group, in EMU, lie on the page: `left`, `top` in points, points for one EMU, and the zero."""

    left: float = 0.0
    top: float = 0.0
    across: float = 1 / EMU
    down: float = 1 / EMU
    zero: Point = (0.0, 0.0)

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """The box in points of what lies at (`x`, `y`) in the group."""
        left = self.left + (x - self.zero[0]) * self.across
        top = self.top + (y - self.zero[1]) * self.down
        return (left, top, left + width * self.across, top + height * self.down)


@dataclass
class Canvas:
    """Collects what is drawn on the page `page`; `prefix` keeps the ids of several sheets apart.

    `guessed` counts the symbols that are pictures, whose kind nobody can tell.
    """

    page: int
    prefix: str = ""
    shapes: list[Shape] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    guessed: int = 0
    _pictures: list[Shape] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)

    def drawing(self) -> Drawing:
        """All of it. A picture that a connector is glued to is a symbol: taken for a box, the most usual one."""
        glued = {end for stroke in self.strokes for end in (stroke.source, stroke.target)}
        pictured = [shape for shape in self._pictures if shape.id in glued]
        self.shapes += pictured
        self.guessed += len(pictured)
        self._pictures = [shape for shape in self._pictures if shape.id not in glued]
        return Drawing(tuple(self.shapes), tuple(self.strokes), tuple(self.labels))

    def add(self, element: Element, box: Box | None, frame: Frame, depth: int = 0) -> None:
        """Take in a shape, connector, group or picture. `box` is where its anchor lies; None takes its own place in `frame`."""
        name = local(element)
        if depth > _MOST_NESTED:
            return
        if name in ("grpSp", "wgp", "wpc"):
            self._group(element, box, frame, depth)
        elif name == "pic":
            self._picture(element, box or _own_box(element, frame))
        elif name in ("sp", "wsp", "cxnSp"):
            self._shape(element, box or _own_box(element, frame))

    def _group(self, element: Element, box: Box | None, frame: Frame, depth: int) -> None:
        transform = _first(element, "grpSpPr", "xfrm")
        inner = frame
        if box is None and transform is not None:
            box = _transformed(transform, frame)
        if box is not None:
            inner = _inner_frame(transform, box)
        for child in element:
            self.add(child, None, inner, depth + 1)

    def _shape(self, element: Element, box: Box | None) -> None:
        properties = _first(element, "spPr")
        if box is None or properties is None:
            return
        preset = _first(properties, "prstGeom")
        form = preset.get("prst", "") if preset is not None else ""
        if form.startswith(_LINES) or local(element) == "cxnSp" or _first(element, "cNvCnPr") is not None:
            self._line(element, properties, form, box)
        elif form in _BLOCK_ARROWS:
            self._block_arrow(form, box)
        else:
            self._closed(element, properties, form, box)

    @property
    def pictures(self) -> int:
        """How many pictures are no symbols, once the drawing has been taken."""
        return len(self._pictures)

    def _picture(self, element: Element, box: Box | None) -> None:
        if box is not None:
            self._pictures.append(Shape(self._id(element), "kotak", box, "", self.page))

    def add_picture(self, box: Box) -> None:
        """Take in a raster image."""
        self._pictures.append(Shape(f"{self.prefix}p{len(self._pictures)}", "kotak", box, "", self.page))

    def _closed(self, element: Element, properties: Element, form: str, box: Box) -> None:
        text = text_of(element)
        if _is_label(element, properties):
            if text:
                self.labels.append(Label(text, box, self.page))
            return
        kind = _KINDS.get(form)
        if form in ("roundRect", "flowChartAlternateProcess") and _adjustment(properties, 16_667) >= _ROUND:
            kind = "kapsul"
        if form == "flowChartConnector" and not text:
            kind = "kapsul"
        if not form and kind is None:
            kind = _free_form(properties)
        self.shapes.append(Shape(self._id(element), kind, box, text, self.page))

    def _block_arrow(self, form: str, box: Box) -> None:
        ends = tuple(
            (box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1])) for x, y in _BLOCK_ARROWS[form]
        )
        self.strokes.append(Stroke(ends, False, True, self.page))

    def _line(self, element: Element, properties: Element, form: str, box: Box) -> None:
        transform = _first(properties, "xfrm")
        points = _path(form, properties, transform, box)
        if points is None:
            return
        line = _first(properties, "ln")
        start, end = (_has_arrow(line, name) for name in ("headEnd", "tailEnd"))
        glued = [_first(element, name) for name in ("stCxn", "endCxn")]
        source, target = (f"{self.prefix}{one.get('id')}" if one is not None else None for one in glued)
        self.strokes.append(Stroke(points, start, end, self.page, source, target))

    def _id(self, element: Element) -> str:
        named = _first(element, "cNvPr")
        number = named.get("id", "") if named is not None else ""
        known = f"{self.prefix}{number}"
        if not number or known in self._ids:
            known = f"{self.prefix}s{len(self._ids)}"
        self._ids.add(known)
        return known


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag: object = element.tag  # a comment has a function in its place
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def text_of(element: Element) -> str:
    """The text in a shape, its paragraphs on lines of their own."""
    lines = [
        "".join(one.text or "" for one in paragraph.iter() if local(one) == "t")
        for paragraph in element.iter()
        if local(paragraph) == "p"
    ]
    return "\n".join(line.strip() for line in lines if line.strip())


def _first(element: Element, *names: str) -> Element | None:
    """The first element below with the name, then below that one with the next name; groups inside are not looked into."""
    for name in names:
        found = next((one for one in element.iter() if local(one) == name), None)
        if found is None:
            return None
        element = found
    return element


def _number(element: Element | None, name: str) -> float:
    try:
        return float(element.get(name, "0")) if element is not None else 0.0
    except ValueError:
        return 0.0


def _own_box(element: Element, frame: Frame) -> Box | None:
    transform = _first(element, "spPr", "xfrm")
    return _transformed(transform, frame) if transform is not None else None


def _transformed(transform: Element, frame: Frame) -> Box:
    """The box that is seen: one turned by a right angle stands on its other side."""
    offset, extent = (next((c for c in transform if local(c) == name), None) for name in ("off", "ext"))
    x, y = _number(offset, "x"), _number(offset, "y")
    width, height = _number(extent, "cx"), _number(extent, "cy")
    if _is_upright(transform):
        x, y = x + (width - height) / 2, y + (height - width) / 2
        width, height = height, width
    return frame.box(x, y, width, height)


def _is_upright(transform: Element | None) -> bool:
    """Whether the rotation is nearer to a quarter turn than to none or half a turn."""
    degrees = _number(transform, "rot") / _TURN % 180
    return 45 <= degrees < 135  # noqa: PLR2004 - degrees


def _inner_frame(transform: Element | None, box: Box) -> Frame:
    if transform is None:
        return Frame(box[0], box[1])
    offset, extent = (next((c for c in transform if local(c) == name), None) for name in ("chOff", "chExt"))
    width, height = _number(extent, "cx"), _number(extent, "cy")
    across = (box[2] - box[0]) / width if width else 1 / EMU
    down = (box[3] - box[1]) / height if height else 1 / EMU
    return Frame(box[0], box[1], across, down, (_number(offset, "x"), _number(offset, "y")))


def _is_label(element: Element, properties: Element) -> bool:
    """Whether a shape is a text box, or has neither line nor filling."""
    marks = _first(element, "cNvSpPr")
    if marks is not None and marks.get("txBox") in ("1", "true"):
        return _is_bare(properties)
    return _is_bare(properties) and bool(text_of(element))


def _is_bare(properties: Element) -> bool:
    line = next((one for one in properties if local(one) == "ln"), None)
    outlined = line is not None and not any(local(one) == "noFill" for one in line)
    styled_line = line is None and any(local(one) == "solidFill" for one in properties)
    unfilled = any(local(one) == "noFill" for one in properties)
    return not outlined and not styled_line and (unfilled or line is not None)


def _adjustment(properties: Element, default: int) -> float:
    guide = _first(properties, "gd")
    if guide is None:
        return default
    try:
        return float(guide.get("fmla", "").removeprefix("val "))
    except ValueError:
        return default


def _free_form(properties: Element) -> Kind | None:
    """A free form of four straight sides with its corners on the middles of its box is a decision; others are unknown."""
    path = _first(properties, "custGeom", "path")
    if path is None or any(local(one) in ("cubicBezTo", "arcTo", "quadBezTo") for one in path):
        return None
    width, height = _number(path, "w"), _number(path, "h")
    points = {(_number(p, "x"), _number(p, "y")) for p in path.iter() if local(p) == "pt"}
    if not width or not height or len(points) != 4:  # noqa: PLR2004 - corners
        return None
    scaled = {(round(x / width, 1), round(y / height, 1)) for x, y in points}
    if scaled == {(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)}:
        return "ketupat"
    return "kotak" if scaled == {(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)} else None


def _has_arrow(line: Element | None, name: str) -> bool:
    end = _first(line, name) if line is not None else None
    return end is not None and end.get("type", "none") != "none"


def _path(form: str, properties: Element, transform: Element | None, box: Box) -> tuple[Point, ...] | None:
    """The corners of a connector from its first to its last end, from its form, turns and mirrorings; None for none."""
    width, height = box[2] - box[0], box[3] - box[1]
    if _is_upright(transform):
        width, height = height, width
    if not width and not height:
        return None
    corners = [(x * width, y * height) for x, y in _unit_path(form, properties)]
    flip_x, flip_y = (
        transform is not None and transform.get(name) in ("1", "true") for name in ("flipH", "flipV")
    )
    angle = math.radians(_number(transform, "rot") / _TURN)
    cos, sin = round(math.cos(angle), 6), round(math.sin(angle), 6)
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    points = []
    for corner_x, corner_y in corners:
        x = (-1 if flip_x else 1) * (corner_x - width / 2)
        y = (-1 if flip_y else 1) * (corner_y - height / 2)
        points.append((middle[0] + x * cos - y * sin, middle[1] + x * sin + y * cos))
    return tuple(points)


def _unit_path(form: str, properties: Element) -> list[Point]:
    """The corners in a box of width and height 1."""
    guides = {one.get("name"): one.get("fmla", "") for one in properties.iter() if local(one) == "gd"}
    a, b, c = (_guide(guides.get(f"adj{number}")) for number in (1, 2, 3))
    match form[-1:] if form.startswith(("bent", "curved")) else "":
        case "2":
            return [(0, 0), (1, 0), (1, 1)]
        case "3":
            return [(0, 0), (a, 0), (a, 1), (1, 1)]
        case "4":
            return [(0, 0), (a, 0), (a, b), (1, b), (1, 1)]
        case "5":
            return [(0, 0), (a, 0), (a, b), (c, b), (c, 1), (1, 1)]
        case _:
            return [(0, 0), (1, 1)]


def _guide(formula: str | None) -> float:
    try:
        return float((formula or "").removeprefix("val ")) / _FULL
    except ValueError:
        return 0.5
