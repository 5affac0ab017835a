"""The ministers and bodies that issue regulations: the many ways they are written, and the one way they are named.

Ministries are listed so that a misspelt one can be told from an unknown one; a body that is not listed keeps its
own words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from sopkit.late import late
from sopkit.model.rujukan.region import read_region, without_unit
from sopkit.model.rujukan.wording import cased, collapsed, folded


class Issuer(NamedTuple):
    """An issuer as read.

    `name` is the canonical name, `formal` the one that stands in a citation, `garbled` says that the words were
    no name of this issuer, `region` is the region of a governor, bupati or wali kota.
    """

    name: str
    formal: str
    garbled: bool = False
    region: str | None = None


PANRB: Final = "PANRB"
_PANRB_FORMAL: Final = "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
_PAN_FORMAL: Final = "Pendayagunaan Aparatur Negara"
_LAST_YEAR_OF_PAN: Final = 2009

# Canonical name of the portfolio, and the other ways of writing it, without "Menteri" or "Men".
_MINISTERS: Final[dict[str, str]] = {
    PANRB: "panrb|pan rb|pan|pan dan rb|pendayagunaan aparatur negara dan reformasi birokrasi"
    "|pendayagunaan aparatur negara|pendayagunaan aparatur negara dan rb|pan reformasi birokrasi|neg pan|eg pan|egpan",
    "Penertiban Aparatur Negara": "",
    "Dalam Negeri": "dagri",
    "Dalam Negeri dan Otonomi Daerah": "",
    "Luar Negeri": "lu",
    "Pertahanan": "han|hankam",
    "Keuangan": "keu",
    "Kesehatan": "kes",
    "Agama": "ag",
    "Sosial": "sos",
    "Hukum": "kum",
    "Hukum dan Hak Asasi Manusia": "kumham|hukum dan ham|hukham",
    "Hak Asasi Manusia": "ham",
    "Imigrasi dan Pemasyarakatan": "imipas",
    "Pendidikan Nasional": "diknas",
    "Pendidikan dan Kebudayaan": "dikbud",
    "Pendidikan, Kebudayaan, Riset, dan Teknologi": "dikbudristek|dikbud ristek|dikbud ristekdikti",
    "Pendidikan Dasar dan Menengah": "dikdasmen",
    "Pendidikan Tinggi, Sains, dan Teknologi": "diktisaintek|dikti saintek",
    "Riset, Teknologi, dan Pendidikan Tinggi": "ristekdikti|ristek dikti",
    "Riset dan Teknologi": "ristek|riset dan teknologi kepala badan riset dan inovasi nasional",
    "Kebudayaan": "bud",
    "Kebudayaan dan Pariwisata": "budpar",
    "Pariwisata": "par",
    "Pariwisata dan Ekonomi Kreatif": "parekraf|pariwisata dan ekonomi kreatif kepala badan pariwisata dan ekonomi"
    " kreatif",
    "Pemuda dan Olahraga": "pora|pemuda dan olah raga",
    "Tenaga Kerja": "",
    "Tenaga Kerja dan Transmigrasi": "nakertrans|akertrans",
    "Ketenagakerjaan": "naker|aker",
    "Transmigrasi": "trans",
    "Perhubungan": "hub|phb",
    "Komunikasi dan Informatika": "kominfo",
    "Komunikasi dan Informasi": "",
    "Komunikasi dan Digital": "komdigi",
    "Pekerjaan Umum": "pu",
    "Pekerjaan Umum dan Perumahan Rakyat": "pupr|pu pr|puperakyat",
    "Perumahan Rakyat": "pera",
    "Perumahan dan Kawasan Permukiman": "pkp",
    "Lingkungan Hidup": "lh|lingkungan hidup kepala badan pengendalian lingkungan hidup",
    "Lingkungan Hidup dan Kehutanan": "lhk|lh dan kehutanan",
    "Kehutanan": "hut",
    "Pertanian": "tan|pertan",
    "Kelautan dan Perikanan": "kp|kelautan perikanan",
    "Energi dan Sumber Daya Mineral": "esdm",
    "Perindustrian": "perin|ind",
    "Perdagangan": "dag",
    "Perindustrian dan Perdagangan": "perindag",
    "Koperasi": "",
    "Koperasi, Pengusaha Kecil, dan Menengah": "",
    "Koperasi dan Usaha Kecil dan Menengah": "kop ukm|kopukm|kukm|koperasi dan ukm|koperasi usaha kecil dan menengah",
    "Usaha Mikro, Kecil, dan Menengah": "umkm",
    "Badan Usaha Milik Negara": "bumn",
    "Pemberdayaan Perempuan dan Perlindungan Anak": "pppa|pp pa|pp dan pa|ppa",
    "Pemberdayaan Perempuan": "",
    "Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi": "desa pdtt|desapdtt|des pdtt|despdtt|desa pdt dan transmigrasi",
    "Desa dan Pembangunan Daerah Tertinggal": "desa pdt|desa",
    "Pembangunan Daerah Tertinggal": "pdt",
    "Agraria dan Tata Ruang/Kepala Badan Pertanahan Nasional": "atr bpn|atr kepala bpn|atr ka bpn|atr kbpn|atr"
    "|agraria dan tata ruang|agraria dan tata ruang badan pertanahan nasional",
    "Perencanaan Pembangunan Nasional/Kepala Badan Perencanaan Pembangunan Nasional": "ppn|ppn bappenas"
    "|ppn kepala bappenas|ppn ka bappenas|perencanaan pembangunan nasional"
    "|perencanaan pembangunan nasional kepala bappenas",
    "Investasi/Kepala Badan Koordinasi Penanaman Modal": "investasi|investasi kepala bkpm",
    "Investasi dan Hilirisasi/Kepala Badan Koordinasi Penanaman Modal": "investasi dan hilirisasi kepala bkpm",
    "Kependudukan dan Pembangunan Keluarga/Kepala Badan Kependudukan dan Keluarga Berencana Nasional": "dukbangga",
    "Pelindungan Pekerja Migran Indonesia": "",
    "Sekretaris Negara": "sesneg|setneg",
    "Koordinator Bidang Perekonomian": "ko perekonomian|ko ekonomi|ko bidang perekonomian",
    "Koordinator Bidang Pembangunan Manusia dan Kebudayaan": "ko pmk",
    "Koordinator Bidang Kemaritiman dan Investasi": "ko marves|ko kemaritiman dan investasi",
    "Koordinator Bidang Politik, Hukum, dan Keamanan": "ko polhukam",
}
_MINISTER_BY_FOLD: Final[dict[str, str]] = {
    folded(spelling): name
    for name, others in _MINISTERS.items()
    for spelling in (name, *others.split("|"))
    if spelling
}
_FULL_FOLDS: Final = tuple(fold for fold in _MINISTER_BY_FOLD if " " in fold or len(fold) > 6)  # noqa: PLR2004  shorter ones are abbreviations, too short to be near anything

_GROWN_ON: Final = frozenset(fold.split(" ")[0] for fold in _MINISTER_BY_FOLD)

# Body, and its abbreviation or other name.
_BODIES: Final[dict[str, str]] = {
    "Badan Kepegawaian Negara": "bkn",
    "Lembaga Administrasi Negara": "lan",
    "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah": "lkpp|lembaga kebijakan pengadaan barang dan jasa pemerintah",
    "Arsip Nasional Republik Indonesia": "anri|arsip nasional",
    "Badan Pusat Statistik": "bps",
    "Badan Pengawasan Keuangan dan Pembangunan": "bpkp",
    "Badan Pemeriksa Keuangan": "bpk",
    "Badan Siber dan Sandi Negara": "bssn",
    "Badan Koordinasi Penanaman Modal": "bkpm",
    "Badan Nasional Penanggulangan Bencana": "bnpb",
    "Badan Nasional Pencarian dan Pertolongan": "basarnas|bnpp",
    "Badan Meteorologi, Klimatologi, dan Geofisika": "bmkg",
    "Badan Pengawas Obat dan Makanan": "bpom|badan pom",
    "Badan Pertanahan Nasional": "bpn",
    "Badan Kependudukan dan Keluarga Berencana Nasional": "bkkbn",
    "Badan Narkotika Nasional": "bnn",
    "Badan Informasi Geospasial": "big",
    "Badan Standardisasi Nasional": "bsn",
    "Badan Riset dan Inovasi Nasional": "brin",
    "Badan Pengawas Pemilihan Umum": "bawaslu",
    "Komisi Pemilihan Umum": "kpu",
    "Komisi Pemberantasan Korupsi": "kpk",
    "Komisi Informasi": "komisi informasi pusat|kip",
    "Ombudsman Republik Indonesia": "ombudsman",
    "Perpustakaan Nasional Republik Indonesia": "perpusnas|perpustakaan nasional",
    "Kepolisian Negara Republik Indonesia": "polri|kepolisian|kepolisian negara",
    "Kejaksaan Agung Republik Indonesia": "kejaksaan agung",
    "Mahkamah Agung": "ma",
    "Otoritas Jasa Keuangan": "ojk",
    "Bank Indonesia": "bi",
}
_BODY_BY_FOLD: Final[dict[str, str]] = {
    folded(spelling): name for name, others in _BODIES.items() for spelling in (name, *others.split("|"))
}
_HEADS: Final[dict[str, str]] = {"kepala": "Kepala", "ka": "Kepala", "ketua": "Ketua"}

_EDGE: Final = " \t\n\r\xa0.,:-"
_STATE_TAIL = re.compile(r"(?<![a-z])(?:republik\s{1,9}indonesia|r\.?\s?i)\.?$", re.IGNORECASE)
_PANRB_LIKE = late(r"pend\w*gunaan|aparatur negara|reformasi birokrasi|\bpan\b|\bpanrb")
_REGIONAL = late(r"(gubernur|bupati|wali\s?kota)(?![a-z])\s*", re.IGNORECASE)
_REGIONAL_HEADS: Final[dict[str, tuple[str, str]]] = {
    "gubernur": ("Gubernur", "Provinsi"),
    "bupati": ("Bupati", "Kabupaten"),
    "walikota": ("Wali Kota", "Kota"),
}
_MINISTER = late(r"mente?ri(?![a-z])\s*|men\s?(?=([a-z]+))", re.IGNORECASE)
_HEAD = re.compile(r"(kepala|ketua|ka\.?)\s+(?=\w)", re.IGNORECASE)


def without_state(written: str) -> str:
    """`written` without "Republik Indonesia" at its end and without signs at either end."""
    return _STATE_TAIL.sub("", written.strip(_EDGE)).rstrip(_EDGE)


@lru_cache(maxsize=1024)
def read_minister(written: str) -> Issuer | None:
    """The minister named by the words after "Peraturan Menteri" or "Permen"; None when there are none.

    An unknown portfolio keeps its own words. `garbled` is set when the words are near a known portfolio, or speak
    of PANRB, without being a way of writing it.
    """
    words = without_state(written)
    fold = folded(words)
    state = fold.startswith("negara ")
    if state:
        fold = fold.removeprefix("negara ")
    if not fold:
        return None
    name = _MINISTER_BY_FOLD.get(fold)
    garbled = name is None
    if name is None and "menteri" not in fold:  # two ministers together are no misspelt one
        name = _nearest_minister(fold)
    if name is None:
        kept = cased(words)
        return Issuer(kept, kept)
    return Issuer(name, _formal(name, fold, state=state and not garbled), garbled)


def in_its_time(issuer: Issuer, tahun: int | None) -> Issuer:
    """`issuer` under the formal name it had in `tahun`: until 2009 PANRB was the Menteri Negara PAN."""
    if tahun is None or tahun > _LAST_YEAR_OF_PAN or not issuer.name.endswith(PANRB):
        return issuer
    lead = "Menteri " if issuer.name.startswith("Menteri ") else ""
    return issuer._replace(formal=f"{lead}Negara {_PAN_FORMAL}")


def _nearest_minister(fold: str) -> str | None:
    if _PANRB_LIKE.search(fold):
        return PANRB
    from difflib import get_close_matches  # noqa: PLC0415 - only when a minister is written in no known way

    near = get_close_matches(fold, _FULL_FOLDS, n=1, cutoff=0.9)
    return _MINISTER_BY_FOLD[near[0]] if near else None


def _formal(name: str, fold: str, *, state: bool) -> str:
    formal = name
    if name == PANRB:
        formal = _PAN_FORMAL if fold == folded(_PAN_FORMAL) else _PANRB_FORMAL
    return f"Negara {formal}" if state and fold == folded(formal) else formal


@lru_cache(maxsize=1024)
def read_body(written: str) -> Issuer | None:
    """Whoever issues a regulation of a free kind, from the words before the number; None when there are none."""
    words = without_state(written)
    if (regional := _REGIONAL.match(words)) is not None:
        head, unit = _REGIONAL_HEADS[regional[1].lower().replace(" ", "")]
        region = read_region(words[regional.end() :], unit)
        name = f"{head} {without_unit(region)}" if region else head
        return Issuer(name, name, region=region)
    minister = _MINISTER.match(words)
    if minister is not None and (minister[1] is None or minister[1].lower() in _GROWN_ON):
        issuer = read_minister(words[minister.end() :])
        return issuer and issuer._replace(name=f"Menteri {issuer.name}", formal=f"Menteri {issuer.formal}")
    return _free_body(words)


def _free_body(words: str) -> Issuer | None:
    head = ""
    rest = words
    if (match := _HEAD.match(words)) is not None:
        head = _HEADS[match[1].lower().rstrip(".")] + " "
        rest = words[match.end() :]
    fold = folded(rest)
    if not fold:
        return None
    name = head + (_BODY_BY_FOLD.get(fold) or cased(collapsed(rest)))
    return Issuer(name, name)


def body_key(name: str) -> str:
    """`name` of a body for comparing: the head and the body he heads are the same issuer."""
    fold = folded(name)
    for head in ("kepala ", "ketua "):
        fold = fold.removeprefix(head)
    return fold
