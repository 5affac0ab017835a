"""The drawn shapes of a Word paragraph: DrawingML in anchors, and VML, which older versions of Word wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sopkit.intake.drawing.shapes import Label, Shape, Stroke
from sopkit.intake.drawingml import EMU, Canvas, Frame, local, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.intake.drawing.shapes import Box, Kind, Point

_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "pc": 12.0, "": 1.0}
_LENGTH = re.compile(r"\s*(-?[0-9]*\.?[0-9]+)\s*([a-z]*)")
_VML_KINDS: dict[str, Kind] = {
    "rect": "kotak",
    "roundrect": "kotak",
    "oval": "kapsul",
    "t109": "kotak",
    "t112": "kotak",
    "t114": "kotak",
    "t176": "kotak",
    "t116": "kapsul",
    "t4": "ketupat",
    "t110": "ketupat",
    "t15": "segilima",
    "t56": "segilima",
    "t177": "segilima",
    "t120": "segilima",
}
_VML_LINES = ("t20", "t32", "t33", "t34", "t35", "t36", "t38")
_VML_TEXT_BOX = "t202"
_MOST_NESTED = 12


def add_shapes(paragraph: Any, canvas: Canvas, place: Point, margin: float) -> None:
    """Take in what is drawn in `paragraph`, which begins at `place`; `margin` is the page's left margin, in points."""
    for child in paragraph:
        _walk(child, canvas, place, margin)


def _walk(element: Any, canvas: Canvas, place: Point, margin: float) -> None:
    name = local(element)
    if name == "AlternateContent":
        choice = next((one for one in element if local(one) == "Choice"), None)
        fallback = next((one for one in element if local(one) == "Fallback"), None)
        known = choice is not None and any(local(one) == "drawing" for one in choice.iter())
        chosen = choice if known else fallback
        if chosen is not None:
            _walk(chosen, canvas, place, margin)
    elif name == "drawing":
        for anchor in element:
            _anchored(anchor, canvas, place, margin)
    elif name == "pict":
        for child in element:
            _vml(child, canvas, (*place, 1.0, 1.0, 0.0, 0.0), 0)
    elif name not in ("t", "pPr", "rPr", "txbxContent"):
        for child in element:
            _walk(child, canvas, place, margin)


def _anchored(anchor: Any, canvas: Canvas, place: Point, margin: float) -> None:
    extent = next((one for one in anchor if local(one) == "extent"), None)
    if extent is None:
        return
    width, height = _integer(extent.get("cx")) / EMU, _integer(extent.get("cy")) / EMU
    left, top = place
    for axis in anchor:
        offset = next((one.text for one in axis if local(one) == "posOffset"), None)
        if offset is None:
            continue
        points = _integer(offset) / EMU
        if local(axis) == "positionH":
            start = {"page": 0.0, "margin": margin, "leftMargin": 0.0}.get(axis.get("relativeFrom"), place[0])
            left = start + points
        elif local(axis) == "positionV":
            top = (place[1] if axis.get("relativeFrom") in ("paragraph", "line") else 0.0) + points
    box = (left, top, left + width, top + height)
    for shape in _drawn(anchor):
        canvas.add(shape, box, Frame())


def _drawn(anchor: Any) -> Iterator[Any]:
    for graphic in anchor:
        if local(graphic) == "graphic":
            for data in graphic:
                yield from data


