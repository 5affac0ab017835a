"""A citation as a frozen value: its parts, its key for comparing, and its canonical way of writing.

Reading one from text is the business of `parse`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sopkit.model.rujukan.issuer import body_key
from sopkit.model.rujukan.kind import Jenis, Scope
from sopkit.model.rujukan.number import number_key
from sopkit.model.rujukan.region import is_province, without_unit
from sopkit.model.rujukan.wording import folded

Offsets = tuple[int, int]
"""Start and end (exclusive) in characters."""


class RujukanKey(NamedTuple):
    """What makes two citations cite the same regulation. `penerbit` and `nomor` are folded for comparing."""

    jenis: Jenis
    penerbit: str | None
    nomor: str | None
    tahun: int | None


class Rujukan(NamedTuple):
    """One citation of a regulation.

    Attributes:
        text: the whole entry it was read from, also for the citation inside `diubah_dengan`; all offsets count in it.
        jenis: the kind.
        penerbit: canonical issuer: of a minister the portfolio ("PANRB", "Dalam Negeri"), of a regional regulation
            the region ("Kabupaten Lumajang"), else the body with its head ("Kepala Badan Pusat Statistik").
            None when not named, and always for kinds of the state (UU, PP, ...).
        penerbit_asli: the issuer as written; "" when not named.
        penerbit_resmi: the issuer as it stands in the canonical citation after the kind; "" when not named.
        garbled: the issuer is recognised, but the words are no name of it.
        region: the region of a regional regulation, or of the governor, bupati or wali kota who issued it.
        nomor: canonical number; a code is in capitals without blanks. None only for the UUD.
        tahun: year, None when not given.
        judul: title on one line, without publication and closing signs; None when not given. A title after an
            amending regulation belongs to the amended one unless it speaks of a change.
        publikasi: the note on the Lembaran or Berita it was published in, without its parentheses.
        diubah_dengan: the regulation it is said to be amended by, or to be read with (jo.).
        penghubung: the words that lead to `diubah_dengan`, in canonical form; "" when there is none.
        sisa: words of the entry that the grammar has no place for, and that `canonical` therefore loses.
        letak_jenis, letak_penerbit, letak_nomor, letak_judul: where the parts stand in `text`.
    """

    text: str
    jenis: Jenis
    penerbit: str | None
    penerbit_asli: str
    penerbit_resmi: str
    garbled: bool
    region: str | None
    nomor: str | None
    tahun: int | None
    judul: str | None
    publikasi: str | None
    diubah_dengan: Rujukan | None
    penghubung: str
    sisa: str
    letak_jenis: Offsets
    letak_penerbit: Offsets | None
    letak_nomor: Offsets
    letak_judul: Offsets | None

    @property
    def key(self) -> RujukanKey:
        """What two citations of the same regulation have in common."""
        return citation_key(self.jenis, self.penerbit, self.nomor, self.tahun)

    @property
    def rank(self) -> int:
        """Place in the hierarchy, 1 for the highest; a Perda of a province stands above one of a kabupaten."""
        provincial = self.jenis in _PERDA and (is_province(self.region) or self.jenis in _PROVINCIAL)
        return self.jenis.rank - 1 if provincial else self.jenis.rank

    def stands_below(self, other: Rujukan) -> bool:
        """Whether it is of a kind that stands lower than that of `other`; False for the same kind."""
        return self.jenis is not other.jenis and self.rank > other.rank

    @property
    def singkat(self) -> str:
        """The canonical citation up to the year, without title: `Undang-Undang Nomor 23 Tahun 2014`."""
        words = [self.jenis.nama, self.penerbit_resmi]
        if self.jenis is Jenis.UUD:
            words.append(f"Tahun {self.tahun}")
        elif self.nomor is not None:
            words.append(f"Nomor {self.nomor}")
            if self.tahun is not None and not self.nomor.endswith(
                ("/" + str(self.tahun), "-" + str(self.tahun))
            ):
                words.append(f"Tahun {self.tahun}")
        return " ".join(word for word in words if word)

    @property
    def canonical(self) -> str:
        """The canonical way of writing the whole citation, with title, publication and amendment."""
        words = self.singkat
        if self.judul is not None:
            words += f" tentang {self.judul}"
        if self.publikasi is not None:
            words += f" ({self.publikasi})"
        if self.diubah_dengan is not None:
            words += f" {self.penghubung} {self.diubah_dengan.canonical}"
        return words


JUNCTO = "jo."
"""The connector that says "to be read with", in its canonical form."""

_PERDA = frozenset({Jenis.PERDA, Jenis.PERDASUS, Jenis.PERDAIS, Jenis.QANUN})
_PROVINCIAL = frozenset({Jenis.PERDASUS, Jenis.PERDAIS})
_NAMED_BY_REGION = frozenset({Jenis.PERDA, Jenis.PERDASUS, Jenis.PERDAIS})


def citation_key(jenis: Jenis, penerbit: str | None, nomor: str | None, tahun: int | None) -> RujukanKey:
    """The key of a regulation from its canonical parts; the registry and the citations share it."""
    issuer = None if penerbit is None else _issuer_key(jenis, penerbit)
    return RujukanKey(jenis, issuer, None if nomor is None else number_key(jenis, nomor), tahun)


@lru_cache(maxsize=1024)
def _issuer_key(jenis: Jenis, penerbit: str) -> str | None:
    """What is compared of an issuer, None where the kind has none; kept, because an office cites few of them."""
    if jenis.scope is Scope.STATE:
        return None
    named_by_region = jenis.scope is Scope.REGION and jenis not in _PERDA
    return (folded(without_unit(penerbit)) if named_by_region else body_key(penerbit)) or None


def formal_region(jenis: Jenis, region: str) -> str:
    """How `region` stands after a kind of regional regulation: with its unit only after Perda."""
    if jenis in _NAMED_BY_REGION or (jenis is Jenis.QANUN and not is_province(region)):
        return region
    return without_unit(region)
