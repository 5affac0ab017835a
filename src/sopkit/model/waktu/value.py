"""What a waktu text says, as a value."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from sopkit.model.waktu.length import Lama


class Bentuk(Enum):
    """What kind of text a waktu is."""

    LAMA = "lama"
    """It states a length."""
    TANPA_LAMA = "tanpa lama"
    """It says in words that there is no fixed length: `sesuai jadwal`, `tentatif`."""
    TAK_TERBACA = "tak terbaca"
    """It cannot be read; also the empty text and a lone `-`."""


class Waktu(NamedTuple):
    """What a waktu text says.

    `cepat`, `biasa` and `lambat` are the shortest, usual and longest length; the same when the text states one
    length, all None unless `bentuk` is LAMA. Of a range, `biasa` is the exact midpoint.
    `maksimal` and `kira_kira` say that the text began with such a word (`paling lama`, `±`).
    `per` is the item when the length is for one item (`berkas` in `2 menit/berkas`), in small letters.
    `hari_polos` says that a `hari` was written without kerja, kalender or efektif.
    `canonical` is the same text in the usual way of writing, with the numbers, units and words the author chose;
    None unless `bentuk` is LAMA, and None for three points, which are not one text.
    """

    text: str
    bentuk: Bentuk
    cepat: Lama | None = None
    biasa: Lama | None = None
    lambat: Lama | None = None
    maksimal: bool = False
    kira_kira: bool = False
    per: str | None = None
    hari_polos: bool = False
    canonical: str | None = None

    @property
    def is_range(self) -> bool:
        """Whether the shortest and the longest length differ."""
        return self.cepat != self.lambat

    @property
    def known(self) -> bool:
        """Whether the text says how long the step takes: a length that is not for one item only."""
        return self.bentuk is Bentuk.LAMA and self.per is None