def _integer(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0


_VmlFrame = tuple[float, float, float, float, float, float]
"""Left and top in points, points for a unit across and down, and the zero of the units."""


def _vml(element: Any, canvas: Canvas, frame: _VmlFrame, depth: int) -> None:
    name = local(element)
    style = _style(element.get("style", ""))
    if depth > _MOST_NESTED:
        return
    if name == "group":
        box = _vml_box(style, frame)
        inner = _vml_inner(element, box)
        for child in element:
            _vml(child, canvas, inner, depth + 1)
    elif name == "line" and element.get("from"):
        begin, end = (_pair(element.get(end), frame) for end in ("from", "to"))
        if begin != end:
            canvas.strokes.append(Stroke((begin, end), *_arrows(element), canvas.page))
    elif name in ("rect", "roundrect", "oval", "shape"):
        _vml_shape(element, name, style, canvas, frame)


def _vml_shape(element: Any, name: str, style: dict[str, str], canvas: Canvas, frame: _VmlFrame) -> None:
    form = element.get("type", "").rpartition("_x0000_")[2] if name == "shape" else name
    box = _vml_box(style, frame)
    if any(local(one) == "imagedata" for one in element.iter()):
        canvas.add_picture(box)
        return
    if form in _VML_LINES:
        canvas.strokes.append(Stroke(_vml_path(form, box, style), *_arrows(element), canvas.page))
        return
    text = text_of(element)
    bare = element.get("stroked") in ("f", "false")
    if form == _VML_TEXT_BOX or (bare and text):
        if text:
            canvas.labels.append(Label(text, box, canvas.page))
        return
    arc = element.get("arcsize", "")
    kind = _VML_KINDS.get(form)
    if name == "roundrect" and (arc.removesuffix("f").isdecimal() and int(arc.removesuffix("f")) >= 26_000):  # noqa: PLR2004 - of 65536
        kind = "kapsul"
    number = element.get("id") or f"v{len(canvas.shapes)}"
    known = {shape.id for shape in canvas.shapes}
    number = number if number not in known else f"{number}-{len(canvas.shapes)}"
    canvas.shapes.append(Shape(f"{canvas.prefix}{number}", kind, box, text, canvas.page))


def _style(text: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in text.split(";") if ":" in part)
    return {key.strip().lower(): value.strip() for key, value in pairs}


def _points(text: str | None) -> float:
    match = _LENGTH.match(text or "")
    return float(match[1]) * _UNITS.get(match[2], 1.0) if match else 0.0


def _vml_box(style: dict[str, str], frame: _VmlFrame) -> Box:
    left, top, across, down, zero_x, zero_y = frame
    x = _points(style.get("margin-left")) + _points(style.get("left"))
    y = _points(style.get("margin-top")) + _points(style.get("top"))
    x, y = left + (x - zero_x) * across, top + (y - zero_y) * down
    return (x, y, x + _points(style.get("width")) * across, y + _points(style.get("height")) * down)


def _vml_inner(element: Any, box: Box) -> _VmlFrame:
    origin = _numbers(element.get("coordorigin"), (0.0, 0.0))
    size = _numbers(element.get("coordsize"), (1000.0, 1000.0))
    across = (box[2] - box[0]) / size[0] if size[0] else 1.0
    down = (box[3] - box[1]) / size[1] if size[1] else 1.0
    return (box[0], box[1], across, down, *origin)


def _numbers(text: str | None, default: Point) -> Point:
    parts = (text or "").split(",")
    try:
        return (float(parts[0] or 0), float(parts[1] or 0)) if len(parts) > 1 else default
    except ValueError:
        return default


def _pair(text: str | None, frame: _VmlFrame) -> Point:
    left, top, across, down, zero_x, zero_y = frame
    parts = (text or "0,0").split(",")
    x, y = _points(parts[0]), _points(parts[1] if len(parts) > 1 else "0")
    return (left + (x - zero_x) * across, top + (y - zero_y) * down)


def _vml_path(form: str, box: Box, style: dict[str, str]) -> tuple[Point, ...]:
    left, top, right, bottom = box
    flip = style.get("flip", "")
    if "x" in flip:
        left, right = right, left
    if "y" in flip:
        top, bottom = bottom, top
    if form == "t33":
        return ((left, top), (right, top), (right, bottom))
    if form in ("t34", "t38"):
        middle = (left + right) / 2
        return ((left, top), (middle, top), (middle, bottom), (right, bottom))
    return ((left, top), (right, bottom))


def _arrows(element: Any) -> tuple[bool, bool]:
    stroke = next((one for one in element.iter() if local(one) == "stroke"), None)
    if stroke is None:
        return False, False
    return tuple(stroke.get(name, "none") not in ("none", "") for name in ("startarrow", "endarrow"))  # type: ignore[return-value]
