"""The regulations an SOP cites: its entries of dasar_hukum, read once for all rules.

How a citation is read is the business of `sopkit.model.rujukan`, whether it is in force that of `in_force`; what a rule
makes of one stays in that rule.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.fixed import Fixed
from sopkit.late import late
from sopkit.lint.facts.identity import is_filled
from sopkit.model.rujukan import JUNCTO, Scope, parse_rujukan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.model.rujukan import Rujukan, RujukanKey
    from sopkit.source import DocPath

# A semicolon ends a citation, and so does the mark of the next item of a list that was written as one text. A new line
# alone does not: long titles are broken.
# A run of blanks is only tried from its beginning: from each of them it would take the square of its length.
_NEXT: Final = late(r";\s+|(?<!\s)(?:\s+(?=\(?\d{1,2}[.)]\s+\S)|[^\S\n]*\n\s*(?=[-–•*]\s+\S))")
_NUMBERED: Final = late(r"\s*\(?1[.)]\s")

_NO_TITLE: Final = late(
    r"\s*(?:tanggal|tgl|pasal|ayat|huruf|bab|lampiran|sebagaimana|yang|jo|dicabut|diubah|perubahan|tambahan|lembaran|berita"
    r"|republik|negara|tahun|nomor|no|dan)\b",
    re.IGNORECASE,
)
_ASIDE: Final = late(r"\([^()]*\)?")
_WORD: Final = late(r"[^\W\d_]{3,}")


class Cited(NamedTuple):
    """A regulation named in a citation: the one cited itself (`amended` is None), or one that amends `amended`.

    `key` is that of the regulation. `joined` says that it is only to be read with it (`jo.`), which speaks of no amendment.
    """

    rujukan: Rujukan
    key: RujukanKey
    amended: Rujukan | None = None
    joined: bool = False

    @property
    def words(self) -> str:
        """Kind, issuer and number as written."""
        return self.rujukan.text[self.rujukan.letak_jenis[0] : self.rujukan.letak_nomor[1]]

    @property
    def amends_a_higher_one(self) -> bool:
        """Whether it is said to amend a regulation that stands higher, which it cannot.

        False where the amended one is of a body, because bodies stand in no common order.
        """
        if self.amended is None or self.joined or self.amended.jenis.scope is Scope.BODY:
            return False
        return self.rujukan.stands_below(self.amended)


class Citation(Fixed):
    """One citation: entry `index` of dasar_hukum, from the character `offset` of the entry on.

    `rujukan` is None when `text` cannot be read as a citation; its offsets count in `text`. `named` are the regulation
    cited, then those it is said to be amended by, in order. Compared by identity, so that findings about it can be kept
    by it.
    """

    index: int
    offset: int
    text: str
    rujukan: Rujukan | None
    named: tuple[Cited, ...]

    def of_entry(self, index: int) -> Citation:
        """The same citation in the entry `index`."""
        return (
            self if index == self.index else Citation(index, self.offset, self.text, self.rujukan, self.named)
        )

    @property
    def path(self) -> DocPath:
        """The path of the entry."""
        return ("dasar_hukum", self.index)


@lru_cache(maxsize=64)
def citations(entries: tuple[str, ...]) -> tuple[Citation, ...]:
    """The citations in the entries of dasar_hukum, in order; entries without a letter or digit have none.

    An entry is one citation, unless a semicolon or a numbered list shows that another citation follows in it.
    """
    return tuple(one.of_entry(i) for i, entry in enumerate(entries) for one in in_entry(entry))


@lru_cache(maxsize=4096)
def in_entry(entry: str) -> tuple[Citation, ...]:
    """The citations in one entry, as if it were the first; most offices cite the same laws, so that SOPs share them."""
    found = []
    for offset, text in _pieces(entry):
        if is_filled(text):
            rujukan = parse_rujukan(text)
            found.append(Citation(0, offset, text, rujukan, named_in(rujukan)))
    return tuple(found)


def _pieces(entry: str) -> Iterator[tuple[int, str]]:
    """The parts of an entry that are citations of their own, each with its offset."""
    start = 0
    numbered = _NUMBERED.match(entry) is not None
    if not numbered and ";" not in entry and "\n" not in entry:  # nothing of what ends a citation
        yield 0, entry
        return
    for match in _NEXT.finditer(entry):
        is_end = match[0].startswith(";") or "\n" in match[0] or numbered
        if is_end and parse_rujukan(entry[match.end() :]) is not None:
            yield start, entry[start : match.start()]
            start = match.end()
    yield start, entry[start:]


def named_in(rujukan: Rujukan | None) -> tuple[Cited, ...]:
    """The regulation cited, then those it is said to be amended by; what follows `dan` amends the same one as before it."""
    if rujukan is None:
        return ()
    found = [Cited(rujukan, rujukan.key)]
    current, amended, joined = rujukan, rujukan, False
    while current.diubah_dengan is not None:
        if current.penghubung != "dan":
            amended, joined = current, current.penghubung == JUNCTO
        current = current.diubah_dengan
        found.append(Cited(current, current.key, amended, joined))
    return tuple(found)


def where_cited(entries: tuple[str, ...], rujukan: Rujukan) -> Citation | None:
    """The first citation that names the same regulation, as itself or as an amending one; None when none does."""
    key = rujukan.key
    for citation in citations(entries):
        if any(cited.key == key for cited in citation.named):
            return citation
    return None


def in_full(rujukan: Rujukan) -> str:
    """Kind, issuer, number and title in canonical form, without publication and amendments."""
    return f"{rujukan.singkat} tentang {rujukan.judul}" if rujukan.judul else rujukan.singkat


def has_bare_title(rujukan: Rujukan) -> bool:
    """Whether the title seems to be there without "tentang" before it (`UU Keuangan Negara Nomor 17 Tahun 2003`)."""
    if rujukan.judul is not None or _NO_TITLE.match(rujukan.sisa):
        return False
    return len(_WORD.findall(_ASIDE.sub(" ", rujukan.sisa))) > 1 and parse_rujukan(rujukan.sisa) is None
