"""TGL007: the SOP was last made or revised over a year ago."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.facts.identity import named_dates
from sopkit.lint.rule import Issue, rule
from sopkit.model.sop import Status
from sopkit.model.tanggal import Tanggal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.facts.identity import NamedDate
    from sopkit.lint.rule import LintContext


@rule("TGL007", "lewat-evaluasi", Severity.WARNING, since="0.1")
def overdue(context: LintContext) -> Iterator[Issue]:
    """SOP lebih dari setahun tidak dievaluasi. / The SOP was last made or revised over a year ago.

    ## Mengapa
    SOP yang berlaku perlu dievaluasi secara berkala, paling sedikit sekali setahun, dan hasilnya tampak pada
    tanggal revisi. Temuan ini hanya muncul bila hari pemeriksaan disebut, misalnya `--as-of 2026-01-02`, sehingga hasil
    pemeriksaan biasa tidak bergantung pada tanggal komputer. Draf dan SOP yang dicabut tidak diperiksa.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2023-03-06
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Rencana Kerja
    tanggal:
      pembuatan: 2023-03-06
      revisi: 2025-07-07
    langkah:
      - kegiatan: Menyusun rancangan rencana kerja
    ```
    """
    if context.as_of is None or context.sop.status is not Status.BERLAKU:
        return
    worked_on = [named for named in named_dates(context.sop) if named.path != ("tanggal", "efektif")]
    if not worked_on or not all(named.date.readable for named in worked_on):
        return
    newest = max(worked_on, key=_last)
    if _a_year_after(_last(newest)) < context.as_of:
        yield _issue(newest, Tanggal("", context.as_of, context.as_of))


def _issue(newest: NamedDate, as_of: Tanggal) -> Issue:
    return Issue(
        newest.path,
        Text(
            f"SOP terakhir dibuat atau direvisi pada {newest.date}, lebih dari setahun sebelum {as_of}",
            f"the SOP was last made or revised on {newest.date.iso}, over a year before {as_of.iso}",
        ),
        help=Text(
            "evaluasi SOP ini, lalu catat hasilnya pada tanggal.revisi",
            "evaluate the SOP and note the outcome under tanggal.revisi",
        ),
    )


def _last(named: NamedDate) -> date:
    return named.date.last or date.min


def _a_year_after(day: date) -> date:
    """The same day of the next year; after 29 February it is 1 March."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)
