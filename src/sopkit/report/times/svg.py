"""A Gantt chart as SVG: one picture, complete in itself, legible in print and without colours.

What belongs here places and draws a `Chart`. Critical steps are hatched and have a thick outline, the deadline is a broken line;
colours only help.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.report.times.chart import make_chart
from sopkit.report.times.drawing import FONT, cut, element, joined, lines_of, px, room, text_of, words
from sopkit.report.times.words import (
    ACTIVITY,
    DEADLINE,
    LEGEND_CRITICAL,
    LEGEND_OFF,
    LEGEND_OTHER,
    LEGEND_SLACK,
    NOT_ON_WAY,
    NUMBER,
    ROLE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.errors import Language
    from sopkit.report.times.axis import Shade
    from sopkit.report.times.chart import Bar, Chart
    from sopkit.report.times.timed import TimedSop

WIDTH = 1120
_MARGIN = 16
_NUMBER_X, _ACTIVITY_X, _ROLE_X, _CHART_X = 16, 58, 316, 456
_CHART_WIDTH = WIDTH - _MARGIN - _CHART_X
_DAY_LABEL = 40
"""Pixels that the label of a day needs."""
_MOST_LABELS = _CHART_WIDTH // _DAY_LABEL
_LEAST_BAR, _UNKNOWN_BAR = 4, 14
_ROWS = ((8, 46, 3), (15, 34, 2))
"""Up to so many steps, rows are so high and hold so many lines of text; with more steps, `_LOW` and one line."""
_LOW = 22

_STYLE = """\
text { font-size: 12px; fill: #1a1a1a }
.title { font-size: 18px; font-weight: bold }
.small { font-size: 11px; fill: #444 }
.head { font-size: 11px; font-weight: bold }
.away { font-size: 11px; fill: #666; font-style: italic }
.over { stroke: #fff; stroke-width: 3; stroke-linejoin: round; paint-order: stroke }
.end { text-anchor: end }
.mid { text-anchor: middle }
.line { stroke: #c8c8c8; stroke-width: 1 }
.tick { stroke: #d6d6d6; stroke-width: 1 }
.edge { stroke: #444; stroke-width: 1 }
.off { fill: #ececec }
.bar { fill: #d7e4f1; stroke: #2f5d8a; stroke-width: 1 }
.critical { stroke: #6b1f02; stroke-width: 2 }
.unknown { fill: #fff; stroke: #444; stroke-width: 1; stroke-dasharray: 3 2 }
.slack { stroke: #2f5d8a; stroke-width: 1.5; stroke-dasharray: 1 3 }
.due { stroke: #b00020; stroke-width: 2; stroke-dasharray: 7 4 }
.late { fill: #b00020; font-weight: bold }"""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the rows are: `top` of the first, `row` pixels each."""

    chart: Chart
    top: int
    row: int
    lines: int
    mark: str

    @property
    def bottom(self) -> int:
        return self.top + self.row * len(self.chart.bars)

    def x(self, at: Fraction) -> Fraction:
        return _CHART_X + min(at / self.chart.axis.length, Fraction(1)) * _CHART_WIDTH


def render_svg(timed: TimedSop, language: Language, mark: str = "sopkit", *, titled: bool = True) -> str:
    """The chart of `timed` as an SVG document.

    In a page that holds several and has titles of its own, `mark` begins the names in it and `titled` is False.
    """
    chart = make_chart(timed, language, _MOST_LABELS)
    heading, top = _heading(chart, titled=titled)
    row, lines = next(((row, lines) for most, row, lines in _ROWS if len(chart.bars) <= most), (_LOW, 1))
    frame = _Frame(chart, top, row, lines, mark)
    legend, height = _below(frame, language)
    body = [
        element("title", text_of(chart.title)),
        element("desc", text_of(" ".join(chart.lines))),
        element("style", _scoped(mark)),
        element("defs", _patterns(mark)),
        element("rect", width=WIDTH, height=height, fill="#fff"),
        *heading,
        *(_shade(shade, frame) for shade in chart.axis.shades),
        *_ticks(frame),
        *_rows(frame, language),
        *_due(frame, language),
        *legend,
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{text_of(mark)}" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" lang="{language}" font-family="{text_of(FONT)}">\n'
        f"{joined(body)}\n</svg>\n"
    )


def _scoped(mark: str) -> str:
    return "\n" + "\n".join(f"#{mark} {line}" for line in _STYLE.split("\n")) + "\n"


def _patterns(mark: str) -> str:
    hatch = element("rect", width=6, height=6, fill="#f6c3ad") + element(
        "rect", width=2, height=6, fill="#a63603"
    )
    dots = element("rect", width=6, height=6, fill="#ececec") + element(
        "rect", width=1, height=6, fill="#a9a9a9"
    )
    turned = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
    return element("pattern", hatch, id=f"{mark}-k", patternTransform="rotate(45)", **turned) + element(
        "pattern", dots, id=f"{mark}-l", patternTransform="rotate(-45)", **turned
    )


def _heading(chart: Chart, *, titled: bool) -> tuple[list[str], int]:
    """The lines above the chart, and where its first row begins."""
    parts, y = [], 8
    if titled:
        parts.append(words(cut(chart.title, WIDTH - 2 * _MARGIN, 20), _MARGIN, 28, class_="title"))
        y = 33
    for line in chart.lines:
        for part in lines_of(line, WIDTH - 2 * _MARGIN, 12, 3):
            y += 17
            parts.append(words(part, _MARGIN, y))
    return parts, y + 56


def _shade(shade: Shade, frame: _Frame) -> str:
    left, right = frame.x(shade.begin), frame.x(shade.end)
    holiday = bool(shade.names)
    return element(
        "rect",
        element("title", text_of("; ".join(shade.names))) if holiday else "",
        x=left,
        y=frame.top,
        width=right - left,
        height=frame.bottom - frame.top,
        class_=None if holiday else "off",
        fill=f"url(#{frame.mark}-l)" if holiday else None,
    )


def _ticks(frame: _Frame) -> Iterator[str]:
    free = Fraction(0)
    for tick in frame.chart.axis.ticks:
        x = frame.x(tick.at)
        yield element("line", x1=x, x2=x, y1=frame.top - 4, y2=frame.bottom, class_="tick")
        wide = room(tick.label, 11)
        if x >= free and x + wide <= WIDTH:
            yield words(tick.above, x + 2, frame.top - 19, class_="small")
            yield words(tick.label, x + 2, frame.top - 6, class_="small")
            free = x + wide + 6


def _rows(frame: _Frame, language: Language) -> Iterator[str]:
    y = frame.top - 6
    yield words(NUMBER.pick(language), _NUMBER_X, y, class_="head")
    yield words(ACTIVITY.pick(language), _ACTIVITY_X, y, class_="head")
    yield words(ROLE.pick(language), _ROLE_X, y, class_="head")
    for i, bar in enumerate(frame.chart.bars):
        top = frame.top + i * frame.row
        yield element("line", x1=_MARGIN, x2=WIDTH - _MARGIN, y1=top, y2=top, class_="line")
        yield from _labels(bar, top, frame)
        yield from _bar(bar, top, frame, language)
    for edge in (frame.top, frame.bottom):
        yield element("line", x1=_MARGIN, x2=WIDTH - _MARGIN, y1=edge, y2=edge, class_="edge")


def _labels(bar: Bar, top: int, frame: _Frame) -> Iterator[str]:
    number = bar.row.nomor + (" *" if bar.row.critical else "")
    middle = top + frame.row // 2
    yield words(cut(number, _ACTIVITY_X - _NUMBER_X - 4, 12), _NUMBER_X, middle + 4)
    for text, x, until in ((bar.row.kegiatan, _ACTIVITY_X, _ROLE_X), (bar.row.roles, _ROLE_X, _CHART_X)):
        lines = lines_of(text, until - x - 10, 11, frame.lines)
        first = middle + 4 - Fraction(13 * (len(lines) - 1), 2)
        texts = (words(line, x, first + 13 * i, class_="small") for i, line in enumerate(lines))
        yield element("g", element("title", text_of(text)) + "".join(texts))


def _bar(bar: Bar, top: int, frame: _Frame, language: Language) -> Iterator[str]:
    middle = top + frame.row // 2
    if bar.begin is None:
        yield words(NOT_ON_WAY.pick(language), _CHART_X + 6, middle + 4, class_="away")
        return
    left, right = frame.x(bar.begin), frame.x(bar.end)
    left = min(left, Fraction(WIDTH - _MARGIN - _LEAST_BAR))
    right = max(right, left + (_UNKNOWN_BAR if bar.row.length.unknown else _LEAST_BAR))
    high = min(frame.row - 8, 20)
    free = max(frame.x(bar.free), right)
    if free > right:
        yield element("line", x1=right, x2=free, y1=middle, y2=middle, class_="slack")
        yield element("line", x1=free, x2=free, y1=middle - 4, y2=middle + 4, class_="edge")
    yield element(
        "rect",
        x=left,
        y=middle - Fraction(high, 2),
        width=right - left,
        height=high,
        rx=2,
        class_=_bar_class(bar),
        fill=f"url(#{frame.mark}-k)" if bar.row.critical and not bar.row.length.unknown else None,
    )
    yield _amount(bar, left, free, middle)


def _bar_class(bar: Bar) -> str:
    if bar.row.length.unknown:
        return "unknown"
    return "critical" if bar.row.critical else "bar"


def _amount(bar: Bar, left: Fraction, right: Fraction, middle: int) -> str:
    """The time as written, beside the bar where there is room."""
    text = cut(f"? {bar.row.waktu}" if bar.row.length.unknown else bar.row.waktu, 140, 11)
    wide = room(text, 11)
    if right + 5 + wide <= WIDTH - _MARGIN:
        return words(text, right + 5, middle + 4, class_="small over")
    if left - 5 - wide >= _CHART_X:
        return words(text, left - 5, middle + 4, class_="small over end")
    x = (left + right) / 2
    back = element(
        "rect",
        x=x - wide / 2 - 3,
        y=middle - 8,
        width=wide + 6,
        height=16,
        rx=2,
        fill="#fff",
        fill_opacity="0.85",
    )
    return back + words(text, x, middle + 4, class_="small mid")


def _due(frame: _Frame, language: Language) -> Iterator[str]:
    due = frame.chart.due
    if due is None:
        return
    label = f"{DEADLINE.pick(language)}: {due.label}"
    y = frame.bottom + 16
    if due.at is None:
        away = f"{label} →" if not due.missed else f"← {label}"
        yield words(
            away,
            WIDTH - _MARGIN if not due.missed else _CHART_X,
            y,
            class_="late end" if not due.missed else "late",
        )
        return
    x = frame.x(due.at)
    yield element("line", x1=x, x2=x, y1=frame.top - 4, y2=frame.bottom + 5, class_="due")
    ends = x + room(label, 12) > WIDTH - _MARGIN
    yield words(label, x, y, class_="late end" if ends else "late")


def _below(frame: _Frame, language: Language) -> tuple[list[str], int]:
    """The legend and the notes, and the height of the whole."""
    y = frame.bottom + 40
    parts, x = [], Fraction(_MARGIN)
    for draw, text in _legend(frame, language):
        parts += [
            draw.replace("{x}", px(x)).replace("{y}", str(y - 10)),
            words(text, x + 32, y, class_="small"),
        ]
        x += 32 + room(text, 11) + 22
    for note in frame.chart.notes:
        for line in lines_of(note, WIDTH - 2 * _MARGIN, 11, 6):
            y += 15
            parts.append(words(line, _MARGIN, y + 6, class_="small"))
    return parts, y + 22


def _legend(frame: _Frame, language: Language) -> Iterator[tuple[str, str]]:
    box = '<rect x="{x}" y="{y}" width="26" height="12" '
    bars = [bar for bar in frame.chart.bars if bar.begin is not None]
    yield f'{box}class="critical" fill="url(#{frame.mark}-k)"/>', f"* {LEGEND_CRITICAL.pick(language)}"
    if any(not bar.row.critical and not bar.row.length.unknown for bar in bars):
        yield f'{box}class="bar"/>', LEGEND_OTHER.pick(language)
    if any(bar.free > bar.end for bar in bars):
        yield '<path d="M{x} {y} m0 6 h26" class="slack"/>', LEGEND_SLACK.pick(language)
    if any(bar.row.length.unknown for bar in bars):
        yield f'{box}class="unknown"/>', Text(id="lama tidak diketahui", en="length unknown").pick(language)
    if any(not shade.names for shade in frame.chart.axis.shades):
        yield f'{box}class="off"/>', LEGEND_OFF.pick(language)
    if any(shade.names for shade in frame.chart.axis.shades):
        holiday = Text(id="libur nasional, cuti bersama", en="holiday")
        yield f'{box}fill="url(#{frame.mark}-l)"/>', holiday.pick(language)
    if frame.chart.due is not None and frame.chart.due.at is not None:
        yield '<path d="M{x} {y} m0 6 h26" class="due"/>', DEADLINE.pick(language).lower()
