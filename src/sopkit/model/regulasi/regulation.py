"""One regulation of the registry, and the two questions that rules ask of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sopkit.model.regulasi.period import Period
from sopkit.model.rujukan import Rujukan, RujukanKey


class Regulation(NamedTuple):
    """What the registry knows of a regulation.

    Attributes:
        rujukan: the regulation as a citation of itself: kind, issuer, number, year, title (None when the registry
            does not vouch for one), and the canonical way of writing it.
        ditetapkan: when it was made; None when no other date than `berlaku` is recorded.
        berlaku: from when it holds.
        dicabut_oleh: what revoked it, as a citation; None when nothing did, as far as the registry knows.
        dicabut: since when it is revoked; None exactly when `dicabut_oleh` is.
        diubah_oleh: what amended it, as citations, in the order recorded.
        sumber: what these facts stand on, in words, with [H] for a text seen and [M] for a secondary source.
    """

    rujukan: Rujukan
    ditetapkan: Period | None
    berlaku: Period
    dicabut_oleh: Rujukan | None
    dicabut: Period | None
    diubah_oleh: tuple[Rujukan, ...]
    sumber: str

    @property
    def key(self) -> RujukanKey:
        """The key under which a citation finds it."""
        return self.rujukan.key

    @property
    def judul(self) -> str | None:
        """The title; None when the registry does not vouch for one."""
        return self.rujukan.judul

    def revoked_surely_before(self, first: date, last: date) -> bool:
        """Whether it was revoked before a date that lies between `first` and `last`, whichever days both are.

        False when it is not revoked, and when it was revoked on the very day.
        """
        return self.dicabut is not None and self.dicabut.last < first <= last

    def issued_surely_after(self, first: date, last: date) -> bool:
        """Whether it was made after a date that lies between `first` and `last`, whichever days both are."""
        return first <= last < self.made.first

    @property
    def made(self) -> Period:
        """When it was made, or when it took effect where only that is known."""
        return self.ditetapkan or self.berlaku
