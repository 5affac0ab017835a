"""The table of holidays says what the package says, for years that are over."""

from __future__ import annotations

import json

import pytest

from sopkit.files import DATA
from sopkit.timing.national import TABLE, TABLE_YEARS, holidays_of_package, indonesian_holidays


def test_the_table_is_written_from_the_package(golden):
    years = {year: holidays_of_package(year) for year in TABLE_YEARS}
    table = {
        str(year): {
            "announced": found.announced,
            "names": {f"{day:%m-%d}": name for day, name in found.names.items()},
        }
        for year, found in years.items()
    }
    text = json.dumps(table, ensure_ascii=False, indent=1) + "\n"
    golden(DATA / TABLE, text)


@pytest.mark.parametrize("year", [TABLE_YEARS[0], TABLE_YEARS[-1], TABLE_YEARS[-1] + 1])
def test_a_year_is_the_same_from_the_table_and_from_the_package(year):
    assert indonesian_holidays(year) == holidays_of_package(year)
    assert list(indonesian_holidays(year).names) == list(holidays_of_package(year).names)


def test_nothing_in_the_table_is_an_estimate():
    names = [name for year in TABLE_YEARS for name in indonesian_holidays(year).names.values()]
    assert names
    assert not any("perkiraan" in name for name in names)
