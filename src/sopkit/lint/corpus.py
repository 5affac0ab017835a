"""Rules across files: what they may know of each SOP, and what such a rule is.

`SopFacts` hold texts and places, not documents, so that ten thousand SOPs can be compared without keeping one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple

from sopkit.diagnostics import Code, Severity
from sopkit.model.sop import Status
from sopkit.source import span_of

if TYPE_CHECKING:
    from sopkit.errors import Text
    from sopkit.lint.knowledge import Knowledge
    from sopkit.load.loading import Loaded
    from sopkit.source import DocPath, Span

NUMBER, NAME, LINKS, ROLES = "nomor", "nama", "keterkaitan", "pelaksana"
"""The keys of the document that rules across files see."""


class SopFacts(NamedTuple):
    """What rules across files know of one SOP: plain data, because of ten thousand it is sent and kept.

    `agency` tells SOPs of one agency apart from those of another: its government and office, folded; where neither is named,
    the folder of the file. `links` are the entries of keterkaitan, empty ones among them; `roles` what those of pelaksana are
    called, by key. `extents` are the places of `_paths`, four numbers each: hardly any is ever asked for.
    """

    file: str
    agency: str
    revoked: bool
    number: str | None
    name: str
    links: Sequence[str]
    roles: Mapping[str, str]
    extents: Sequence[int]

    def span(self, path: DocPath) -> Span:
        """The place of what stands at `path`; of the section of keterkaitan that of its key."""
        at = 4 * _paths(self.links, self.roles).index(path)
        return span_of(self.extents[at : at + 4])


class Related(NamedTuple):
    """A second place that explains an issue: what stands at `path` of `sop`."""

    sop: SopFacts
    path: DocPath
    text: Text


class CorpusIssue(NamedTuple):
    """What a rule across files found at `path` of `sop`."""

    sop: SopFacts
    path: DocPath
    message: Text
    help: Text | None = None
    related: tuple[Related, ...] = ()


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
    roles = {key: role.nama for key, role in sop.pelaksana.items()}
    places, extents = loaded.places, list[int]()
    for path in _paths(sop.keterkaitan, roles):
        extents += places.key_extent(path) if path == (LINKS,) else places.extent(path)
    return SopFacts(
        file=loaded.source.name,
        agency=_agency(sop.instansi.pemerintah, sop.instansi.perangkat_daerah)
        or loaded.source.name.rpartition("/")[0],
        revoked=sop.status is Status.DICABUT,
        number=sop.nomor or None,
        name=sop.nama,
        links=sop.keterkaitan,
        roles=roles,
        extents=extents,
    )


def _paths(links: Sequence[str], roles: Mapping[str, str]) -> list[DocPath]:
    """What an SOP has places of, in the order of `SopFacts.extents`."""
    entries = ((LINKS, i) for i in range(len(links)))
    return [(NUMBER,), (NAME,), (LINKS,), *entries, *((ROLES, key) for key in roles)]


@lru_cache(maxsize=1024)
def _agency(*named: str | None) -> str:
    return " ".join(" ".join(part.split()).casefold() for part in named if part)
