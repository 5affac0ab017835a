"""What every command does around its work: the language, the project, and what it says when it cannot go on."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Self, TextIO

from sopkit.cli.status import Status
from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from sopkit.app.project import Project
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language


class Shell:
    """One run of a command. As a context manager it turns a `SopkitError` into one sentence and exit status 2.

    `language` is the option, else SOPKIT_LANG, else, once the project is open, `bahasa` in sopkit.toml, else id.
    """

    def __init__(self, lang: str | None) -> None:
        self._chosen = _language(lang)
        self.language: Language = self._chosen or "id"
        self.status = Status.CLEAN

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, SopkitError):
            self.refuse(error)
        elif error is not None:
            return
        if self.status:
            raise SystemExit(int(self.status)) from None

    def open(self, paths: Sequence[str], config: str | None) -> Project:
        """The project of `paths`; from here on its language holds where none was chosen."""
        from sopkit.app.project import open_project  # noqa: PLC0415 - keeps --help fast

        _check_folder()
        project = open_project(paths, config)
        self.settle(project.settings.bahasa)
        return project

    def checked(self, paths: Sequence[str]) -> Sequence[str]:
        """`paths` again, once it is sure that they can be looked for."""
        _check_folder()
        return paths

    def settle(self, language: Language) -> Language:
        """The language from here on: `language`, that of the settings, where none was chosen."""
        self.language = self._chosen or language
        return self.language

    def refuse(self, error: SopkitError) -> None:
        """Say why something cannot be done, on standard error, and remember it for the exit status."""
        self.warn(error.message)
        self.raise_to(Status.USAGE)

    def warn(self, message: Text) -> None:
        """Say something on standard error."""
        self.note(f"sopkit: {message.pick(self.language)}")

    def note(self, line: str) -> None:
        """Write a line to standard error; where nobody can read it, the work and its exit status still count."""
        if sys.stderr is None:
            return
        with suppress(OSError):
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()

    def tell(self, found: Finding) -> None:
        """Say in one line on standard error why a file is no SOP."""
        start = found.span.start
        self.note(
            f"{found.file}:{start.line}:{start.column}: {found.code} {found.message.pick(self.language)}"
        )

    def say(self, message: Text) -> None:
        """Say something on standard output."""
        self.print(message.pick(self.language))

    def raise_to(self, status: Status) -> None:
        """Leave with at least `status`."""
        self.status = max(self.status, status)

    def print(self, text: str) -> None:
        """Write `text` as it is, with a line end where it lacks one, to standard output.

        Whoever stops reading, as `head` does, has seen enough: the work goes on and its exit status counts.

        Raises:
            SopkitError: standard output is closed or full.
        """
        stream: TextIO | None = sys.stdout
        if stream is None:
            raise SopkitError(_OUTPUT_CLOSED)
        try:
            stream.write(text if text.endswith("\n") or not text else text + "\n")
            stream.flush()
        except BrokenPipeError:
            _discard(stream)
        except OSError as error:
            from sopkit.files import unwritable  # noqa: PLC0415 - keeps --help fast

            _discard(stream)
            raise unwritable("stdout", error) from error


_OUTPUT_CLOSED = Text("stdout tidak dapat ditulis: tertutup", "stdout cannot be written: it is closed")


def _discard(stream: TextIO) -> None:
    """Let what is left in the buffer of `stream` go nowhere, or Python would try it again at its end and complain."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _check_folder() -> None:
    try:
        os.getcwd()  # noqa: PTH109 - the same question without an import
    except OSError as error:
        raise SopkitError(
            Text(
                "folder kerja sudah tidak ada; masuk ke folder lain dan jalankan lagi",
                "the current folder is gone; change to another folder and run again",
            )
        ) from error


def on_terminal(stream: TextIO | None) -> bool:
    """Whether `stream` is a terminal; a closed one, which Python gives as None, is none."""
    return stream is not None and stream.isatty()


def _language(lang: str | None) -> Language | None:
    if lang is not None:
        return "en" if lang == "en" else "id"
    named = os.environ.get("SOPKIT_LANG", "").strip().lower()
    return "en" if named.startswith("en") else "id" if named.startswith("id") else None
