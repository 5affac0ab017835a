"""What the rules about dates promise for any date, beside their cases."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.config import Settings, read_settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules.tanggal import TANGGAL
from sopkit.model.sop import Sop
from sopkit.model.tanggal import nama_hari, parse_tanggal
from sopkit.timing.settings import working_calendar

KNOWLEDGE = Knowledge()
RULES = {rule.code.code: rule for rule in TANGGAL}
DAYS = st.dates(date(1990, 1, 1), date(2026, 12, 31))
SIX_DAYS = "\n".join(
    f'{day} = {{mulai = "07:30", selesai = "14:00"}}'
    for day in ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu")
)
SEASON = 'musim = [{mulai = "2024-03-11", selesai = "2024-04-09"}]'
CALENDARS = [
    "",
    "[kalender]\nlibur_nasional = false",
    f"[kalender.jam]\n{SIX_DAYS}",
    f"[kalender]\n{SEASON}\n[kalender.jam]\n{SIX_DAYS}",
    '[kalender]\nlibur_tambahan = ["2024-02-12"]\nhari_kerja_tambahan = ["2024-02-10", "2023-08-17"]',
]
NAMED_DAYS = [date(2024, 2, 10), date(2024, 2, 12), date(2023, 8, 17), date(2024, 3, 16), date(2024, 3, 11)]


def context(settings=None, as_of=None, **dates):
    step = {"kegiatan": "Menyusun rancangan jadwal"}
    sop = Sop.model_validate(
        {"sopkit": 1, "nama": "Penyusunan Jadwal", "langkah": [step], "tanggal": dates, "status": "berlaku"}
    )
    return LintContext(sop, settings or Settings(), KNOWLEDGE, as_of=as_of)


def found(code, settings=None, as_of=None, **dates):
    return list(RULES[code].check(context(settings, as_of, **dates)))


DATE_TEXT = st.sampled_from(
    ["31 Februari 2024", "Senin, 5 Mei 2024", "Juni", "6 Pebuari 2024", "-", ""]
) | st.text(max_size=20)


@given(DATE_TEXT, st.lists(DATE_TEXT, max_size=3), DATE_TEXT, st.none() | DAYS)
def test_no_text_makes_a_rule_crash(made, revised, effect, as_of):
    checked = context(None, as_of, pembuatan=made, revisi=revised, efektif=effect)
    for rule in TANGGAL:
        for issue in rule.check(checked):
            assert issue.message.id
            assert issue.message.en


@pytest.mark.parametrize("toml", CALENDARS)
@given(day=DAYS | st.sampled_from(NAMED_DAYS))
def test_a_day_is_found_exactly_when_the_working_calendar_has_no_work_on_it(toml, day):
    settings = read_settings("sopkit.toml", toml)
    calendar = working_calendar(settings.kalender)
    issues = found("TGL005", settings, pembuatan=day.isoformat())
    assert bool(issues) == (not calendar.is_workday(day))


def test_a_weekend_is_found_without_loading_the_table_of_holidays(monkeypatch):
    def refuse(year):
        pytest.fail(f"asked for the holidays of {year}")

    # the package has the rule under the name of its module
    module = sys.modules["sopkit.lint.rules.tanggal.not_a_working_day"]
    monkeypatch.setattr(module, "_holidays", refuse)
    assert found("TGL005", pembuatan="2024-02-17", efektif="Maret 2024")


MONTHS = ["Pebruari", "PEBRUARI", "Nopember", "peb", "Nop.", "August", "Oct", "Djuni"]


@given(
    st.sampled_from(MONTHS), st.none() | st.integers(1, 28), st.booleans(), st.sampled_from([" ", "-", "/"])
)
def test_the_fix_of_a_spelling_keeps_the_date_and_its_precision_and_once_is_enough(
    month, day, with_weekday, blank
):
    text = f"{month}{blank}2023" if day is None else f"{day}{blank}{month}{blank}2023"
    date_ = parse_tanggal(text)
    if with_weekday and day and date_.first:
        text = f"{nama_hari(date_.first).upper()}, {text}"
    issues = found("TGL006", pembuatan=text)
    mended = parse_tanggal(issues[0].fix.value)
    assert (mended.first, mended.last) == (date_.first, date_.last)
    assert not found("TGL006", pembuatan=issues[0].fix.value)
    assert found("TGL006", pembuatan=text)[0].excerpt in text


@given(DAYS, DAYS)
def test_an_sop_is_overdue_on_the_day_after_its_anniversary_and_not_before(made, as_of):
    anniversary = (
        date(made.year + 1, 3, 1) if (made.month, made.day) == (2, 29) else made.replace(year=made.year + 1)
    )
    assert bool(found("TGL007", as_of=as_of, pembuatan=made.isoformat())) == (as_of > anniversary)


@given(DAYS, DAYS, DAYS)
def test_dates_in_order_are_never_found_to_be_out_of_order(one, two, three):
    made, revised, effect = sorted([one, two, three])
    dates = {
        "pembuatan": made.isoformat(),
        "revisi": revised.isoformat()[:7],
        "efektif": effect.isoformat(),
    }
    assert not found("TGL003", **dates)
    assert not found("TGL008", **dates)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("6 Pebuari 2024", "maksudnya 6 Februari 2024?"),
        ("Septmber 2024", "maksudnya September 2024?"),
        ("akhir 2024", "tulis seperti 4 Maret 2024 atau 2024-03-04"),
    ],
)
def test_a_misspelt_month_is_named(text, hint):
    assert found("TGL009", pembuatan=text)[0].help.id == hint
