"""Work done by several processes: which piece is done by whom never shows in what comes out.

A worker holds one piece of work at a time, so that it is known what was in its hands when it died. Its pieces are then done
again, each item alone in a process of its own; an item at which that dies too is given up. What the work is, is no business of
this module.
"""

from __future__ import annotations

import gc
import marshal
import os
import signal
from dataclasses import dataclass
from multiprocessing import connection, get_context
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

PIECE = 32
"""Items of one piece: few enough to share the end of the work evenly, enough that sending them costs little."""

_FORKS = hasattr(os, "fork")
"""A forked worker has all that is imported already; elsewhere each imports it anew."""

Item = list[Any]
"""Plain data, as JSON can hold it."""


class Work(Protocol):
    """What a worker does, item by item. It is made in the parent and sent to the worker, or inherited by it."""

    def __call__(self, item: Item) -> Item:
        """The result of one item."""
        ...


@dataclass(frozen=True, slots=True)
class Died:
    """A worker died over `item` although it was alone; `why` is a signal's name or an exit status."""

    item: Item
    why: str


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    line: Connection
    piece: Sequence[Item]


def in_processes(
    items: Sequence[Item], work: Work, jobs: int, died: Callable[[str, int], None]
) -> Iterator[Item | Died]:
    """The result of each item, in no order, by `jobs` processes at a time.

    `died` is told why a worker died and how many items are done again because of it. When the iteration is left, whatever
    the reason, all workers are ended first.
    """
    pieces = [items[at : at + PIECE] for at in range(0, len(items), PIECE)]
    again: list[Item] = []
    gc.freeze()  # else each process looks for cycles in all that was imported, and so copies it
    try:
        for result in _run(pieces, work, jobs):
            if isinstance(result, _Lost):
                again += result.piece
                died(result.why, len(result.piece))
            else:
                yield result
        for result in _run([[item] for item in again], work, jobs, alone=True):
            yield Died(result.piece[0], result.why) if isinstance(result, _Lost) else result
    finally:
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class _Lost:
    piece: Sequence[Item]
    why: str


def _run(
    pieces: Sequence[Sequence[Item]], work: Work, jobs: int, *, alone: bool = False
) -> Iterator[Item | _Lost]:
    """The results of all pieces; with `alone` no worker gets a second one."""
    left = list(reversed(pieces))
    workers: dict[Connection, _Worker] = {}
    try:
        while left or workers:
            while left and len(workers) < jobs:
                worker = _start(work, left.pop(), tuple(workers))
                workers[worker.line] = worker
            for line in connection.wait(list(workers)):
                worker = workers[line]  # type: ignore[index]
                results = _receive(worker.line)
                if results is None:
                    del workers[worker.line]
                    yield _Lost(worker.piece, _end(worker))
                    continue
                if left and not alone:
                    worker.piece = left.pop()
                    _send(worker.line, worker.piece)
                else:
                    del workers[worker.line]
                    _end(worker)
                yield from results
    finally:
        for worker in workers.values():
            worker.process.kill()
            _end(worker)


def _start(work: Work, piece: Sequence[Item], others: tuple[Connection, ...]) -> _Worker:
    ours, theirs = connection.Pipe()
    args = (theirs, work)
    if _FORKS:
        # a forked worker inherits our ends of all pipes, and would keep those of the others open
        process: BaseProcess = get_context("fork").Process(
            target=_serve, args=(*args, ours, *others), daemon=True
        )
    else:
        process = get_context("spawn").Process(target=_serve, args=args, daemon=True)
    process.start()
    theirs.close()
    worker = _Worker(process, ours, piece)
    _send(ours, piece)
    return worker


def _send(line: Connection, piece: Sequence[Item]) -> None:
    try:
        line.send_bytes(marshal.dumps(list(piece)))
    except OSError:
        return  # the worker is dead already; the next reading tells


def _receive(line: Connection) -> list[Item] | None:
    """The results of a piece; None when the worker is dead."""
    try:
        results: list[Item] = marshal.loads(line.recv_bytes())  # noqa: S302 - from our own worker, over our own pipe
    except (EOFError, OSError):
        return None
    return results


def _end(worker: _Worker) -> str:
    """Let a worker go; how it ended."""
    worker.line.close()
    worker.process.join()
    status = worker.process.exitcode or 0
    return signal.Signals(-status).name if status < 0 else f"exit status {status}"


def _serve(line: Connection, work: Work, *inherited: Connection) -> None:
    """The life of a worker: pieces in, results out, until the parent is gone."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # a run in the background may be deaf to Ctrl-C
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # it reaches all processes: a worker just goes
    for other in inherited:
        other.close()
    while True:
        try:
            piece = marshal.loads(line.recv_bytes())  # noqa: S302 - from our parent
        except (EOFError, OSError):
            return
        line.send_bytes(marshal.dumps([work(item) for item in piece]))
