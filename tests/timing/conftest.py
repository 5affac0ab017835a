"""Procedures typed as pictures, for the tests of the time engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sopkit.model.sop import Sop

if TYPE_CHECKING:
    from collections.abc import Callable


def _row(line: str) -> dict[str, Any]:
    """`1 10`, `2 20 -> 3 4`, `3 1_jam ? 4 2`, `3 60 ? 4 2 0.8` (peluang of ya); `-` is no time, `@key` a pelaksana."""
    words = line.split()
    doers = [word[1:] for word in words if word.startswith("@")]
    words = [word for word in words if not word.startswith("@")]
    nomor, waktu, *rest = words
    row: dict[str, Any] = {"nomor": nomor, "kegiatan": f"Langkah {nomor}"}
    if waktu != "-":
        text = waktu.replace("_", " ")
        row["mutu_baku"] = {"waktu": f"{text} menit" if text.isdecimal() else text}
    if ";" in waktu:
        row["mutu_baku"] = {"waktu": dict(zip(("cepat", "biasa", "lambat"), text.split(";"), strict=True))}
    if rest and rest[0] == "->":
        row["lanjut"] = tuple(rest[1:])
    elif rest:
        ya, tidak, *peluang = rest[1:]
        row["keputusan"] = {"ya": {"ke": ya, "peluang": peluang[0] if peluang else None}, "tidak": tidak}
    if doers:
        together = doers[0].split("+")
        row["pelaksana"] = {"bersama": together} if len(together) > 1 else doers[0].split(",")
    return row


@pytest.fixture(scope="session")
def procedure() -> Callable[..., Sop]:
    """An SOP from a picture of its rows; more keys of the file as keyword arguments."""

    def make(picture: str, **keys: Any) -> Sop:
        rows = tuple(_row(line) for line in picture.strip().splitlines())
        return Sop.model_validate({"sopkit": 1, "nama": "Uji", "langkah": rows} | keys)

    return make
