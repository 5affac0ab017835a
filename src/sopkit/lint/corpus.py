"""Rules across files: what they may know of each SOP, and what such a rule is.

`SopFacts` hold places, not documents, so that ten thousand SOPs can be compared without keeping one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple

from sopkit.diagnostics import Code, Severity
from sopkit.model.sop import Status
from sopkit.source import span_of

if TYPE_CHECKING:
    from sopkit.diagnostics import Label
    from sopkit.errors import Text
    from sopkit.lint.knowledge import Knowledge
    from sopkit.load.loading import Loaded
    from sopkit.source import DocPath, Extent, Span


class Located(NamedTuple):
    """A text of the document with its path and its place, as bare numbers: hardly any is ever reported."""

    text: str
    path: DocPath
    extent: Extent

    @property
    def span(self) -> Span:
        """The place."""
        return span_of(self.extent)


class SopFacts(NamedTuple):
    """What rules across files know of one SOP.

    `agency` tells SOPs of one agency apart from those of another: its government and office, folded; where neither is named,
    the folder of the file. `links` are the entries of keterkaitan, `linking` the place of that section.
    """

    file: str
    agency: str
    revoked: bool
    number: Located | None
    name: Located
    links: tuple[Located, ...]
    linking: Located
    roles: tuple[Located, ...]


class CorpusIssue(NamedTuple):
    """What a rule across files found at `place` of `file`."""

    file: str
    place: Located
    message: Text
    help: Text | None = None
    related: tuple[Label, ...] = ()


CorpusCheck = Callable[[tuple[SopFacts, ...], "Knowledge"], Iterator[CorpusIssue]]
"""The body of a rule across files; the facts come in the order of the files."""


class CorpusRule(NamedTuple):
    """A rule across files. `whole` marks one that needs the whole collection: it asks what is *not* there."""

    code: Code
    check: CorpusCheck
    whole: bool = False


def corpus_rule(
    code: str, name: str, severity: Severity, *, since: str, whole: bool = False
) -> Callable[[CorpusCheck], CorpusRule]:
    """Make a function into a rule across files. Its docstring is its page, as for `rule`."""

    def make(check: CorpusCheck) -> CorpusRule:
        return CorpusRule(Code(code, name, severity, since, cleandoc(check.__doc__ or "")), check, whole)

    return make


def facts_of(loaded: Loaded) -> SopFacts | None:
    """The facts of a loaded SOP; None when the file is none."""
    sop = loaded.sop
    if sop is None:
        return None

    def at(text: str, *path: str | int) -> Located:
        return Located(text, path, loaded.places.extent(path))

    return SopFacts(
        file=loaded.source.name,
        agency=_agency(loaded),
        revoked=sop.status is Status.DICABUT,
        number=at(sop.nomor, "nomor") if sop.nomor else None,
        name=at(sop.nama, "nama"),
        links=tuple(_items(loaded, "keterkaitan", sop.keterkaitan)),
        linking=Located("", ("keterkaitan",), loaded.places.key_extent(("keterkaitan",))),
        roles=tuple(at(role.nama, "pelaksana", key) for key, role in sop.pelaksana.items()),
    )


def _items(loaded: Loaded, key: str, texts: tuple[str, ...]) -> Iterator[Located]:
    for i, text in enumerate(texts):
        if text:
            yield Located(text, (key, i), loaded.places.extent((key, i)))


def _agency(loaded: Loaded) -> str:
    instansi = loaded.sop.instansi if loaded.sop else None
    named = (instansi.pemerintah, instansi.perangkat_daerah) if instansi else (None, None)
    folded = " ".join(" ".join(part.split()).casefold() for part in named if part)
    return folded or loaded.source.name.rpartition("/")[0]
