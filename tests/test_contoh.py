"""The exemplary SOPs of `sops/contoh/` are clean, and take as long as counted by hand.

What an office copies from must have no finding; an info that appears here is either a slip of the example or a false alarm
of a rule. All numbers are in minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from sopkit.app.check import CheckOptions, check, read_inputs
from sopkit.app.project import input_files, open_project
from sopkit.config import Settings
from sopkit.diagnostics import Severity
from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.timing.analysis import AnalysisOptions, analyse
from sopkit.timing.due import Start
from sopkit.timing.load import find_load
from sopkit.timing.scenarios import Kind
from sopkit.timing.settings import work_rules

CONTOH = Path(__file__).parent.parent / "sops" / "contoh"
SURAT = "pengelolaan-surat-masuk"
LAPORAN = "penyusunan-laporan-kinerja"
INFORMASI = "pelayanan-permohonan-informasi-publik"
RULES = work_rules(Settings())

INFOS: list[tuple[str, str]] = []
"""The infos that the examples may have, as (file, code)."""


@dataclass(frozen=True)
class ByHand:
    """The lengths of the scenarios, the critical steps by number, and the work of each role."""

    smooth: Fraction
    longest: Fraction
    rework: Fraction
    range: tuple[int, int]
    critical: tuple[int, ...]
    load: dict[str, Fraction]


COUNTED = {
    SURAT: ByHand(
        smooth=Fraction(90),
        longest=Fraction(90),
        rework=Fraction(90),
        range=(90, 90),
        critical=(1, 2, 3, 4, 5, 6),
        load={"pengadministrasi": Fraction(45), "sekretaris": Fraction(15), "kadis": Fraction(30)},
    ),
    # A day has 450 minutes: 30 + 120 + 60, 3 + 1 + 2 + 5 + 2 + 1 days, 120, 1 day, 60.
    # Once more each: steps 4–5 (4 days), 7–8 (7 days), 7–9 (8 days).
    LAPORAN: ByHand(
        smooth=Fraction(15 * 450 + 390),
        longest=Fraction(15 * 450 + 390),
        rework=Fraction((15 + 4 + 7 + 8) * 450 + 390),
        range=(15 * 450 + 390, 15 * 450 + 390),
        critical=tuple(range(1, 13)),
        load={
            "kadis": Fraction(480),
            "sekretaris": Fraction(1020),
            "kasubbag": Fraction(960),
            "kabid": Fraction(1350),
            "tim": Fraction(3330),
        },
    ),
    # 7½ + 10 + 15, then 450 beside 120, then 90 + 60, then 30 (given) or 120 (refused), then 15.
    # Once more: steps 1–2. At the shortest 5 + 10 + 15 + 120 + 60 + 60 + 120 + 15, at the longest two days for step 4.
    INFORMASI: ByHand(
        smooth=Fraction(1355, 2),
        longest=Fraction(1535, 2),
        rework=Fraction(785),
        range=(405, 1250),
        critical=(1, 2, 3, 4, 6, 7, 9, 10),
        load={
            "petugas": Fraction(40),
            "ppid": Fraction(555, 2),
            "arsiparis": Fraction(480),
            "kabid": Fraction(210),
        },
    ),
}

every_example = pytest.mark.parametrize("name", list(COUNTED))


def sop_of(name):
    loaded = load_bytes(name, (CONTOH / f"{name}.sop.yaml").read_bytes())
    assert loaded.sop is not None
    return loaded.sop


def analysis(name, **options):
    sop = sop_of(name)
    return analyse(sop, build_flow(sop), RULES, AnalysisOptions(runs=0, **options))


def minutes(found, kind):
    return Fraction(found.scenarios.of(kind).span.work, 60)


def checked(**options):
    paths = [str(CONTOH)]
    project = open_project(paths)
    return check(
        read_inputs(input_files(paths, project), project, pytest.fail), project, CheckOptions(**options)
    )


def test_these_and_no_others_are_the_examples():
    assert {path.name.removesuffix(".sop.yaml") for path in CONTOH.rglob("*.yaml")} == set(COUNTED)


def test_the_examples_have_no_finding_but_the_infos_named_here():
    result = checked(whole=True)
    assert len(result.files) == len(COUNTED)
    assert [found for found in result.findings if found.severity is not Severity.INFO] == []
    assert [(Path(found.file).name, found.code) for found in result.findings] == INFOS


@every_example
def test_the_first_line_names_the_schema(name):
    first, _, _ = (CONTOH / f"{name}.sop.yaml").read_text(encoding="utf-8").partition("\n")
    assert first == "# yaml-language-server: $schema=../../schema/sop.schema.json"
    assert (CONTOH / first.partition("$schema=")[2]).resolve().is_file()


@every_example
def test_the_invented_nip_is_valid(name):
    nip = sop_of(name).disahkan_oleh.nip
    assert nip is not None
    assert nip.serial is not None
    assert nip.problems() == ()


@every_example
def test_the_scenarios_are_as_long_as_counted_by_hand(name):
    found, by_hand = analysis(name), COUNTED[name]
    got = [minutes(found, kind) for kind in (Kind.SMOOTH, Kind.LONGEST, Kind.REWORK)]
    assert got == [by_hand.smooth, by_hand.longest, by_hand.rework]
    longest = found.scenarios.longest
    assert (longest.smallest.work // 60, longest.largest.work // 60) == by_hand.range
    assert found.unknown == ()


@every_example
def test_the_critical_steps_are_those_on_the_longest_way(name):
    found = analysis(name)
    steps = found.scenarios.longest.network.steps
    critical = tuple(steps[piece] + 1 for piece in found.scenarios.longest.chain)
    assert critical == COUNTED[name].critical


@every_example
def test_the_work_of_each_role_is_as_counted_by_hand(name):
    load = analysis(name).load
    assert {role.kunci: role.seconds / 60 for role in load.roles} == COUNTED[name].load
    assert load.unassigned == 0


@every_example
def test_the_deadline_is_met_on_every_way_even_with_a_round_of_rework(name):
    outcome = analysis(name, start=Start(year=2026)).outcome
    assert outcome is not None
    assert [verdict.kind for verdict in outcome.tightest.verdicts if not verdict.met] == []


@pytest.mark.parametrize(
    ("name", "margin"),
    [
        (SURAT, Fraction(450 - 90)),
        # January and February 2026: 42 weekdays without 1 and 16 January, 16 and 17 February
        (LAPORAN, Fraction(38 * 450 - 7140)),
        (INFORMASI, 5 * 450 - Fraction(1535, 2)),
    ],
)
def test_the_margin_on_the_longest_way_is_as_counted_by_hand(name, margin):
    outcome = analysis(name, start=Start(year=2026)).outcome
    assert outcome is not None
    assert Fraction(outcome.verdict(Kind.LONGEST).margin, 60) == margin


def test_the_report_of_2026_is_done_on_the_sixteenth_working_day():
    outcome = analysis(LAPORAN, start=Start(year=2026)).outcome
    assert outcome is not None
    assert outcome.verdict(Kind.LONGEST).finish == datetime(2026, 1, 26, 15, 0)  # noqa: DTZ001 - office time


def test_the_shorter_of_two_branches_waits_for_the_longer_one():
    found = analysis(INFORMASI)
    usual = [time.usual for time in found.times]
    (wait,) = find_load(sop_of(INFORMASI), found.scenarios.longest.network, usual).waits
    assert (wait.step + 1, wait.join + 1, wait.seconds // 60) == (5, 6, 450 - 120)
