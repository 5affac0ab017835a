"""A draft: what has been read of one SOP, value by value, with its place in the source and what is doubtful about it.

How values are found and how a draft is written do not belong here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopkit.errors import Text
    from sopkit.intake.source import Place, Unused
    from sopkit.source import DocPath

IDENTITY = (
    "nomor",
    "nama",
    "instansi.pemerintah",
    "instansi.perangkat_daerah",
    "instansi.unit",
    "tanggal.pembuatan",
    "tanggal.revisi",
    "tanggal.efektif",
    "disahkan_oleh.jabatan",
    "disahkan_oleh.nama",
    "disahkan_oleh.pangkat",
    "disahkan_oleh.nip",
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
)
"""The fields outside of the table, as paths of the format with dots, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text of the draft. `why` says what a person must look at, None when nothing is doubtful about it."""

    text: str
    place: Place
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Exit:
    """A branch of a decision: the 0-based row it goes to, None for the end, and the word printed on it."""

    target: int | None
    label: str | None = None
    why: Text | None = None


@dataclass(frozen=True)
class DraftStep:
    """A row. `roles` are keys of `Draft.roles`; `role_why` says why they are doubtful or missing.

    `exits` is set for a decision: by "ya" and "tidak", the branches known. `next` are the rows it goes on to when these
    are not simply the next row; None in it is the end. `doubts` are about the step as a whole.
    """

    place: Place
    kegiatan: Value
    nomor: Value | None = None
    roles: tuple[str, ...] = ()
    together: bool = False
    role_why: Text | None = None
    kelengkapan: tuple[Value, ...] = ()
    waktu: Value | None = None
    output: tuple[Value, ...] = ()
    keterangan: Value | None = None
    exits: Mapping[str, Exit] | None = None
    next: tuple[int | None, ...] | None = None
    doubts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What a person must look at: where in the draft (() for the whole), where in the source, and why."""

    path: DocPath
    place: Place
    message: Text


@dataclass(frozen=True)
class Draft:
    """One SOP as read from a document; `identity` has the keys of `IDENTITY` that were found.

    `labels` are the words printed in place of the usual ones, by their keys in the format. `roles` are the columns in order:
    key and heading. `remarks` are about the document as a whole; `unused` is what found no place in the draft.
    """

    source: str
    identity: Mapping[str, tuple[Value, ...]]
    steps: tuple[DraftStep, ...]
    roles: Mapping[str, Value] = field(default_factory=dict)
    labels: Mapping[str, Value] = field(default_factory=dict)
    separate_ends: bool = False
    remarks: tuple[Note, ...] = ()
    unused: tuple[Unused, ...] = ()

    def first(self, key: str) -> Value | None:
        """The first value of the field `key` of `IDENTITY`; None when there is none."""
        return next(iter(self.identity.get(key, ())), None)
