from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.config import Settings
from sopkit.errors import SopkitError
from sopkit.flow.graph import build_flow
from sopkit.model.sop import Sop
from sopkit.model.waktu import WorkingTime, parse_waktu
from sopkit.timing.analysis import MOST_ROUNDS, AnalysisOptions, analyse
from sopkit.timing.calendar import WorkingCalendar
from sopkit.timing.due import Start
from sopkit.timing.forecast import Method
from sopkit.timing.national import HolidayYear, no_holidays
from sopkit.timing.scenarios import Kind
from sopkit.timing.settings import WorkRules, work_rules


def at(text):
    return datetime.fromisoformat(text)


PLAIN = WorkRules(WorkingTime(), WorkingCalendar(source=no_holidays))
NATIONAL = work_rules(Settings())
MONDAY = Start(at("2026-01-05 00:00"))

REVIEW = "1 1_jam\n2 4_jam\n3 1_jam ? 4 2\n4 1_hari"


def analysis(sop, rules=PLAIN, **options):
    return analyse(sop, build_flow(sop), rules, AnalysisOptions(**options))


def codes(found):
    return [note.code for note in found.notes]


def verdicts(found):
    return {verdict.kind.value: verdict for verdict in found.outcome.tightest.verdicts}


def test_without_start_and_deadline_there_is_no_outcome(procedure):
    assert analysis(procedure(REVIEW)).outcome is None


