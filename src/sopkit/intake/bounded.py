"""Bounds for reading one file: so much time, and so much memory beyond what is in use already.

A file may be made to keep a reader busy for days. Sizes are checked by each reader; this is the net below them, and needs
what only Unix has: an alarm that interrupts the main thread, and a limit of the address space. Elsewhere only the
checks of the readers hold.
"""

from __future__ import annotations

import gc
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopkit.errors import SopkitError, Text

try:
    import resource
    import signal
except ImportError:  # pragma: no cover - not on Windows
    _HAS_LIMITS = False
else:
    _HAS_LIMITS = hasattr(signal, "setitimer") and hasattr(resource, "RLIMIT_AS")

if TYPE_CHECKING:
    from collections.abc import Iterator

_AGAIN = 0.25
"""Seconds after which the alarm rings once more, in case a library swallowed what it raised."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: seconds by the clock, and bytes of address space more than before."""

    seconds: float = 120.0
    memory: int = 320 << 20


class _OutOfTimeError(BaseException):
    """Not an Exception: libraries and readers catch those and go on, or call the file damaged."""


@contextmanager
def bounded_run(name: str, limits: Limits) -> Iterator[None]:
    """Within it the file `name` is read, within `limits` where the system can hold it to them.

    Raises:
        SopkitError: the time was up, or the memory did not suffice.
    """
    try:
        with _ceiling(limits.memory), _clock(limits.seconds):
            yield
    except _OutOfTimeError as error:
        raise SopkitError(_too_slow(name, limits.seconds)) from error
    except MemoryError as error:
        raise SopkitError(_too_much(name)) from error
    except SopkitError as error:
        if _is_out_of_memory(error):
            raise SopkitError(_too_much(name)) from error
        raise


def _is_out_of_memory(error: BaseException | None) -> bool:
    """Whether a reader took a lack of memory for damage."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    if not _HAS_LIMITS or threading.current_thread() is not threading.main_thread():
        yield
        return

    running = True

    def ring(*_: Any) -> None:
        if running:
            raise _OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            running = False
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _ceiling(memory: int) -> Iterator[None]:
    gc.collect()  # what a file before left behind counts as used
    used = _used() if _HAS_LIMITS else None
    if used is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = used + memory
    if soft != resource.RLIM_INFINITY:
        wanted = min(wanted, soft)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _used() -> int | None:
    """The bytes of address space in use; None where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return pages * resource.getpagesize()


def _too_slow(name: str, seconds: float) -> Text:
    return Text(
        f"{name}: terlalu lama dibaca (lebih dari {seconds:g} detik); bagilah berkas ini atau simpan ulang",
        f"{name}: takes too long to read (more than {seconds:g} seconds); split this file or save it anew",
    )


def _too_much(name: str) -> Text:
    return Text(
        f"{name}: memerlukan terlalu banyak memori; ini bukan berkas SOP, atau bagilah berkas ini",
        f"{name}: needs too much memory; this is no file of an SOP, or split this file",
    )
