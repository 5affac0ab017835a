"""The texts of checked files for reports, read again only where a report shows a line of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sopkit.app.records import digest_of
from sopkit.errors import SopkitError
from sopkit.files import read_bounded
from sopkit.source import MAX_CHARACTERS, SourceFile, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sources(Mapping[str, SourceFile]):
    """Texts by the name of their file. One that is gone by now, or holds something else than was checked, is not there.

    `digests` are those of what was checked, by name; `texts` are what cannot be read a second time.
    Ten thousand texts are not kept: reports ask for those of one file after the other, and only the last is remembered.
    """

    def __init__(self, digests: Mapping[str, str], texts: Mapping[str, SourceFile]) -> None:
        self._digests = digests
        self._texts = texts
        self._last: SourceFile | None = None

    def __getitem__(self, name: str) -> SourceFile:
        if name in self._texts:
            return self._texts[name]
        if self._last is None or self._last.name != name:
            self._last = self._read(name)
        return self._last

    def __iter__(self) -> Iterator[str]:
        return iter((*self._texts, *self._digests))

    def __len__(self) -> int:
        return len(self._texts) + len(self._digests)

    def _read(self, name: str) -> SourceFile:
        digest = self._digests[name]
        try:
            data = read_bounded(name, MAX_CHARACTERS)
        except SopkitError:
            raise KeyError(name) from None
        if digest_of(data) != digest:
            raise KeyError(name)
        return source_of(name, data)
