"""Bounds for what a PDF may unpack to, so that a small hostile file cannot fill the memory.

pdfminer unpacks a stream whole. While a file is read here, each stream is looked at first, piece by piece, and the
reading stops with `TooMuch` where it would grow beyond all use.
"""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_STREAM = 24 * 2**20
"""Bytes a stream may unpack to; the page of a large drawing takes one or two million."""

LARGEST_TOTAL = 160 * 2**20
"""Bytes all streams of a file may unpack to together."""

_PIECE = 2**20
_SLOW_FILTERS = {"LZWDecode": 100_000, "LZW": 100_000, "RunLengthDecode": 300_000, "RL": 300_000}
_FLATE = {"FlateDecode", "Fl"}
_REPAIRABLE = 300_000


class TooMuch(Exception):  # noqa: N818 it says what was found, not what went wrong in here
    """A stream unpacks to more than a document of an office ever holds."""


@contextmanager
def bounded() -> Iterator[None]:
    """Within it, no stream of pdfminer unpacks beyond the bounds. Not for two threads at once."""
    from pdfminer.pdftypes import PDFStream  # noqa: PLC0415 needed only when a PDF is read

    unbounded = PDFStream.decode
    total = 0

    def decode(stream: Any) -> None:
        nonlocal total
        total += _size(stream)
        if total > LARGEST_TOTAL:
            raise TooMuch
        unbounded(stream)

    PDFStream.decode = decode  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        PDFStream.decode = unbounded  # type: ignore[method-assign]


def _size(stream: Any) -> int:
    """What a stream unpacks to, at least; raises where that is too much."""
    names = [str(getattr(name, "name", name)) for name, _ in stream.get_filters()]
    packed = [name for name in names if name in _FLATE or name in _SLOW_FILTERS]
    raw = bytes(stream.rawdata or b"")
    if len(packed) > 1 or any(len(raw) > _SLOW_FILTERS[name] for name in packed if name in _SLOW_FILTERS):
        raise TooMuch
    if not packed or packed[0] not in _FLATE or stream.decipher:
        return len(raw)
    return _unpacked(raw) if names[0] in _FLATE else len(raw)


def _unpacked(raw: bytes) -> int:
    worker, size = zlib.decompressobj(), 0
    try:
        piece = worker.decompress(raw, _PIECE)
        while piece:
            size += len(piece)
            if size > LARGEST_STREAM:
                raise TooMuch
            piece = worker.decompress(worker.unconsumed_tail, _PIECE)
    except zlib.error as error:
        if len(raw) > _REPAIRABLE:
            raise TooMuch from error
    return size
