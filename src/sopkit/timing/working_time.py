"""How much work a day, a week and a month hold, by the settings. Apart from the calendar, which takes long to import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.model.waktu import WorkingTime

if TYPE_CHECKING:
    from sopkit.config import WaktuSettings


def working_time(settings: WaktuSettings) -> WorkingTime:
    """How much work a day, a week and a month hold."""
    return WorkingTime(settings.menit_per_hari, settings.hari_per_minggu, settings.hari_per_bulan)
