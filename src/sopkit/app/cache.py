"""What earlier runs found, kept beside the SOPs: one file for each program, configuration and choice of rules.

A line is its checksum, the name of a file, a tab, and what is kept of it; one that is damaged, of another version, or cut off is
as if it were not there. The file is replaced whole, so that of two runs at once the later one wins and neither reads half a
file. What cannot be read or written is passed over: a cache may cost time, never an answer.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zlib import crc32

from sopkit.app.records import Facts, Record
from sopkit.app.stamps import Stamp
from sopkit.app.wire import dumps
from sopkit.errors import SopkitError
from sopkit.files import unwritable, write_whole

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ".sopkit_cache"
KEPT = 8
"""Files of other configurations that stay: an editor, a hook and a person may ask differently in turn."""
_OURS = frozenset((".cache", ".tmp"))
_HEAD = ""
"""The name under which is kept what is known about all files together: no file has it."""
_KINDS = tuple((int, int, int, bool, depth, str, bool, str, str) for depth in (int, type(None)))
"""What the parts of the line of a file are; behind them stand its facts, which hardly any run asks for."""
_DECODER = json.JSONDecoder()
_SUM = 8


class Cache:
    """The kept results of one program and configuration, which `key` tells apart from all others.

    Lines are only understood when asked for. `save` writes what was put in, together with what was there.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._path = folder / f"{key}.cache"
        self._lines = _read(self._path)
        self._changed = False

    @property
    def head(self) -> dict[str, Any]:
        """What is kept about all files together; empty when nothing is."""
        found, _ = self._find(_HEAD)
        return found[0] if len(found) == 1 and isinstance(found[0], dict) else {}

    def put_head(self, value: dict[str, Any]) -> None:
        """Keep `value` about all files together."""
        self._put(_HEAD, [value])

    def get(self, name: str) -> tuple[Record, Stamp, int | None] | None:
        """The record of the file `name`, its stamp when it was read, and its depth; None when not known."""
        found, facts = self._find(name)
        if tuple(map(type, found)) not in _KINDS or not facts:
            return None
        size, changed, moved, settled, depth, digest, shown, findings, marked = found
        record = Record(name, digest, shown, findings, marked, Facts.of_json(facts))
        return record, Stamp(size, changed, moved, settled), depth

    def put(self, record: Record, stamp: Stamp, depth: int | None) -> None:
        """Keep `record` of a file that had `stamp` before it was read."""
        self._put(
            record.name,
            [
                stamp.size,
                stamp.changed,
                stamp.moved,
                stamp.settled,
                depth,
                record.digest,
                record.shown,
                record.findings,
                record.marked,
            ],
            record.facts.json,
        )

    def save(self) -> None:
        """Write what is kept, if anything is new."""
        if not self._changed or self._path.is_symlink() or self._path.parent.is_symlink():
            return  # a link here could lead a run to overwrite what is none of its business
        with suppress(SopkitError, OSError):
            _prepare(self._path.parent)
            write_whole(self._path, b"\n".join(self._lines.values()) + b"\n", sync=False)
            _tidy(self._path)
        self._changed = False

    def keep_only(self, names: frozenset[str]) -> None:
        """Forget the files that are not among `names`."""
        keys = {_key(_HEAD), *map(_key, names)}
        gone = [key for key in self._lines if key not in keys]
        for key in gone:
            del self._lines[key]
        self._changed = self._changed or bool(gone)

    def __len__(self) -> int:
        return len(self._lines)

    def _find(self, name: str) -> tuple[list[Any], str]:
        """The parts of a line, and the JSON behind them; empty when there is none, or none that is whole."""
        key = _key(name)
        line = self._lines.get(key)
        if line is None or line[:_SUM] != _sum(line[_SUM:]):
            return [], ""
        text = line[_SUM + len(key) + 1 :].decode("ascii")
        found, end = _DECODER.raw_decode(text)
        return (found, text[end:]) if isinstance(found, list) else ([], "")

    def _put(self, name: str, value: list[Any], more: str = "") -> None:
        key = _key(name)
        body = key + f"\t{dumps(value)}{more}".encode("ascii")
        self._lines[key] = _sum(body) + body
        self._changed = True


def _key(name: str) -> bytes:
    """The name as it stands in its line, where a tab is written out."""
    return dumps(name).encode("ascii")


def _sum(body: bytes) -> bytes:
    return b"%08x" % crc32(body)


def _read(path: Path) -> dict[bytes, bytes]:
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    return {line[_SUM : line.find(b"\t")]: line for line in data.split(b"\n")}


def _prepare(folder: Path) -> None:
    """Make the folder, which git passes over without being told."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="ascii")


def _tidy(own: Path) -> None:
    """Let go of the files that were used least lately."""
    others = [path for path in own.parent.iterdir() if path.suffix in _OURS and path != own]
    for path in sorted(others, key=lambda path: path.lstat().st_mtime_ns)[:-KEPT]:
        with suppress(OSError):
            path.unlink()


def clear(folder: Path) -> None:
    """Delete what is kept in `folder`, and the folder when nothing else is in it. A link is left alone.

    Raises:
        SopkitError: something cannot be deleted.
    """
    if folder.is_symlink() or not folder.is_dir():
        return
    try:
        for path in folder.iterdir():
            if path.suffix in _OURS or path.name == ".gitignore":
                path.unlink()
        folder.rmdir()
    except OSError as error:
        raise unwritable(str(folder), error) from error
