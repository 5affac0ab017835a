"""What the rules know of the field: word lists and the registry of regulations, from YAML files in the package.

What these files say stands in the package as JSON once more, because to read them takes longer than to check a file; a test holds
both equal, and `make golden` writes the JSON. An office adds its own lines through `[data]` in `sopkit.toml`. Every table is checked when it is read: a table that cannot be
read stops the run with one sentence, because rules with half their knowledge would report half the truth.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from sopkit.errors import SopkitError, Text
from sopkit.files import DATA
from sopkit.fixed import Fixed
from sopkit.load.document import read_document
from sopkit.model.regulasi import LateRegistry, Registry
from sopkit.source import SourceFile
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

Words = Mapping[str, tuple[str, ...]]
"""A word list: sections in the order of the file, each with its texts in order."""

WORD_LISTS = (
    "identitas",
    "instansi",
    "kata_kerja",
    "kelengkapan",
    "keputusan",
    "peran",
    "peringatan",
    "salah_tulis",
    "samar",
    "serapan",
    "tata_peran",
)
"""The word lists of the package, `data/<name>.yaml`; each file says in its head what its sections mean."""
REGISTRY = "regulasi"
"""The registry of the package, `data/<name>.yaml`."""
TABLES = "tabel.json"
"""The lists and the registry of the package again, each as `package_table` reads it, by name."""


class Knowledge(Fixed):
    """The tables of the package with those of the office (`own_words`, `own_regulations`: texts of files) added.

    Tables are read when first asked for and kept; so is by rules what they make of them.
    """

    own_words: SourceFile | None = None
    own_regulations: SourceFile | None = None

    def words(self, name: str) -> Words:
        """The word list `name`, one of `WORD_LISTS`.

        Raises:
            SopkitError: the office's own list cannot be read, or names a list or section that is not there.
        """
        if name not in self._read:
            self._read[name] = _merged(_package_words(name), self._own.get(name, {}), name, self.own_words)
        return self._read[name]

    @cached_property
    def _read(self) -> dict[str, Words]:
        return {}

    @cached_property
    def registry(self) -> Registry:
        """The registry of regulations; of doubled entries the office's own holds.

        Raises:
            SopkitError: the office's own registry cannot be read.
        """
        known = LateRegistry(_tables()[REGISTRY], f"sopkit/data/{REGISTRY}.yaml")
        if self.own_regulations is None:
            return known
        own = _data(self.own_regulations)
        if not isinstance(own, list):
            raise _refused(self.own_regulations, "")
        return known.extended(Registry.from_records(own, self.own_regulations.name))

    @cached_property
    def _own(self) -> Mapping[str, Words]:
        if self.own_words is None:
            return {}
        data = _data(self.own_words)
        if not isinstance(data, dict):
            raise _refused(self.own_words, "")
        for name in data:
            if name not in WORD_LISTS:
                raise _unknown(self.own_words, name, WORD_LISTS)
        return {name: _sections(part, self.own_words, name) for name, part in data.items()}


@cache
def package_knowledge() -> Knowledge:
    """What the package knows, without an office: one value for all projects that have no tables of their own."""
    return Knowledge()


def _merged(base: Words, own: Words, name: str, source: SourceFile | None) -> Words:
    merged = dict(base)
    open_ended = name in _OPEN
    for section, texts in own.items():
        if section not in base and not open_ended and source is not None:
            raise _unknown(source, f"{name}.{section}", tuple(f"{name}.{known}" for known in base))
        merged[section] = tuple(dict.fromkeys((*merged.get(section, ()), *texts)))
    return merged


_OPEN = ("salah_tulis", "peran", "instansi")
"""Lists whose sections are words themselves, so that an office may add sections."""


def package_table(name: str) -> Any:
    """What `data/<name>.yaml` says: of a word list sections with their texts, of the registry its records."""
    source = SourceFile(f"sopkit/data/{name}.yaml", (DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    data = _data(source)
    return data if name == REGISTRY else _sections(data, source, "")


@cache
def _tables() -> dict[str, Any]:
    known: dict[str, Any] = json.loads((DATA / TABLES).read_text(encoding="utf-8"))
    return known


def _package_words(name: str) -> Words:
    return {section: tuple(texts) for section, texts in _tables()[name].items()}


def _data(source: SourceFile) -> Any:
    document = read_document(source)
    if not document.usable:
        first = document.findings[0]
        at = f"{source.name}:{first.span.start.line}:{first.span.start.column}"
        raise SopkitError(Text(f"{at}: {first.message.id}", f"{at}: {first.message.en}"))
    return document.data


def _sections(data: Any, source: SourceFile, where: str) -> Words:
    """A mapping of sections to texts, checked."""
    if not isinstance(data, dict):
        raise _refused(source, where)
    for section, texts in data.items():
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise _refused(source, f"{where}.{section}".strip("."))
    return {section: tuple(texts) for section, texts in data.items()}


def _refused(source: SourceFile, where: str) -> SopkitError:
    place = f" ({where})" if where else ""
    return SopkitError(
        Text(
            f"{source.name}{place}: bentuknya salah; lihat docs/data.md",
            f"{source.name}{place}: wrong shape; see docs/data.md",
        )
    )


def _unknown(source: SourceFile, name: str, known: Sequence[str]) -> SopkitError:
    near = nearest(name, known)
    hint = Text(f"; maksudnya {near}?", f"; did you mean {near}?") if near else Text("", "")
    return SopkitError(
        Text(f"{source.name}: {name} tidak dikenal{hint.id}", f"{source.name}: unknown {name}{hint.en}")
    )
