"""sopkit.toml: what it may say, and one sentence for what it may not."""

from __future__ import annotations

from datetime import date

import pytest

from sopkit.config import Settings, read_settings
from sopkit.diagnostics import Severity
from sopkit.errors import SopkitError

FULL = """
bahasa = "en"
[waktu]
menit_per_hari = 420
hari_per_minggu = 6
hari_per_bulan = 25
[kalender]
libur_nasional = false
libur_tambahan = ["2026-11-30"]
hari_kerja_tambahan = [2026-12-05]
[kalender.jam]
senin = {mulai = "07:30", selesai = "15:00", istirahat = "12:00", istirahat_menit = 30}
[[kalender.musim]]
mulai = "2026-02-18"
selesai = "2026-03-19"
[validate]
select = ["ALL"]
ignore = ["LKH009"]
fail_on = "warning"
[validate.severity]
WKT005 = "warning"
[validate.per-file-ignores]
"lama/*" = ["HKM"]
[lembar]
kertas = "A4"
[data]
kata = "kata.yaml"
"""


def test_an_empty_file_means_the_defaults():
    assert read_settings("sopkit.toml", "") == Settings()


def test_everything_can_be_said():
    settings = read_settings("sopkit.toml", FULL)
    assert settings.waktu.menit_per_hari == 420
    assert settings.kalender.libur_tambahan == (date(2026, 11, 30),)
    assert settings.kalender.hari_kerja_tambahan == (date(2026, 12, 5),)
    assert settings.kalender.jam["senin"].istirahat_menit == 30
    assert settings.kalender.musim[0].selesai == date(2026, 3, 19)
    assert settings.validate_.fail_on is Severity.WARNING
    assert settings.validate_.severity == {"WKT005": Severity.WARNING}
    assert settings.validate_.per_file_ignores == {"lama/*": ("HKM",)}
    assert (settings.bahasa, settings.lembar.kertas, settings.data.kata) == ("en", "A4", "kata.yaml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bahas = 'id'", "unknown key bahas; did you mean bahasa?"),
        ("[waktu]\nmenit_perhari = 1", "unknown key waktu.menit_perhari; did you mean menit_per_hari?"),
        ("[validate]\nper_file_ignored = {}", "did you mean per-file-ignores?"),
        ("[validate]\nfail_on = 'fatal'", "must be error, warning or info"),
        ("[waktu]\nmenit_per_hari = 0", "waktu.menit_per_hari"),
        ("[waktu]\nmenit_per_hari = '450'", "waktu.menit_per_hari"),
        ("[kalender]\nlibur_tambahan = ['30 November']", "a date must look like 2026-11-30"),
        ("[kalender.jam]\nmonday = {mulai = '07:30', selesai = '15:00'}", "kalender.jam"),
        ("[lembar]\nkertas = 'A5'", "lembar.kertas"),
        ("bahasa = ", "not valid TOML"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_key(text, words):
    with pytest.raises(SopkitError) as refused:
        read_settings("sopkit.toml", text)
    assert words in refused.value.message.en
    assert refused.value.message.id.startswith("sopkit.toml")
