"""The texts of an SOP that people wrote, with their paths, for rules that read wording wherever it stands.

Names of people, identifiers, numbers, dates and lengths of time are not wording and are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.model.sop import Langkah, Sop
    from sopkit.source import DocPath

Place = tuple["DocPath", str]
"""The path of a text, and the text. An item of a list has its index also where the file has a single text."""

SECTIONS: Final = ("kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")
"""The sections in the office's own words; `dasar_hukum` quotes the titles of others and is left out."""


def wording(sop: Sop) -> Iterator[Place]:
    """The texts in the office's own words, in the order of the file: nama, the sections, headings of roles, steps.

    Empty texts are left out.
    """
    yield ("nama",), sop.nama
    for section in SECTIONS:
        for i, text in enumerate(getattr(sop, section)):
            if text:
                yield (section, i), text
    for key, role in sop.pelaksana.items():
        yield ("pelaksana", key, "nama"), role.nama
    for i, step in enumerate(sop.langkah):
        yield from _of_step(i, step)


def _of_step(i: int, step: Langkah) -> Iterator[Place]:
    if step.kegiatan:
        yield ("langkah", i, "kegiatan"), step.kegiatan
    for part, texts in (("kelengkapan", step.mutu_baku.kelengkapan), ("output", step.mutu_baku.output)):
        for k, text in enumerate(texts):
            if text:
                yield ("langkah", i, "mutu_baku", part, k), text
    if step.keterangan:
        yield ("langkah", i, "keterangan"), step.keterangan


def quoted(text: str) -> str:
    """The text on one line in quotes, cut after 60 characters, for a message."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _QUOTED else f"“{line[: _QUOTED - 1].rstrip()}…”"


_QUOTED: Final = 60