def test_the_tenggat_of_the_file_is_the_deadline(procedure):
    found = analysis(procedure(REVIEW, tenggat="2 hari kerja"))
    # 60 + 240 + 60 + 450 = 810 of 900 minutes; a round of rework adds 300
    assert {kind: (v.margin // 60, v.met) for kind, v in verdicts(found).items()} == {
        "as_written": (90, True),
        "smooth": (90, True),
        "shortest": (90, True),
        "longest": (90, True),
        "rework": (-210, False),
    }


def test_a_deadline_asked_for_replaces_the_tenggat(procedure):
    found = analysis(procedure(REVIEW, tenggat="1 hari kerja"), deadline=parse_waktu("2 hari kerja"))
    assert found.outcome.deadline == parse_waktu("2 hari kerja")
    assert found.outcome.verdict(Kind.SMOOTH).met


def test_a_start_alone_tells_when_each_scenario_ends(procedure):
    found = analysis(procedure(REVIEW), start=MONDAY)
    assert found.outcome.deadline is None
    # 810 minutes: Tuesday at 360 minutes; 1110: Wednesday at 210
    assert found.outcome.verdict(Kind.SMOOTH).finish == at("2026-01-06 14:30")
    assert found.outcome.verdict(Kind.REWORK).finish == at("2026-01-07 11:00")
    assert found.outcome.verdict(Kind.SMOOTH).met is None


def test_with_a_start_margins_are_in_working_time_and_calendar_days(procedure):
    found = analysis(procedure(REVIEW), start=MONDAY, deadline=date(2026, 1, 12))
    smooth = found.outcome.verdict(Kind.SMOOTH)
    # of six working days 2700 - 810 minutes are left; from Tuesday to Monday are 6 days
    assert (smooth.margin // 60, smooth.margin_days, smooth.met) == (1890, 6, True)


def test_a_missed_date_has_negative_margins(procedure):
    found = analysis(procedure(REVIEW), start=MONDAY, deadline=date(2026, 1, 5))
    smooth = found.outcome.verdict(Kind.SMOOTH)
    assert (smooth.margin // 60, smooth.margin_days, smooth.met) == (-360, -1, False)


def test_a_length_used_up_to_the_minute_is_met(procedure):
    sop = procedure("1 2_hari")
    deadline = parse_waktu("2 hari kerja")
    assert analysis(sop, deadline=deadline).outcome.verdict(Kind.LONGEST).met
    assert analysis(sop, deadline=deadline, start=MONDAY).outcome.verdict(Kind.LONGEST).met
    longer = procedure("1 2_hari\n2 1_detik")
    assert not analysis(longer, deadline=deadline).outcome.verdict(Kind.LONGEST).met
    assert not analysis(longer, deadline=deadline, start=MONDAY).outcome.verdict(Kind.LONGEST).met


def test_a_date_without_a_start_gives_no_verdict_and_says_why(procedure):
    found = analysis(procedure(REVIEW), deadline=date(2026, 1, 12))
    assert {verdict.met for verdict in found.outcome.tightest.verdicts} == {None}
    assert "start-missing" in codes(found)


def test_unknown_steps_leave_the_verdict_open_while_the_known_ones_are_in_time(procedure):
    sop = procedure("1 1_jam\n2 sesuai_jadwal\n3 1_jam", tenggat="1 hari kerja")
    found = analysis(sop)
    assert found.unknown == (1,)
    assert found.outcome.verdict(Kind.LONGEST).met is None
    assert found.forecast.met is None
    assert "unknown-times" in codes(found)


def test_unknown_steps_do_not_save_a_deadline_that_the_known_ones_miss(procedure):
    found = analysis(procedure("1 3_hari\n2 -", tenggat="1 hari kerja"), start=MONDAY)
    assert found.outcome.verdict(Kind.LONGEST).met is False


def test_only_the_unknown_steps_of_a_scenario_leave_it_open(procedure):
    found = analysis(procedure("1 1_jam ? 2 3\n2 - -> selesai\n3 2_jam", tenggat="1 hari kerja"))
    assert found.outcome.verdict(Kind.SMOOTH).met is None
    assert found.outcome.verdict(Kind.LONGEST).met is True


def test_times_per_item_ask_for_the_items(procedure):
    sop = procedure("1 2_menit/berkas")
    assert [note.steps for note in analysis(sop).notes if note.code == "items-missing"] == [(0,)]
    found = analysis(sop, items=30)
    assert (found.unknown, found.scenarios.longest.span.work) == ((), 3600)
    assert codes(found) == []


@pytest.mark.parametrize(
    ("waktu", "tenggat", "estimated", "met"),
    [
        ("3_hari_kalender", "5 hari kalender", False, True),
        ("6_hari_kalender", "5 hari kalender", False, False),
        ("1_hari", "5 hari kerja", False, True),
        ("3_hari_kalender", "5 hari kerja", True, True),
        ("4_hari", "5 hari kalender", True, False),
    ],
)
def test_without_a_start_working_and_calendar_days_are_only_estimated(
    procedure, waktu, tenggat, estimated, met
):
    found = analysis(procedure(f"1 {waktu}", tenggat=tenggat))
    verdict = found.outcome.verdict(Kind.LONGEST)
    assert (verdict.estimated, verdict.met) == (estimated, met)
    assert ("deadline-estimated" in codes(found)) is estimated


def test_with_a_start_calendar_days_are_counted_on_the_calendar(procedure):
    # 4 working days from Monday 07.30 end on Thursday 16.00, 5 calendar days on Saturday 07.30
    found = analysis(procedure("1 4_hari", tenggat="5 hari kalender"), start=MONDAY)
    verdict = found.outcome.verdict(Kind.LONGEST)
    assert (verdict.met, verdict.estimated, verdict.margin // 60) == (True, False, 450)


def test_a_yearly_window_names_the_tightest_year(procedure):
    found = analysis(procedure("1 40_hari", tenggat={"mulai": "01-01", "selesai": "02-28"}), NATIONAL)
    frames = [assessment.frame for assessment in found.outcome.assessments]
    assert len(frames) > 10
    assert found.outcome.tightest.frame.available == min(frame.available for frame in frames)
    # 38 working days in 2026
    assert found.outcome.tightest.frame.year == 2026
    assert found.outcome.verdict(Kind.LONGEST).margin == -2 * 450 * 60


def test_a_yearly_window_can_be_asked_for_one_year(procedure):
    sop = procedure("1 39_hari", tenggat={"mulai": "01-01", "selesai": "02-28"})
    found = analysis(sop, NATIONAL, start=Start(year=2025))
    # 39 working days in 2025
    assert [(a.frame.year, a.of(Kind.LONGEST).met) for a in found.outcome.assessments] == [(2025, True)]


def test_a_year_whose_cuti_bersama_is_unknown_is_named(procedure):
    rules = WorkRules(
        WorkingTime(), WorkingCalendar(source=lambda year: HolidayYear({}, announced=year < 2026))
    )
    found = analysis(procedure(REVIEW), rules, start=MONDAY)
    assert found.outcome.tightest.unannounced == (2026,)
    assert "2026" in next(note.text.id for note in found.notes if note.code == "cuti-bersama-unknown")


def test_no_year_to_try_a_window_in_is_told(procedure):
    rules = WorkRules(WorkingTime(), WorkingCalendar(source=lambda year: HolidayYear({}, announced=year < 0)))
    found = analysis(procedure(REVIEW, tenggat={"mulai": "01-01", "selesai": "02-28"}), rules)
    assert (found.outcome, codes(found)[-1]) == (None, "no-window")


@pytest.mark.parametrize("tenggat", ["sesuai jadwal", {"mulai": "02-30", "selesai": "03-01"}])
def test_a_deadline_that_cannot_be_read_is_told(procedure, tenggat):
    found = analysis(procedure(REVIEW, tenggat=tenggat))
    assert found.outcome is None
    assert "deadline-unreadable" in codes(found)


def test_a_time_beyond_all_calendars_is_told_and_does_not_stop_the_run(procedure):
    found = analysis(procedure("1 900000_tahun"), start=MONDAY)
    assert (found.outcome, codes(found)) == (None, ["no-date"])
    assert found.scenarios.longest.span.work == 900_000 * 12 * 20 * 450 * 60


def test_a_loop_that_runs_past_all_calendars_is_followed_only_up_to_the_deadline(procedure):
    sop = procedure("1 20_tahun_kalender ? 2 1 0.001\n2 5", tenggat="5 hari kerja")
    found = analysis(sop, start=MONDAY, runs=50)
    assert (found.forecast.met.value, found.forecast.met.by) == (0, Method.SIMULATED)
    assert found.outcome.verdict(Kind.REWORK).met is False


def test_the_longest_scenario_on_the_calendar_is_the_one_that_ends_latest(procedure):
    sop = procedure("1 1_jam ? 2 3\n2 5_hari_kalender -> 4\n3 3,2_hari_kerja -> 4\n4 1_jam")
    found = analysis(sop, start=Start(at("2026-01-08 15:00")))
    assert found.scenarios.longest.steps == (0, 1, 3)
    assert found.outcome.verdict(Kind.LONGEST).network.steps == (0, 2, 3)


def test_the_probability_belongs_to_the_tightest_frame(procedure):
    found = analysis(procedure(REVIEW, tenggat="2 hari kerja"))
    assert found.forecast.met.value == Fraction(1, 2)


def test_the_probability_with_elapsed_time_is_found_on_the_calendar(procedure):
    sop = procedure("1 1_x_24_jam ? selesai 2\n2 1_jam", tenggat="1 hari kalender")
    found = analysis(sop, start=Start(at("2026-01-09 08:30")))
    assert (found.forecast.met.value, found.forecast.met.by) == (Fraction(1, 2), Method.EXACT)


@pytest.mark.parametrize(
    ("picture", "code", "steps"),
    [
        ("1 1_jam ? 2 1\n2 5", "odds-assumed", (0,)),
        ("1 1_jam\n2 5 -> 1", "no-sure-end", ()),
        ("1 1_hari_kalender", "elapsed-times", (0,)),
        ("1 10 -> 3\n2 20 -> selesai\n3 30 ? 4 2 0.5\n4 40", "way-back-not-counted", (2,)),
        ("1 30 @a,b", "split-equally", (0,)),
    ],
)
def test_what_a_figure_rests_on_is_told_in_both_languages(procedure, picture, code, steps):
    (note,) = [note for note in analysis(procedure(picture)).notes if note.code == code]
    assert note.steps == steps
    assert note.text.id != note.text.en


def test_a_simulation_cut_short_is_told(procedure):
    found = analysis(procedure("1 5-10_menit\n2 5 ? 3 1 0.0001\n3 5"), runs=10_000)
    assert 0 < found.forecast.runs < 10_000
    assert "fewer-runs" in codes(found)


@pytest.mark.parametrize(
    "options", [{"rework": -1}, {"rework": MOST_ROUNDS + 1}, {"items": -1}, {"runs": -1}]
)
def test_numbers_that_make_no_sense_are_refused(options):
    with pytest.raises(SopkitError):
        AnalysisOptions(**options)


@pytest.mark.parametrize(
    ("picture", "runs", "percentiles"),
    [
        ("1 5-10_menit", 0, False),
        (REVIEW, 0, True),
        (REVIEW, None, False),
        ("1 5 ? 2 3\n2 5\n3 5", None, True),
    ],
)
def test_a_summary_can_do_without_what_takes_long(procedure, picture, runs, percentiles):
    found = analysis(procedure(picture), runs=runs).forecast
    assert found.expected is not None
    assert (found.percentiles is not None) is percentiles


TIMES = (
    "5 menit", "2 hari", "30 detik", "3 hari kalender", "1 x 24 jam 2 jam", "5-10 menit", "1 hari - 3 hari kalender",
    "sesuai jadwal", "xyz", "2 menit/berkas", None, {"cepat": "1 jam", "biasa": "2 jam", "lambat": "9 jam"},
)  # fmt: skip
names = st.sampled_from(["1", "2", "3", "4", "5", "6", "a", "hilang", "selesai"])
branches = (
    st.none()
    | names
    | st.fixed_dictionaries({"ke": names, "peluang": st.sampled_from(["0", "1", "30%", None])})
)
rows = st.fixed_dictionaries(
    {"kegiatan": st.just("Uji"), "mutu_baku": st.fixed_dictionaries({"waktu": st.sampled_from(TIMES)})},
    optional={
        "id": st.sampled_from(["a", "b"]),
        "nomor": st.sampled_from(["1", "3"]),
        "lanjut": st.lists(names, min_size=1, max_size=3).map(tuple),
        "keputusan": st.fixed_dictionaries({}, optional={"ya": branches, "tidak": branches}),
        "pelaksana": st.sampled_from(["a", ["a", "b"], {"bersama": ["b", "c"]}, []]),
    },
)
deadlines = st.none() | st.sampled_from(
    [
        "3 hari kerja",
        "5 hari kalender",
        "sesuai jadwal",
        {"mulai": "01-01", "selesai": "02-28"},
        {"mulai": "2026-01-01", "selesai": "2026-01-31"},
    ]
)


@given(
    st.lists(rows, min_size=1, max_size=7),
    deadlines,
    st.sampled_from([Start(), MONDAY, Start(year=2026)]),
    st.integers(0, 2),
    st.sampled_from([None, 0, 20]),
)
def test_whatever_stands_in_an_sop_it_is_analysed_and_the_same_way_again(steps, tenggat, start, rework, runs):
    sop = Sop.model_validate(
        {"sopkit": 1, "nama": "Uji", "langkah": tuple(steps), "tenggat": tenggat, "pelaksana": {"a": "A"}}
    )
    found = analysis(sop, start=start, rework=rework, runs=runs)
    assert found == analysis(sop, start=start, rework=rework, runs=runs)
    longest = found.scenarios.longest
    assert longest.smallest.order <= longest.span.order <= longest.largest.order
    assert min(piece.slack for piece in found.critical.schedule.pieces) == 0


def test_loops_beyond_counting_are_told(procedure):
    picture = "\n".join(f"{i} 1 ? {i + 1} 1" for i in range(1, 700))
    found = analysis(procedure(f"{picture}\n700 1"), runs=None)
    assert found.scenarios.rounds == 0
    assert "rework-too-long" in codes(found)


def test_more_rows_than_any_office_has_get_no_forecast(procedure):
    found = analysis(procedure("\n".join(f"{i} 1" for i in range(1, 1200))))
    assert found.scenarios.longest.span.work == 1199 * 60
    assert found.forecast.expected is None
    assert "too-large" in codes(found)


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=8), st.integers(1, 20), st.integers(0, 60))
def test_with_and_without_a_start_the_verdict_on_working_days_is_the_same(procedure, lengths, days, later):
    sop = procedure("\n".join(f"{i + 1} {length}" for i, length in enumerate(lengths)))
    deadline = parse_waktu(f"{days} hari kerja")
    start = Start(PLAIN.calendar.tambah(at("2026-01-05 07:30"), later * 37))
    plain = analysis(sop, deadline=deadline).outcome.verdict(Kind.LONGEST)
    dated = analysis(sop, deadline=deadline, start=start).outcome.verdict(Kind.LONGEST)
    assert (plain.met, plain.margin) == (dated.met, dated.margin)
