"""The use case, and the seven real SOPs summed up by hand: 450 minutes a day, five days a week."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkit.app.duration import DurationOptions, time_sop
from sopkit.config import Settings
from sopkit.errors import SopkitError
from sopkit.load.loading import load_bytes
from sopkit.timing.analysis import AnalysisOptions
from sopkit.timing.parsing import parse_deadline
from sopkit.timing.settings import work_rules

SOPS = Path(__file__).parents[2] / "sops"
RULES = work_rules(Settings())


def timed(name, **options):
    analysis = (
        AnalysisOptions(deadline=parse_deadline(options.pop("deadline"))) if "deadline" in options else None
    )
    sop = load_bytes(name, (SOPS / f"{name}.sop.yaml").read_bytes()).sop
    return time_sop(name, sop, RULES, DurationOptions(analysis or AnalysisOptions(), **options))


@pytest.mark.parametrize(
    ("name", "by_hand"),
    [
        # 30 + 60 + 360 + 180 + 60, then without the correction 180, with it 60 + 180 + 180
        (
            "lumajang-diskominfo/penyusunan-perencanaan-kinerja",
            {"as_written": 1110, "smooth": 870, "shortest": 870, "longest": 1110, "rework": 1110},
        ),
        # two weeks, one week, an hour, one week, an hour, three days, two hours
        (
            "bengkulu-selatan-diskominfo/perencanaan-kinerja",
            dict.fromkeys(
                ("as_written", "smooth", "shortest", "longest", "rework"),
                4500 + 2250 + 60 + 2250 + 60 + 1350 + 60 + 60,
            ),
        ),
        # 10 + 10 + 300 + 120 + 60 + 60 + 60; again steps 4 and 5 (180) and steps 6 and 7 (120)
        (
            "bengkulu-selatan-diskominfo/pengumpulan-data-kinerja-triwulan",
            {"as_written": 620, "smooth": 620, "shortest": 620, "longest": 620, "rework": 620 + 180 + 120},
        ),
        # an hour, a week, two days, an hour
        (
            "bengkulu-selatan-diskominfo/evaluasi-kinerja",
            dict.fromkeys(("as_written", "smooth", "shortest", "longest", "rework"), 60 + 2250 + 900 + 60),
        ),
        # the 480 minutes are more than a working day and stay 480
        (
            "kediri-diskominfo/mekanisme-pengumpulan-data-kinerja",
            dict.fromkeys(("as_written", "smooth", "shortest", "longest", "rework"), 5 + 5 + 10 + 3 * 480),
        ),
        # 5 + 15 + 10, four days, seven days, 15, one day, 15 + 30 + 15 + 60
        (
            "lumajang-kecamatan/penyusunan-perencanaan-kinerja",
            dict.fromkeys(
                ("as_written", "smooth", "shortest", "longest", "rework"),
                30 + 12 * 450 + 15 + 15 + 30 + 15 + 60,
            ),
        ),
        # 30, then 2 + 1 + 5 + 10 days, six hours, three days, three hours, one day
        (
            "kalbar-diskominfo/penyusunan-lakip",
            dict.fromkeys(
                ("as_written", "smooth", "shortest", "longest", "rework"), 30 + 22 * 450 + 360 + 180
            ),
        ),
    ],
)
def test_the_seven_sops_take_what_a_person_sums_up(name, by_hand):
    scenarios = timed(name).analysis.scenarios
    assert {one.kind.value: one.span.work // 60 for one in scenarios.all} == by_hand


def test_without_changes_there_is_nothing_before():
    found = timed("kalbar-diskominfo/penyusunan-lakip")
    assert (found.before, found.changes, found.deadline) == (None, (), None)


def test_changes_are_set_beside_the_sop_as_it_is():
    found = timed(
        "kalbar-diskominfo/penyusunan-lakip",
        times=(("5", "5 hari"),),
        parallel=(("9", "10"),),
        deadline="20 hari kerja",
    )
    assert found.before is not None
    assert (found.before.met, found.met) == (False, True)
    # five days less, and one of two hours done beside the other
    gone = found.before.analysis.scenarios.longest.span.work - found.analysis.scenarios.longest.span.work
    assert gone // 60 == 5 * 450 + 60
    assert found.changes == ("--set 5=5 hari", "--parallel 9,10")
    assert [found.numbers((wait.step, wait.join)) for wait in found.waits] == []


def test_the_deadline_of_the_command_takes_the_place_of_the_sop_s_own():
    own = timed("contoh/penyusunan-laporan-kinerja")
    other = timed("contoh/penyusunan-laporan-kinerja", deadline="1 hari kerja")
    assert own.deadline != other.deadline
    assert (own.met, other.met) == (True, False)


def test_who_waits_is_told_of_the_longest_scenario():
    # nine is the hour, ten now takes two: nine waits an hour before eleven
    found = timed("kalbar-diskominfo/penyusunan-lakip", times=(("10", "2 jam"),), parallel=(("9", "10"),))
    assert [(found.numbers((wait.step, wait.join)), wait.seconds) for wait in found.waits] == [
        (("9", "11"), 3600)
    ]


def test_a_change_that_cannot_be_made_names_the_file():
    with pytest.raises(SopkitError) as refused:
        timed("kalbar-diskominfo/penyusunan-lakip", times=(("6", "1 hari"),))
    assert refused.value.message.id.startswith("kalbar-diskominfo/penyusunan-lakip: ")
    assert refused.value.message.en.startswith("kalbar-diskominfo/penyusunan-lakip: ")
