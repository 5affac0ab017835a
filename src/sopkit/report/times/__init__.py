"""Times of SOPs → text, JSON, CSV, Markdown, and Gantt charts as SVG and HTML.

A writer is a function from timed SOPs, one at a time, to a `str` that can be encoded as UTF-8. What belongs here says and
draws what `timing` found; it computes nothing of its own and knows no terminal, no files and no printing. A new format is
one module and one line in `TIME_REPORTERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sopkit.report.times.csvdoc import render_csv
from sopkit.report.times.jsondoc import render_json
from sopkit.report.times.markdown import render_markdown
from sopkit.report.times.text import render_text
from sopkit.report.times.timed import TimedSop, TimesOptions

__all__ = ["TIME_REPORTERS", "TimeReporter", "TimedSop", "TimesOptions", "render_text"]

TimeReporter = Callable[[Iterable[TimedSop], TimesOptions], str]
"""Timed SOPs to one document; the same times give the same text."""

TIME_REPORTERS: dict[str, TimeReporter] = {
    "text": render_text,
    "json": render_json,
    "csv": render_csv,
    "md": render_markdown,
}
"""The formats by the name that `--format` takes, in the order that its help lists them."""
