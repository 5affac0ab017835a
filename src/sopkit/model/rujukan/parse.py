"""Reading one entry of dasar_hukum as a citation.

The grammar: kind, issuer, number, then in any order a title, a note on publication, and a regulation it is amended
by. A title may hold further citations, so whatever comes first is the citation. Reading never fails: what is no
citation is None, and words without a place in the grammar are kept in `sisa`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sopkit.late import late
from sopkit.model.rujukan.citation import Rujukan
from sopkit.model.rujukan.entry import Entry, front_end, read_entry
from sopkit.model.rujukan.head import Head, read_head, starts_citation
from sopkit.model.rujukan.tail import Tail, read_tail
from sopkit.model.rujukan.wording import collapsed

_OF_A_CHANGE = late(r"perubahan|pencabutan|penetapan peraturan pemerintah pengganti", re.IGNORECASE)
_DEEPEST: Final = 8  # amendments of amendments; what is deeper is kept in `sisa`


@lru_cache(maxsize=4096)
def parse_rujukan(text: str) -> Rujukan | None:
    """The citation that `text` begins with, after list marks and markup; None when it begins with none.

    A citation has a kind and a number; only the Undang-Undang Dasar needs no number.
    """
    entry = read_entry(text)
    return _read(entry, front_end(entry.low), 0)


def _read(entry: Entry, start: int, depth: int) -> Rujukan | None:
    head = read_head(entry, start)
    if head is None:
        return None
    known = starts_citation(entry.low)
    tail = read_tail(entry.plain, entry.low, head.number[1], known, amending=depth > 0)
    amending = None
    if tail.amended_from is not None:
        amending = _read(entry, tail.amended_from, depth + 1) if depth < _DEEPEST else None
        if amending is None:
            unread = collapsed(entry.plain[tail.amended_from :])
            tail = tail._replace(connector="", stray=f"{tail.stray} {unread}".strip())
    return _with_its_title(_assembled(entry, head, tail, amending))


def _assembled(entry: Entry, head: Head, tail: Tail, amending: Rujukan | None) -> Rujukan:
    title = head.title or tail.title
    issuer = head.issuer
    return Rujukan(
        text=entry.text,
        jenis=head.jenis,
        penerbit=issuer.name if issuer else None,
        penerbit_asli=collapsed(entry.plain[slice(*head.named)]) if head.named else "",
        penerbit_resmi=issuer.formal if issuer else "",
        garbled=bool(issuer and issuer.garbled),
        region=issuer.region if issuer else None,
        nomor=head.nomor,
        tahun=head.tahun,
        judul=(collapsed(entry.plain[slice(*title)]).strip(" .,;:") or None) if title else None,
        publikasi=tail.publication or None,
        diubah_dengan=amending,
        penghubung=tail.connector,
        sisa=f"{head.stray} {tail.stray}".strip(),
        letak_jenis=head.kind,
        letak_penerbit=head.named,
        letak_nomor=head.number,
        letak_judul=title,
    )


def _with_its_title(rujukan: Rujukan) -> Rujukan:
    """A title given once, after the amending regulation, is that of the amended one unless it speaks of a change."""
    other = rujukan.diubah_dengan
    if other is None or rujukan.judul is not None or other.judul is None or _OF_A_CHANGE.match(other.judul):
        return rujukan
    return rujukan._replace(
        judul=other.judul,
        letak_judul=other.letak_judul,
        publikasi=rujukan.publikasi or other.publikasi,
        diubah_dengan=other._replace(judul=None, letak_judul=None, publikasi=None),
    )
