"""A run split over several machines: which files a machine takes, and what its report carries so that all can be joined.

Rules across files see nothing on one machine; they run when the reports are joined, over the facts that each carries. How the
parts stand in a report is laid down here under a version of its own.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sopkit import __version__
from sopkit.app.ground import find_ground
from sopkit.app.options import CheckOptions
from sopkit.app.records import Facts, Record, digest_of
from sopkit.app.wire import decode, dumps
from sopkit.diagnostics import Severity
from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.app.ground import Ground
    from sopkit.errors import Language
    from sopkit.files import InputFile

VERSION = 2
_SHARD = re.compile(r"([1-9][0-9]{0,4})/([1-9][0-9]{0,4})")


@dataclass(frozen=True, slots=True)
class Shard:
    """The part `number` (from 1) out of `of`."""

    number: int
    of: int

    def part(self, files: Sequence[InputFile]) -> tuple[InputFile, ...]:
        """Every `of`-th file: all parts together are all files, each once, and they are about equally large."""
        return tuple(files[self.number - 1 :: self.of])


def parse_shard(text: str) -> Shard:
    """The shard of `3/16`.

    Raises:
        SopkitError: it is none.
    """
    match = _SHARD.fullmatch(text)
    if match is None or int(match[1]) > int(match[2]):
        raise SopkitError(
            Text(
                f"--shard {text} tidak dapat dipakai; tulis bagian/jumlah, misalnya 3/16",
                f"--shard {text} cannot be used; write part/number, such as 3/16",
            )
        )
    return Shard(int(match[1]), int(match[2]))


def carried(
    shard: Shard, files: Sequence[InputFile], records: Sequence[Record], ground: Ground, options: CheckOptions
) -> dict[str, Any]:
    """What the report of `shard` carries; `files` are all files, `records` those of the shard."""
    return {
        "version": VERSION,
        "number": shard.number,
        "of": shard.of,
        "collection": digest_of(dumps([file.name for file in files]).encode("ascii")),
        "ground": _ground(ground, options),
        "options": {
            "language": options.language,
            "select": options.select,
            "ignore": options.ignore,
            "fail_on": options.fail_on.value if options.fail_on else None,
            "as_of": options.as_of.isoformat() if options.as_of else None,
            "whole": options.whole,
        },
        "files": [_plain(record) for record in records],
    }


def _ground(ground: Ground, options: CheckOptions) -> str:
    """What must be the same for parts to fit together. Python and the libraries may differ from machine to machine."""
    asked = [options.select, options.ignore, options.as_of and options.as_of.isoformat()]
    return digest_of(dumps([__version__, ground.text, ground.tables, asked]).encode("ascii"))


def _plain(record: Record) -> list[Any]:
    texts = (json.loads(text) if text else None for text in (record.findings, record.marked))
    return [record.name, record.digest, record.shown, *texts, record.facts.plain]


def _record(plain: list[Any]) -> Record:
    name, digest, shown, *parts, facts = plain
    findings, marked = (dumps(part) if part is not None else "" for part in parts)
    decode(findings)
    return Record(str(name), str(digest), bool(shown), findings, marked, Facts(facts))


@dataclass(frozen=True, slots=True)
class Joined:
    """All parts together: the records of all files in their order, what was asked, and the ground they stand on."""

    records: tuple[Record, ...]
    options: CheckOptions
    ground: Ground


def join(reports: Sequence[tuple[str, str]], config: str | None) -> Joined:
    """The parts that `reports` (names and texts, JSON or SARIF) carry, joined; `config` as in `find_ground`.

    Raises:
        SopkitError: a report carries no part, parts are missing, come twice or do not belong together.
    """
    parts = [_part(name, text) for name, text in reports]
    try:
        return _join(parts, config)
    except (KeyError, TypeError, ValueError) as error:
        raise _unfit(reports[0][0]) from error


def _join(parts: list[dict[str, Any]], config: str | None) -> Joined:
    _check_complete(parts)
    records = sorted((_record(plain) for part in parts for plain in part["files"]), key=lambda one: one.name)
    options = _options(parts[0]["options"])
    ground = find_ground([records[0].name] if records else [], config)
    if any(part["ground"] != _ground(ground, options) for part in parts):
        raise SopkitError(
            Text(
                "bagian-bagian ini dibuat oleh versi sopkit, sopkit.toml, atau pilihan aturan yang lain; buat lagi semuanya dengan yang sama",
                "these parts were made by another version of sopkit, another sopkit.toml or other rules; make all of them with the same",
            )
        )
    return Joined(tuple(records), options, ground)


def _check_complete(parts: list[dict[str, Any]]) -> None:
    of = int(parts[0]["of"])
    numbers = [int(part["number"]) for part in parts]
    missing = ", ".join(str(number) for number in range(1, of + 1) if number not in numbers)
    if missing:
        raise SopkitError(
            Text(
                f"bagian {missing} dari {of} tidak ada; sebutkan juga laporannya",
                f"the parts {missing} out of {of} are missing; name their reports as well",
            )
        )
    if len(numbers) != of or any(
        (part["of"], part["collection"], part["options"]) != tuple(parts[0][key] for key in _COMMON)
        for part in parts
    ):
        raise SopkitError(
            Text(
                "laporan-laporan ini bukan bagian dari satu pemeriksaan yang sama; sebutkan tiap bagian sekali, dari perintah yang sama",
                "these reports are not parts of one and the same check; name each part once, from the same command",
            )
        )


_COMMON = ("of", "collection", "options")


def _part(name: str, text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
        runs: list[Mapping[str, Any]] = data.get("runs", [])
        part = runs[0]["properties"]["sopkit/shard"] if runs else data["shard"]
        fits = part["version"] == VERSION
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise _unfit(name) from error
    if not fits:
        raise _unfit(name)
    return dict(part)


def _options(plain: Mapping[str, Any]) -> CheckOptions:
    language: Language = "en" if plain["language"] == "en" else "id"
    return CheckOptions(
        language=language,
        select=tuple(plain["select"]),
        ignore=tuple(plain["ignore"]),
        fail_on=Severity(plain["fail_on"]) if plain["fail_on"] else None,
        as_of=date.fromisoformat(plain["as_of"]) if plain["as_of"] else None,
        whole=bool(plain["whole"]),
    )


def _unfit(name: str) -> SopkitError:
    return SopkitError(
        Text(
            f"{name} bukan laporan sebuah bagian; buat dengan sopkit validate --shard 1/2 --format json={name}",
            f"{name} is no report of a part; make it with sopkit validate --shard 1/2 --format json={name}",
        )
    )
