"""The region a regional regulation belongs to: its written forms and the one way it is named here.

Only the provinces are listed, to expand their abbreviations and to tell a province that stands without the word;
kabupaten and kota are named as they are written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sopkit.model.rujukan.wording import cased, folded

# The 38 provinces with the abbreviations that offices use.
_PROVINCES: Final[dict[str, str]] = {
    "Aceh": "nad|nanggroe aceh darussalam|daerah istimewa aceh",
    "Sumatera Utara": "sumut|sumatra utara",
    "Sumatera Barat": "sumbar|sumatra barat",
    "Riau": "",
    "Jambi": "",
    "Sumatera Selatan": "sumsel|sumatra selatan",
    "Bengkulu": "",
    "Lampung": "",
    "Kepulauan Bangka Belitung": "babel|bangka belitung",
    "Kepulauan Riau": "kepri",
    "Daerah Khusus Ibukota Jakarta": "dki jakarta|dki|daerah khusus ibu kota jakarta",
    "Daerah Khusus Jakarta": "dkj",
    "Jawa Barat": "jabar",
    "Jawa Tengah": "jateng",
    "Daerah Istimewa Yogyakarta": "diy|di yogyakarta|d i yogyakarta|yogyakarta|daerah istimewa jogjakarta",
    "Jawa Timur": "jatim",
    "Banten": "",
    "Bali": "",
    "Nusa Tenggara Barat": "ntb",
    "Nusa Tenggara Timur": "ntt",
    "Kalimantan Barat": "kalbar",
    "Kalimantan Tengah": "kalteng",
    "Kalimantan Selatan": "kalsel",
    "Kalimantan Timur": "kaltim",
    "Kalimantan Utara": "kaltara",
    "Sulawesi Utara": "sulut",
    "Sulawesi Tengah": "sulteng",
    "Sulawesi Selatan": "sulsel",
    "Sulawesi Tenggara": "sultra",
    "Gorontalo": "",
    "Sulawesi Barat": "sulbar",
    "Maluku": "",
    "Maluku Utara": "malut",
    "Papua": "",
    "Papua Barat": "",
    "Papua Selatan": "",
    "Papua Tengah": "",
    "Papua Pegunungan": "",
    "Papua Barat Daya": "",
}
# Names borne by a province and by a kota or kabupaten as well: without "Provinsi" they say nothing.
_SHARED: Final = frozenset({"bengkulu", "jambi", "gorontalo", "yogyakarta"})

_BY_FOLD: Final[dict[str, str]] = {
    folded(spelling): name
    for name, others in _PROVINCES.items()
    for spelling in (name, *others.split("|"))
    if spelling
}
_UNITS: Final[dict[str, str]] = {
    "provinsi": "Provinsi",
    "propinsi": "Provinsi",
    "prov": "Provinsi",
    "prop": "Provinsi",
    "kabupaten": "Kabupaten",
    "kab": "Kabupaten",
    "kota": "Kota",
    "kotamadya": "Kota",
}
_UNIT = re.compile(
    r"(provinsi|propinsi|prov|prop|kabupaten|kab|kotamadya|kota)(?![a-z])[\s.]*", re.IGNORECASE
)
_UPPER = re.compile(r"(?<=\s)(?:provinsi|propinsi|prov\.)\s.*", re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=1024)
def read_region(written: str, unit: str | None = None) -> str | None:
    """The region named: `Kabupaten Lumajang`, `Provinsi Kalimantan Barat`; None when nothing is named.

    `unit` is the unit that the kind implies ("Kabupaten" for a bupati). Without it and without the word in the
    text, a province is recognised by its name and anything else is left as it stands.
    """
    rest = written.strip(" .,:")
    while (match := _UNIT.match(rest)) is not None:
        unit = _UNITS[match[1].lower()]
        rest = rest[match.end() :]
    name = _UPPER.sub("", rest).strip(" .,:")
    if not name:
        return None
    province = _BY_FOLD.get(folded(name))
    if unit is None and province is not None and folded(name) not in _SHARED:
        unit = "Provinsi"
    if unit == "Provinsi" and province is not None:
        name = province
    return f"{unit} {cased(name)}" if unit else cased(name)


def is_province(region: str | None) -> bool:
    """Whether `region`, as `read_region` names it, is a province."""
    return region is not None and region.startswith("Provinsi ")


def without_unit(region: str) -> str:
    """The region as it stands after Gubernur, Bupati or Wali Kota: `Lumajang` for `Kabupaten Lumajang`."""
    unit, _, name = region.partition(" ")
    return name if unit in {"Provinsi", "Kabupaten", "Kota"} and name else region
