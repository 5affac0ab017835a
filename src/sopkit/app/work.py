"""The checking of one file as a piece of work: plain data in, plain data out, here or in another process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopkit.app.check import Checker, Input
from sopkit.app.linted import to_record
from sopkit.app.records import Facts, Outcome, Record, Refusal, digest_of
from sopkit.app.wire import encode
from sopkit.diagnostics import Finding
from sopkit.errors import SopkitError, Text
from sopkit.files import read_bounded
from sopkit.lint.runner import CRASHED
from sopkit.load.loading import load_bytes
from sopkit.source import FILE_START, MAX_CHARACTERS

if TYPE_CHECKING:
    from sopkit.app.options import CheckOptions
    from sopkit.app.project import Project


class CheckWork:
    """Checks the files that items name; an item is the name of the file and its depth.

    What comes out is told apart by its first word: `done` with the parts of a record, `refused` with a reason in both
    languages, `stop` with the reason that ends the run, `failed` with what went wrong in sopkit itself.
    """

    def __init__(self, project: Project, options: CheckOptions) -> None:
        self._given = project, options
        self._checker = Checker(project, options)

    def __reduce__(self) -> tuple[type[CheckWork], tuple[Project, CheckOptions]]:
        """What a process that is no copy of this one makes it of again: rules do not travel."""
        return CheckWork, self._given

    def __call__(self, item: list[Any]) -> list[Any]:
        """The outcome of one file, see `outcome_of`."""
        name, depth = item
        try:
            data = read_bounded(name, MAX_CHARACTERS)
        except SopkitError as error:
            return ["refused", name, error.message.id, error.message.en]
        try:
            record = self.check(Input(name, data, depth))
        except SopkitError as error:
            return ["stop", name, error.message.id, error.message.en]
        except Exception as error:  # noqa: BLE001 - told to the parent, which raises it there
            return ["failed", name, f"{type(error).__name__}: {error}"]
        *parts, facts = record
        return ["done", *parts, facts.plain]

    def check(self, item: Input) -> Record:
        """The record of one file.

        Raises:
            SopkitError: a table of the office cannot be read.
        """
        loaded = load_bytes(item.name, item.data)
        linted = self._checker.lint(loaded, item.depth)
        return to_record(linted, self._checker.finish(linted), item.data, shown=bool(loaded.source.text))


class WorkFailedError(Exception):
    """A fault of sopkit in another process."""


def outcome_of(result: list[Any]) -> Outcome:
    """What became of a file.

    Raises:
        SopkitError: the run cannot go on.
        WorkFailedError: sopkit itself went wrong.
    """
    match result:
        case ["done", name, digest, shown, findings, marked, facts]:
            return Record(name, digest, shown, findings, marked, Facts(facts))
        case ["refused", name, indonesian, english]:
            return Refusal(name, Text(indonesian, english))
        case ["stop", _, indonesian, english]:
            raise SopkitError(Text(indonesian, english))
        case [_, name, reason]:
            raise WorkFailedError(f"{name}: {reason}")
        case _:
            raise WorkFailedError(str(result))


def given_up(name: str, why: str) -> Record:
    """The record of a file over which two processes died."""
    found = Finding(
        name,
        CRASHED.code,
        CRASHED.name,
        CRASHED.severity,
        Text(
            f"proses pemeriksa berkas ini mati dua kali ({why})",
            f"the process that checked this file died twice ({why})",
        ),
        (),
        FILE_START,
        help=Text("laporkan ini bersama berkasnya", "please report this together with the file"),
    )
    return Record(name, digest_of(b""), shown=False, findings=encode((found,)))
