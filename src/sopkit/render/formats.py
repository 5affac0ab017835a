"""The kinds of formats: one text, a text a page, or bytes. Each says which files an SOP becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopkit.render.options import RenderOptions
    from sopkit.render.subject import Subject


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of an SOP: what its name ends in (`.html`, `-2.svg`), what links to it are called, and its bytes."""

    ending: str
    label: str
    data: bytes


@dataclass(frozen=True, slots=True)
class TextRenderer:
    """A format that is one text: its name for `--to`, the suffix of its files, and its writer.

    The same subject and options give the same text; the writer raises SopkitError for what is wrong with an office's own
    templates, and, when `drawn`, for what cannot be laid out. Texts are stored as UTF-8 with their line ends as they are.
    """

    name: str
    suffix: str
    drawn: bool
    render: Callable[[Subject, RenderOptions], str]

    def files(self, subject: Subject, options: RenderOptions) -> tuple[WrittenFile, ...]:
        """The one file."""
        return (WrittenFile(self.suffix, self.name.upper(), self.render(subject, options).encode("utf-8")),)


@dataclass(frozen=True, slots=True)
class PagesRenderer:
    """A format that is a text for each page, always drawn."""

    name: str
    suffix: str
    render: Callable[[Subject, RenderOptions], tuple[str, ...]]
    drawn: bool = True

    def files(self, subject: Subject, options: RenderOptions) -> tuple[WrittenFile, ...]:
        """A file for each page, numbered from 1 also where there is only one."""
        return tuple(
            WrittenFile(f"-{number}{self.suffix}", f"{self.name.upper()} {number}", page.encode("utf-8"))
            for number, page in enumerate(self.render(subject, options), 1)
        )


@dataclass(frozen=True, slots=True)
class BytesRenderer:
    """A format that is no text, always drawn; the writer raises SopkitError where what it needs is not installed."""

    name: str
    suffix: str
    render: Callable[[Subject, RenderOptions], bytes]
    drawn: bool = True

    def files(self, subject: Subject, options: RenderOptions) -> tuple[WrittenFile, ...]:
        """The one file."""
        return (WrittenFile(self.suffix, self.name.upper(), self.render(subject, options)),)


Renderer = TextRenderer | PagesRenderer | BytesRenderer
