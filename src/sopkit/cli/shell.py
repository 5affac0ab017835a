"""What every command does around its work: the language, the project, and what it says when it cannot go on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Self

import typer

from sopkit.cli.status import Status
from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from sopkit.app.project import Project
    from sopkit.cli.options import Lang
    from sopkit.diagnostics import Finding
    from sopkit.errors import Language


class Shell:
    """One run of a command. As a context manager it turns a `SopkitError` into one sentence and exit status 2.

    `language` is the option, else SOPKIT_LANG, else, once the project is open, `bahasa` in sopkit.toml, else id.
    """

    def __init__(self, lang: Lang | None) -> None:
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
            raise typer.Exit(int(self.status)) from None

    def open(self, paths: Sequence[str], config: str | None) -> Project:
        """The project of `paths`; from here on its language holds where none was chosen."""
        from sopkit.app.project import open_project  # noqa: PLC0415 - keeps --help fast

        project = open_project(paths, config)
        self.language = self._chosen or project.settings.bahasa
        return project

    def refuse(self, error: SopkitError) -> None:
        """Say why something cannot be done, on standard error, and remember it for the exit status."""
        self.warn(error.message)
        self.raise_to(Status.USAGE)

    def warn(self, message: Text) -> None:
        """Say something on standard error."""
        typer.echo(f"sopkit: {message.pick(self.language)}", err=True)

    def tell(self, found: Finding) -> None:
        """Say in one line on standard error why a file is no SOP."""
        start = found.span.start
        typer.echo(
            f"{found.file}:{start.line}:{start.column}: {found.code} {found.message.pick(self.language)}",
            err=True,
        )

    def say(self, message: Text) -> None:
        """Say something on standard output."""
        self.print(message.pick(self.language))

    def raise_to(self, status: Status) -> None:
        """Leave with at least `status`."""
        self.status = max(self.status, status)

    def print(self, text: str) -> None:
        """Write `text` as it is, with a line end where it lacks one, to standard output."""
        sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")
        sys.stdout.flush()


def _language(lang: Lang | None) -> Language | None:
    if lang is not None:
        return "en" if lang.value == "en" else "id"
    named = os.environ.get("SOPKIT_LANG", "").strip().lower()
    return "en" if named.startswith("en") else "id" if named.startswith("id") else None
