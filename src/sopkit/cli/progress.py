"""A progress bar on the terminal, for work that takes more than a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

from sopkit.cli.shell import on_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds without a bar: most runs end before anybody wonders."""


def watched(items: Iterable[T], total: int) -> Iterator[T]:
    """`items` as they come, with a bar on standard error where that is a terminal; `total` is how many will come."""
    if not on_terminal(sys.stderr):
        yield from items
        return
    begin = time.monotonic()
    iterator = iter(items)
    done = 0
    for item in iterator:
        done += 1
        yield item
        if time.monotonic() - begin > PATIENCE:
            break
    else:
        return
    from rich.console import Console  # noqa: PLC0415 - only a long run on a terminal needs rich
    from rich.progress import Progress  # noqa: PLC0415 - the same

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("sopkit", total=total, completed=done)
        for item in iterator:
            yield item
            bar.advance(task)
