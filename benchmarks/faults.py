"""What goes wrong in real files: slips in the data of an SOP, and slips in its text.

Bytes that are not UTF-8 are left to the tests: yamllint ends its run at them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from writing import write_sop

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def spoil(sop: dict[str, Any], random: Random) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of the SOP with faults in it, and the names of the faults."""
    chosen = random.sample(sorted(_IN_DATA), random.randint(1, 4))
    for name in chosen:
        _IN_DATA[name](sop, random)
    data = write_sop(sop, random).encode()
    if random.random() < _SHARE_IN_TEXT:
        name = random.choice(sorted(_IN_TEXT))
        chosen.append(name)
        data = _IN_TEXT[name](data)
    return data, tuple(chosen)


_SHARE_IN_TEXT = 0.3


def _step(sop: dict[str, Any], random: Random) -> dict[str, Any]:
    step: dict[str, Any] = random.choice(sop["langkah"])
    return step


def _no_time(sop: dict[str, Any], random: Random) -> None:
    _step(sop, random)["mutu_baku"]["waktu"] = ""


def _odd_time(sop: dict[str, Any], random: Random) -> None:
    _step(sop, random)["mutu_baku"]["waktu"] = random.choice(("secukupnya", "30", "0 menit", "1,5 jam"))


def _vague_output(sop: dict[str, Any], random: Random) -> None:
    _step(sop, random)["mutu_baku"]["output"] = "Selesai"


def _passive(sop: dict[str, Any], random: Random) -> None:
    _step(sop, random)["kegiatan"] = "Berkas diteruskan kepada pimpinan"


def _misspelt(sop: dict[str, Any], random: Random) -> None:
    step = _step(sop, random)
    verb, _, rest = step["kegiatan"].partition(" ")
    step["kegiatan"] = f"{verb} berkas berkas {rest}"


def _no_role(sop: dict[str, Any], random: Random) -> None:
    _step(sop, random)["pelaksana"] = ""


def _unknown_role(sop: dict[str, Any], random: Random) -> None:
    _step(sop, random)["pelaksana"] = "kabdi"


def _dangling(sop: dict[str, Any], random: Random) -> None:
    _step(sop, random)["lanjut"] = "40"


def _dates_turned(sop: dict[str, Any], _random: Random) -> None:
    dates = sop["tanggal"]
    dates["pembuatan"], dates["efektif"] = dates["efektif"], dates["pembuatan"]


def _wrong_nip(sop: dict[str, Any], _random: Random) -> None:
    sop["disahkan_oleh"]["nip"] = "19751341 200501 1 00"


def _number_twice(sop: dict[str, Any], _random: Random) -> None:
    sop["nomor"] = '"000.8.3/000/10.10/1999"'


def _link_to_nothing(sop: dict[str, Any], _random: Random) -> None:
    sop["keterkaitan"] = ["SOP Penyelenggaraan Upacara Bendera", *sop["keterkaitan"]]


def _revoked_law(sop: dict[str, Any], _random: Random) -> None:
    sop["dasar_hukum"] = [
        "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah",
        *sop["dasar_hukum"],
    ]


def _unit_missing(sop: dict[str, Any], _random: Random) -> None:
    del sop["instansi"]["unit"]


def _no_laws(sop: dict[str, Any], _random: Random) -> None:
    sop["dasar_hukum"] = ""


_IN_DATA: dict[str, Callable[[dict[str, Any], Random], None]] = {
    "no time": _no_time,
    "odd time": _odd_time,
    "vague output": _vague_output,
    "passive": _passive,
    "misspelt": _misspelt,
    "no role": _no_role,
    "unknown role": _unknown_role,
    "dangling": _dangling,
    "dates turned": _dates_turned,
    "wrong nip": _wrong_nip,
    "number twice": _number_twice,
    "link to nothing": _link_to_nothing,
    "revoked law": _revoked_law,
    "unit missing": _unit_missing,
    "no laws": _no_laws,
}
_IN_TEXT: dict[str, Callable[[bytes], bytes]] = {
    "mark": lambda data: b"\xef\xbb\xbf" + data,
    "windows lines": lambda data: data.replace(b"\n", b"\r\n"),
    "colon": lambda data: data.replace(b"peringatan: Apabila", b"peringatan: Apabila: ", 1),
    "tab": lambda data: data.replace(b"  - kegiatan", b"\t- kegiatan", 1),
    "unknown key": lambda data: data.replace(b"    pelaksana: petugas", b"    pelaksna: petugas", 1),
    "doubled key": lambda data: data.replace(b"peralatan:", b"pencatatan:", 1),
    "anchor": lambda data: data.replace(b"unit: ", b"unit: &u ", 1),
    "cut off": lambda data: data[: len(data) // 2],
}
