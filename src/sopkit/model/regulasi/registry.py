"""The regulations that are known, found by what a citation cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sopkit.errors import SopkitError, Text
from sopkit.model.regulasi.record import read_regulation
from sopkit.model.regulasi.regulation import Regulation
from sopkit.model.rujukan import Rujukan, RujukanKey


class Registry:
    """Regulations in the order recorded, found by the key of a citation. Never changes once made."""

    def __init__(self, regulations: Sequence[Regulation] = ()) -> None:
        self._by_key: dict[RujukanKey, Regulation] = {}
        self._by_year: dict[int | None, list[Regulation]] = {}
        for regulation in {regulation.key: regulation for regulation in regulations}.values():
            self._add(regulation)

    def _add(self, regulation: Regulation) -> None:
        key = regulation.key
        self._by_key[key] = regulation
        self._by_year.setdefault(key.tahun, []).append(regulation)

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
        return self.get(rujukan.key)

    def get(self, key: RujukanKey) -> Regulation | None:
        """The regulation of a citation whose key is known already."""
        return self._by_key.get(key)

    def of_year(self, tahun: int | None) -> Sequence[Regulation]:
        """The regulations of a year, in the order recorded."""
        return self._by_year.get(tahun, ())

    def __iter__(self) -> Iterator[Regulation]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)


class LateRegistry(Registry):
    """The registry of records that are known to be right; those of a year are read when that year is first asked for.

    For the package's own: an SOP cites few of its regulations, and to read all takes longer than to check the SOP.
    """

    def __init__(self, records: Sequence[Mapping[str, Any]], origin: str) -> None:
        super().__init__()
        self._records = records
        self._origin = origin
        self._waiting: dict[int | None, list[Mapping[str, Any]]] = {}
        for record in records:
            self._waiting.setdefault(int(record["tahun"]), []).append(record)

    def get(self, key: RujukanKey) -> Regulation | None:
        """As of any registry."""
        found = self._by_key.get(key)
        if found is None and key.tahun in self._waiting:
            self._read(key.tahun)
            found = self._by_key.get(key)
        return found

    def of_year(self, tahun: int | None) -> Sequence[Regulation]:
        """As of any registry."""
        if tahun in self._waiting:
            self._read(tahun)
        return super().of_year(tahun)

    def _read(self, tahun: int | None) -> None:
        for record in self._waiting.pop(tahun):
            self._add(read_regulation(record, self._origin))

    def __iter__(self) -> Iterator[Regulation]:
        for tahun in tuple(self._waiting):
            self._read(tahun)
        of_years = {tahun: iter(regulations) for tahun, regulations in self._by_year.items()}
        return (next(of_years[int(record["tahun"])]) for record in self._records)

    def __len__(self) -> int:
        return len(self._records)


def _twice(origin: str, number: int, earlier: int, regulation: Regulation) -> Text:
    name = regulation.rujukan.singkat
    return Text(
        id=f"{origin}, entri ke-{number}: {name} sudah dicatat pada entri ke-{earlier}.",
        en=f"{origin}, entri ke-{number}: {name} is recorded already in entry {earlier}.",
    )
