"""TGL009: a date cannot be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.facts.identity import named_dates
from sopkit.lint.language.texts import quoted
from sopkit.lint.rule import Issue, rule
from sopkit.model.tanggal import BULAN, HARI, nama_hari, parse_tanggal
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.identity import NamedDate
    from sopkit.lint.rule import LintContext

_WEEKDAY: Final = late(rf"\s*(?P<day>{'|'.join(HARI)}|Jum['’]at|Ahad)\s*,?\s*", re.IGNORECASE)
_DAY: Final = late(r"\s*(?P<day>[0-9]{1,2})\s*[\s\-/.]\s*(?P<month>.+)", re.DOTALL)
_ISO: Final = late(r"\s*(?P<month>[0-9]{4}[-/][0-9]{1,2})[-/](?P<day>[0-9]{1,2})\s*")
_WORD: Final = late(r"[A-Za-z]{3,}")


@rule("TGL009", "tanggal-tak-terbaca", Severity.ERROR, since="0.1")
def unreadable(context: LintContext) -> Iterator[Issue]:
    """Tanggal tidak terbaca. / A date cannot be read.

    ## Mengapa
    Tanggal yang tidak ada dalam kalender, atau yang tidak dapat dipastikan hari dan bulannya, tidak dapat dibandingkan dengan
    tanggal lain dan dengan masa berlaku peraturan. Tulis hari, bulan, dan tahun empat angka: `4 Maret 2024`, `04-03-2024`,
    atau `2024-03-04`.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 31 April 2024
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 30 April 2024
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    for named in named_dates(context.sop):
        if not named.date.readable:
            yield Issue(
                named.path,
                _wrong_weekday(named) or _no_such_day(named) or _not_read(named),
                help=_misspelt(named.date.text)
                or Text(
                    "tulis seperti 4 Maret 2024 atau 2024-03-04", "write it like 4 Maret 2024 or 2024-03-04"
                ),
            )


def _wrong_weekday(named: NamedDate) -> Text | None:
    weekday = _WEEKDAY.match(named.date.text)
    date = parse_tanggal(named.date.text[weekday.end() :]) if weekday else None
    if weekday is None or date is None or date.first is None or date.first != date.last:
        return None
    return Text(
        f"{named.name.id} {date} jatuh pada hari {nama_hari(date.first)}, bukan {weekday['day']}",
        f"the {named.name.en} {date.iso} is a {nama_hari(date.first)}, not a {weekday['day']}",
    )


def _no_such_day(named: NamedDate) -> Text | None:
    weekday = _WEEKDAY.match(named.date.text)
    rest = named.date.text[weekday.end() :] if weekday else named.date.text
    parts = _ISO.fullmatch(rest) or _DAY.fullmatch(rest)
    month = parse_tanggal(parts["month"]) if parts else None
    if parts is None or month is None or month.first is None or month.first == month.last:
        return None
    return Text(
        f"{named.name.id} tidak ada dalam kalender: tanggal {int(parts['day'])} {month}",
        f"the {named.name.en} is not in the calendar: day {int(parts['day'])} of {month.iso}",
    )


def _not_read(named: NamedDate) -> Text:
    return Text(
        f"{named.name.id} {quoted(named.date.text)} tidak terbaca sebagai tanggal",
        f"the {named.name.en} {quoted(named.date.text)} cannot be read as a date",
    )


def _misspelt(text: str) -> Text | None:
    """A hint at the month that a word nearly is, when putting it in makes the date readable."""
    for word in _WORD.findall(text):
        month = nearest(word, BULAN)
        if month and word.lower() != month.lower():
            mended = parse_tanggal(text.replace(word, month))
            if mended.readable:
                return Text(f"maksudnya {mended}?", f"did you mean {mended}?")
    return None
