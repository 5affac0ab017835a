"""The kinds of regulation, their names, their place in the hierarchy, and the words that announce them.

What belongs here is what is true of a kind as such. Who issued a regulation is read in `issuer` and `region`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final


class Scope(StrEnum):
    """Who can issue a kind of regulation, and so how the words between kind and number are read."""

    STATE = "state"  # the state as a whole: no issuer is named
    MINISTER = "minister"
    REGION = "region"
    BODY = "body"  # anyone else, named freely


class Jenis(StrEnum):
    """The kind of a regulation. The value is the word the registry of regulations uses."""

    UUD = "UUD"
    TAP = "TAP"
    UU = "UU"
    UU_DARURAT = "UU_DARURAT"
    PERPPU = "PERPPU"
    PP = "PP"
    PERPRES = "PERPRES"
    KEPPRES = "KEPPRES"
    INPRES = "INPRES"
    PERMEN = "PERMEN"
    KEPMEN = "KEPMEN"
    INMEN = "INMEN"
    PERATURAN_BERSAMA = "PERATURAN_BERSAMA"
    SKB = "SKB"
    PERATURAN_BADAN = "PERATURAN_BADAN"
    KEPUTUSAN_BADAN = "KEPUTUSAN_BADAN"
    PERDIRJEN = "PERDIRJEN"
    KEPDIRJEN = "KEPDIRJEN"
    PERDA = "PERDA"
    PERDASUS = "PERDASUS"
    PERDAIS = "PERDAIS"
    QANUN = "QANUN"
    PERGUB = "PERGUB"
    PERBUP = "PERBUP"
    PERWALI = "PERWALI"
    KEPGUB = "KEPGUB"
    KEPBUP = "KEPBUP"
    KEPWALI = "KEPWALI"
    PERDES = "PERDES"
    INSTRUKSI = "INSTRUKSI"
    SE = "SE"

    @property
    def nama(self) -> str:
        """The kind written in full, without an issuer: `Peraturan Menteri`."""
        return _TABLE[self][0]

    @property
    def scope(self) -> Scope:
        """Who can issue it."""
        return _TABLE[self][1]

    @property
    def rank(self) -> int:
        """Place in the hierarchy, 1 for the highest: UU 12/2011 articles 7 and 8, decisions and circulars below.

        A regional regulation is counted as one of a kabupaten or kota; that of a province is one higher.
        """
        return _TABLE[self][2]


_TABLE: Final[dict[Jenis, tuple[str, Scope, int]]] = {
    Jenis.UUD: ("Undang-Undang Dasar Negara Republik Indonesia", Scope.STATE, 1),
    Jenis.TAP: ("Ketetapan Majelis Permusyawaratan Rakyat", Scope.STATE, 2),
    Jenis.UU: ("Undang-Undang", Scope.STATE, 3),
    Jenis.UU_DARURAT: ("Undang-Undang Darurat", Scope.STATE, 3),
    Jenis.PERPPU: ("Peraturan Pemerintah Pengganti Undang-Undang", Scope.STATE, 3),
    Jenis.PP: ("Peraturan Pemerintah", Scope.STATE, 4),
    Jenis.PERPRES: ("Peraturan Presiden", Scope.STATE, 5),
    Jenis.KEPPRES: ("Keputusan Presiden", Scope.STATE, 5),
    Jenis.INPRES: ("Instruksi Presiden", Scope.STATE, 6),
    Jenis.PERMEN: ("Peraturan Menteri", Scope.MINISTER, 7),
    Jenis.PERATURAN_BERSAMA: ("Peraturan Bersama", Scope.BODY, 7),
    Jenis.PERATURAN_BADAN: ("Peraturan", Scope.BODY, 7),
    Jenis.KEPMEN: ("Keputusan Menteri", Scope.MINISTER, 8),
    Jenis.SKB: ("Keputusan Bersama", Scope.BODY, 8),
    Jenis.KEPUTUSAN_BADAN: ("Keputusan", Scope.BODY, 8),
    Jenis.PERDIRJEN: ("Peraturan Direktur Jenderal", Scope.BODY, 8),
    Jenis.KEPDIRJEN: ("Keputusan Direktur Jenderal", Scope.BODY, 9),
    Jenis.PERDA: ("Peraturan Daerah", Scope.REGION, 11),
    Jenis.PERDASUS: ("Peraturan Daerah Khusus", Scope.REGION, 11),
    Jenis.PERDAIS: ("Peraturan Daerah Istimewa", Scope.REGION, 11),
    Jenis.QANUN: ("Qanun", Scope.REGION, 11),
    Jenis.PERGUB: ("Peraturan Gubernur", Scope.REGION, 12),
    Jenis.PERBUP: ("Peraturan Bupati", Scope.REGION, 12),
    Jenis.PERWALI: ("Peraturan Wali Kota", Scope.REGION, 12),
    Jenis.KEPGUB: ("Keputusan Gubernur", Scope.REGION, 13),
    Jenis.KEPBUP: ("Keputusan Bupati", Scope.REGION, 13),
    Jenis.KEPWALI: ("Keputusan Wali Kota", Scope.REGION, 13),
    Jenis.PERDES: ("Peraturan Desa", Scope.BODY, 14),
    Jenis.INMEN: ("Instruksi Menteri", Scope.MINISTER, 15),
    Jenis.INSTRUKSI: ("Instruksi", Scope.BODY, 15),
    Jenis.SE: ("Surat Edaran", Scope.BODY, 15),
}

# Spellings, longest kind first: the first that fits is taken. A blank stands for any blanks, `~` for blanks and
# hyphens or nothing, `#` for "no letter follows": without it SE would be found in "sebagaimana". Kinds of
# ministers lack `#` where the name of the minister is grown on: permendagri.
_SPELLINGS: Final[tuple[tuple[Jenis, str], ...]] = (
    (Jenis.UUD, "undang~undang~dasar#|uud(?:ri|nri)?#"),
    (Jenis.UU_DARURAT, "undang~undang darurat#|uu darurat#|uu drt#"),
    (Jenis.UU, "undang~undang#|undang2#|uu#"),
    (Jenis.PERPPU, "peraturan pemerintah pengganti undang~undang#|perppu#|perpu#"),
    (Jenis.PP, "peraturan pemerintah#|pp#"),
    (Jenis.PERPRES, "peraturan presiden#|perpres#"),
    (Jenis.KEPPRES, "(?:surat )?keputusan presiden#|keppres#|kepres#"),
    (Jenis.INPRES, "instruksi presiden#|inpres#"),
    (Jenis.TAP, "(?:ketetapan|tap)~(?:mprs?#|majelis permusyawaratan rakyat(?: sementara)?#)"),
    (Jenis.PERATURAN_BERSAMA, "peraturan bersama#|perber#"),
    (Jenis.SKB, "(?:surat )?keputusan bersama#|skb#"),
    (Jenis.PERMEN, "peraturan (?:mente?ri#|menGROWN)|permente?ri#|permen|pmk#"),
    (Jenis.KEPMEN, "(?:(?:surat )?keputusan|sk) (?:mente?ri#|menGROWN)|kepmente?ri#|kepmen|kmk#"),
    (Jenis.INMEN, "instruksi (?:mente?ri#|menGROWN)|inmenGROWN"),
    (Jenis.PERDIRJEN, "peraturan (?:direktur~jendere?al|direktorat jenderal|dirjen)#|perdirjen#"),
    (Jenis.KEPDIRJEN, "(?:(?:surat )?keputusan|sk) (?:direktur~jendere?al|dirjen)#|kepdirjen#"),
    (Jenis.PERDASUS, "peraturan daerah khusus#(?! ibu)|perdasus#"),
    (Jenis.PERDAIS, "peraturan daerah istimewa#(?! (?:yogya|jogja|aceh))|perdais#"),
    (Jenis.PERDA, "peraturan daerah#|perda(?:si)?#"),
    (Jenis.QANUN, "qanun#|kanun#"),
    (Jenis.PERGUB, "peraturan gubernur#|pergub(?:ernur)?#"),
    (Jenis.PERBUP, "peraturan bupati#|perbup(?:ati)?#"),
    (Jenis.PERWALI, "peraturan wali~kota#|perwali?(?:~?kota|kot)?#|perwako#"),
    (Jenis.KEPGUB, "(?:(?:surat )?keputusan|sk) gubernur#|kepgub(?:ernur)?#"),
    (Jenis.KEPBUP, "(?:(?:surat )?keputusan|sk) bupati#|kepbup(?:ati)?#"),
    (Jenis.KEPWALI, "(?:(?:surat )?keputusan|sk) wali~kota#|kepwali?(?:~?kota)?#|kepwako#"),
    (Jenis.PERDES, "peraturan desa#|perdes#"),
    (
        Jenis.PERATURAN_BADAN,
        "peraturan#|perkapolri#|perka#|perban#|perlem#|perkap#|perpol#|perki#|perma#|perbawaslu#|pkpu#|pojk#|pbi#",
    ),
    (Jenis.KEPUTUSAN_BADAN, "(?:surat )?keputusan#|kepka#|sk#"),
    (Jenis.INSTRUKSI, "instruksi#"),
    (Jenis.SE, "surat edaran#|se#"),
)


# The kinds that nearly all citations are of. All spellings of such a kind begin with its letter, and none of another does.
_INITIALS: Final = ("p", "u")


def match_kind(low: str, start: int) -> re.Match[str] | None:
    """The words of a kind at `start` of a lower-case text; the name of the group that matched is the kind's value."""
    initial = low[start : start + 1]
    return _spelling_pattern(initial if initial in _INITIALS else "").match(low, start)


@cache
def _spelling_pattern(initial: str) -> re.Pattern[str]:
    """One pattern for all kinds that begin with `initial`, "" for those with another letter; one for all takes long to compile."""
    return re.compile(
        "|".join(
            f"(?P<{jenis.value}>{_expand(words)})"
            for jenis, words in _SPELLINGS
            if (words[0] if words[0] in _INITIALS else "") == initial
        )
    )


def _expand(words: str) -> str:
    spaced = words.replace(" ", r"[\s.-]+").replace("~", r"[\s-]*").replace("#", "(?![a-z])")
    return spaced.replace("GROWN", "(?=[a-z])(?!genai|yangkut|urut|jadi|dukung)")
