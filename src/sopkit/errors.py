"""The one exception of sopkit for what a user can mend.

A bad document is never an exception: it is a value with findings. What belongs here is what stops a whole
command: a path that is not there, a folder that cannot be written, a configuration that cannot be read.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["id", "en"]
"""The languages of findings and reports: Bahasa Indonesia (the default) and English."""


class Text(NamedTuple):
    """One sentence in both languages; a reporter picks one with `pick`."""

    id: str
    en: str

    def pick(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.id if language == "id" else self.en


class SopkitError(Exception):
    """A fault the user can mend: says what, where and what to do, in both languages. Exit status 2."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message

    def __reduce__(self) -> tuple[type[SopkitError], tuple[Text]]:
        """How the error goes from one process to another: with its message in both languages."""
        return type(self), (self.message,)
