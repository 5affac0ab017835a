"""SOPs as an office might write them, made up from a seed: the same seed gives the same bytes on every machine.

    python benchmarks/corpus.py FOLDER [--count 10000] [--seed 1] [--own-words]

One in ten is faulty (see faults.py). Offices of fifty SOPs each; within an office numbers and names differ and keterkaitan
is named by both sides. Names of people, offices and local regulations are invented. With words of its own no text about the
matter of an SOP stands in another one, which is harder than any real collection: offices repeat themselves.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from faults import spoil
from writing import write_sop

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICE = 50
"""SOPs of one office."""
FAULTY = 10
"""One in so many is faulty."""

_OFFICES = (
    ("Dinas Komunikasi dan Informatika", "Bidang Aplikasi Informatika"),
    ("Dinas Kesehatan", "Bidang Pelayanan Kesehatan"),
    ("Dinas Pendidikan", "Bidang Pembinaan Sekolah Dasar"),
    ("Dinas Sosial", "Bidang Rehabilitasi Sosial"),
    ("Dinas Perhubungan", "Bidang Angkutan"),
    ("Dinas Pertanian", "Bidang Tanaman Pangan"),
    ("Badan Perencanaan Pembangunan Daerah", "Bidang Perencanaan"),
    ("Badan Keuangan Daerah", "Bidang Perbendaharaan"),
)
_PLACES = tuple(
    first + last
    for first in ("Arga", "Banyu", "Candra", "Dwi", "Giri", "Kerta", "Loka", "Mandala", "Purba", "Rawa")
    for last in ("mulya", "sari", "jaya", "wana", "puri", "kencana", "tirta")
)
_DEEDS = ("Pengelolaan", "Penyusunan", "Pelayanan", "Penanganan", "Pemantauan", "Pengarsipan", "Penerbitan")
_MATTERS = (
    "usulan bantuan peralatan", "laporan realisasi anggaran", "rekomendasi kegiatan lapangan", "surat keterangan usaha",
    "data penerima manfaat", "jadwal pelatihan pegawai", "izin pemakaian gedung", "pengaduan masyarakat",
    "daftar inventaris barang", "permohonan narasumber", "bahan rapat koordinasi", "rencana kebutuhan barang",
    "kartu identitas anggota", "peta sebaran layanan", "hasil survei kepuasan", "nota kesepahaman kerja sama",
)  # fmt: skip
_SCOPES = (
    "tingkat kecamatan", "tingkat desa", "triwulanan", "semesteran", "tahunan", "bagi pelaku usaha mikro", "bagi pelajar",
    "bagi penyandang disabilitas", "di wilayah pesisir", "di wilayah pegunungan", "melalui aplikasi", "melalui loket",
    "untuk kegiatan rutin", "untuk kegiatan khusus", "lintas bidang", "antarinstansi",
)  # fmt: skip
_LAWS = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    "Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    "Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah",
)
_GUIDELINE = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman"
    " Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"
)
_GIVEN = (
    "Bagas",
    "Citra",
    "Dimas",
    "Endah",
    "Fajar",
    "Galuh",
    "Hesti",
    "Indra",
    "Laras",
    "Mahesa",
    "Nawang",
    "Raka",
)
_FAMILY = (
    "Wirayuda",
    "Prameswari",
    "Adinegara",
    "Kusumastuti",
    "Santika",
    "Wiratama",
    "Paramita",
    "Nugraheni",
)


@dataclass(frozen=True)
class Made:
    """A file of the corpus: its path below the folder, its bytes, and the faults put in by name."""

    name: str
    data: bytes
    faults: tuple[str, ...] = ()


def make(count: int, seed: int = 1, *, own_words: bool = False) -> Iterator[Made]:
    """`count` files in order of name. A longer corpus begins with the shorter one of the same seed."""
    for number in range(count):
        random = Random(f"{seed}/{number}")  # noqa: S311 - made up, not secret
        sop = _sop(number, seed, random, own_words=own_words)
        name = f"{_folder(number)}/{number % OFFICE + 1:03d}.sop.yaml"
        if number % FAULTY == FAULTY - 1:
            yield Made(name, *spoil(sop, random))
        else:
            yield Made(name, write_sop(sop, random).encode())


def _folder(number: int) -> str:
    return f"kantor-{number // OFFICE + 1:04d}"


def _name(number: int, seed: int, *, own_words: bool) -> str:
    """The name of an SOP: those of one office differ in deed, matter and scope together."""
    office, place = divmod(number, OFFICE)
    start = Random(f"{seed}/{office}").randrange(len(_MATTERS) * len(_SCOPES))  # noqa: S311 - as above
    at = start + place
    matter, scope = _MATTERS[at % len(_MATTERS)], _SCOPES[at // len(_MATTERS) % len(_SCOPES)]
    own = f" di lingkungan {_word(number)}" if own_words else ""
    return f"{_DEEDS[at % len(_DEEDS)]} {matter} {scope}{own}"


def _word(number: int) -> str:
    """A word of its own for each number."""
    syllables = []
    for _ in range(4):
        number, at = divmod(number, 25)
        syllables.append("bdgkl"[at // 5] + "aeiou"[at % 5])
    return "".join(syllables)


def _sop(number: int, seed: int, random: Random, *, own_words: bool) -> dict[str, object]:
    office, place = divmod(number, OFFICE)
    agency, unit = _OFFICES[office % len(_OFFICES)]
    government = f"Kabupaten {_PLACES[office // len(_OFFICES) % len(_PLACES)]}"
    year = random.randint(2023, 2025)
    name = _name(number, seed, own_words=own_words)
    matter = name.partition(" ")[2]
    steps = _steps(matter, random)
    roles = {
        "petugas": "Petugas Layanan",
        "analis": "Analis Kebijakan",
        "kabid": "{nama: Kepala " + unit + ", alias: Kabid}",
        "kadis": "Kepala " + agency.split()[0],
    }
    return {
        "sopkit": "1",
        "nomor": f'"000.8.3/{place + 1:03d}/{office % 90 + 10}.{random.randint(10, 99)}/{year}"',
        "nama": _title(name),
        "instansi": {
            "pemerintah": f"Pemerintah {government}",
            "perangkat_daerah": agency,
            "unit": unit,
        },
        "tanggal": _dates(year, random),
        "disahkan_oleh": _signer(agency, random),
        "dasar_hukum": _laws(government, random),
        "kualifikasi_pelaksana": [f"Memahami tata cara {matter}", "Mampu mengoperasikan komputer"],
        "keterkaitan": [f"SOP {_title(_name(number ^ 1, seed, own_words=own_words))}"],
        "peralatan": ["Komputer dan pemindai", "Buku agenda", f"Formulir {matter}"],
        "peringatan": f"Apabila {matter} tidak ditangani tepat waktu, layanan terlambat dan keluhan bertambah.",
        "pencatatan": ["Buku agenda", f"Aplikasi pencatatan {matter}"],
        "pelaksana": {key: roles[key] for key in roles if any(step["pelaksana"] == key for step in steps)},
        "langkah": steps,
    }


def _title(text: str) -> str:
    small = {"di", "dan", "bagi", "melalui", "untuk"}
    return " ".join(word if word in small else word[0].upper() + word[1:] for word in text.split())


_HALF = 0.5
_WORKING_DAYS = {2023: (7, 8, 9), 2024: (5, 6, 7), 2025: (11, 12, 13)}
"""Days of August that are working days, as are those two weeks later."""


def _dates(year: int, random: Random) -> dict[str, str]:
    made = random.choice(_WORKING_DAYS[year])
    if random.random() < _HALF:
        return {"pembuatan": f"{year}-08-{made:02d}", "efektif": f"{year}-08-{made + 14:02d}"}
    return {"pembuatan": f"{made} Agustus {year}", "revisi": "", "efektif": f"{made + 14} Agustus {year}"}


def _signer(agency: str, random: Random) -> dict[str, str]:
    born = f"{random.randint(1966, 1979)}{random.randint(1, 12):02d}{random.randint(1, 28):02d}"
    begun = f"{random.randint(1998, 2009)}{random.randint(1, 12):02d}"
    nip = f"{born} {begun} {random.randint(1, 2)} {random.randint(1, 20):03d}"
    return {
        "jabatan": f"Kepala {agency}",
        "nama": f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}, S.Sos., M.Si.",
        "pangkat": random.choice(("Pembina Utama Muda", "Pembina Tingkat I")),
        "nip": f'"{nip.replace(" ", "")}"' if random.random() < _HALF else nip,
    }


def _laws(government: str, random: Random) -> list[str]:
    chosen = sorted(random.sample(range(len(_LAWS)), random.randint(2, 4)))
    local = (
        f"Peraturan Bupati {government.split()[1]} Nomor {random.randint(10, 80)} Tahun {random.randint(2019, 2022)}"
        f" tentang Tata Kelola Pelayanan di Lingkungan Pemerintah {government}"
    )
    laws = [_LAWS[at] for at in chosen]
    at = sum(law.startswith(("Undang", "Peraturan Pem")) for law in laws)
    return [*laws[:at], _GUIDELINE, *laws[at:], local]


_ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("Menerima berkas {m}", "petugas", "Berkas {m}", "Tanda terima berkas {m}"),
    (
        "Mencatat berkas {m} dalam buku agenda",
        "petugas",
        "Tanda terima berkas {m}",
        "Berkas {m} bernomor agenda",
    ),
    ("Memeriksa kelengkapan berkas {m}", "analis", "Berkas {m} bernomor agenda", "Lembar periksa {m}"),
    ("Mendalami isi berkas {m}", "analis", "Lembar periksa {m}", "Telaahan tentang {m}"),
    (
        "Menghimpun data pendukung {m} dari bidang lain",
        "petugas",
        "Telaahan tentang {m}",
        "Data pendukung {m}",
    ),
    ("Mengolah data pendukung {m}", "analis", "Data pendukung {m}", "Hasil olahan {m}"),
    ("Menyusun konsep nota dinas {m}", "analis", "Hasil olahan {m}", "Konsep nota dinas {m}"),
    ("Membahas konsep nota dinas {m}", "kabid", "Konsep nota dinas {m}", "Catatan pembahasan {m}"),
    ("Menyempurnakan konsep nota dinas {m}", "analis", "Catatan pembahasan {m}", "Nota dinas {m}"),
    ("Membubuhkan paraf pada nota dinas {m}", "kabid", "Nota dinas {m}", "Nota dinas {m} yang diparaf"),
    (
        "Menandatangani nota dinas {m}",
        "kadis",
        "Nota dinas {m} yang diparaf",
        "Nota dinas {m} yang ditandatangani",
    ),
    (
        "Menggandakan nota dinas {m}",
        "petugas",
        "Nota dinas {m} yang ditandatangani",
        "Salinan nota dinas {m}",
    ),
    (
        "Mengirim salinan nota dinas {m} kepada penerima",
        "petugas",
        "Salinan nota dinas {m}",
        "Bukti kirim {m}",
    ),
    ("Mengarsipkan salinan nota dinas {m}", "petugas", "Bukti kirim {m}", "Arsip nota dinas {m}"),
    ("Melaporkan hasil {m} kepada pimpinan", "analis", "Arsip nota dinas {m}", "Laporan hasil {m}"),
)
_TIMES = (
    "5 menit",
    "10 menit",
    "15 menit",
    "30 menit",
    "1 jam",
    "1 jam 30 menit",
    "2 jam",
    "5–10 menit",
    "1 hari kerja",
)
_FEW = 0.2
_CHECK = 2
"""The row that is a decision: an incomplete file goes back to the first."""


def _steps(matter: str, random: Random) -> list[dict[str, object]]:
    rows = _ROWS[: random.randint(8, len(_ROWS))]
    return [_step(at, row, matter, random) for at, row in enumerate(rows)]


def _step(at: int, row: tuple[str, str, str, str], matter: str, random: Random) -> dict[str, object]:
    what, role, needs, gives = (part.format(m=matter) for part in row)
    step: dict[str, object] = {
        "kegiatan": what,
        "pelaksana": role,
        "mutu_baku": {
            "kelengkapan": [needs, "Buku agenda"] if random.random() < _FEW else needs,
            "waktu": random.choice(_TIMES),
            "output": gives,
        },
    }
    if at == _CHECK:
        step["keputusan"] = {"ya": "4", "tidak": "{ke: 1, label: Tidak lengkap}"}
    if random.random() < _FEW:
        step["keterangan"] = f"Lihat petunjuk {matter}"
    return step


def fill(folder: Path, count: int, seed: int = 1, *, own_words: bool = False) -> list[Made]:
    """Write the corpus below `folder` and return it."""
    made = list(make(count, seed, own_words=own_words))
    for file in made:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return made


def main() -> None:
    """Write a corpus as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--own-words", action="store_true")
    asked = parser.parse_args()
    made = fill(asked.folder, asked.count, asked.seed, own_words=asked.own_words)
    size = sum(len(file.data) for file in made)
    print(f"{len(made)} files, {size / len(made):.0f} bytes each, {sum(bool(f.faults) for f in made)} faulty")


if __name__ == "__main__":
    main()
