"""The regulations that are known, found by what a citation cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopkit.errors import SopkitError, Text
from sopkit.model.regulasi.record import read_regulation
from sopkit.model.regulasi.regulation import Regulation
from sopkit.model.rujukan import Rujukan, RujukanKey


class Registry:
    """Regulations in the order recorded, found by the key of a citation. Never changes once made."""

    __slots__ = ("_by_key",)

    def __init__(self, regulations: Sequence[Regulation] = ()) -> None:
        self._by_key: Mapping[RujukanKey, Regulation] = {
            regulation.key: regulation for regulation in regulations
        }

    @classmethod
    def from_records(cls, records: Sequence[object], origin: str) -> Registry:
        """The registry of the records of one file, each a mapping as `read_regulation` takes it.

        `origin` names the file in messages. Raises SopkitError for the first record at fault, naming it and the
        field, and for a regulation recorded twice.
        """
        first_at: dict[RujukanKey, int] = {}
        regulations = []
        for number, record in enumerate(records, start=1):
            regulation = read_regulation(record, f"{origin}, entri ke-{number}")
            earlier = first_at.setdefault(regulation.key, number)
            if earlier != number:
                raise SopkitError(_twice(origin, number, earlier, regulation))
            regulations.append(regulation)
        return cls(regulations)

    def extended(self, other: Registry) -> Registry:
        """Both registries; where both know a regulation, what `other` says holds."""
        return Registry([*self, *other])

    def find(self, rujukan: Rujukan) -> Regulation | None:
        """The regulation that `rujukan` cites; None when it is not recorded, which says nothing about it."""
        return self._by_key.get(rujukan.key)

    def get(self, key: RujukanKey) -> Regulation | None:
        """The regulation of a citation whose key is known already."""
        return self._by_key.get(key)

    def __iter__(self) -> Iterator[Regulation]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)


def _twice(origin: str, number: int, earlier: int, regulation: Regulation) -> Text:
    name = regulation.rujukan.singkat
    return Text(
        id=f"{origin}, entri ke-{number}: {name} sudah dicatat pada entri ke-{earlier}.",
        en=f"{origin}, entri ke-{number}: {name} is recorded already in entry {earlier}.",
    )
