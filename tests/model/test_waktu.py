from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sopkit.model.waktu import (
    Bagian,
    Bentuk,
    Lama,
    Satuan,
    WorkingTime,
    format_seconds,
    parse_waktu,
    three_points,
)

WORKING_TIME = WorkingTime()
MINUTE, HOUR, DAY = 60, 3600, 450 * 60
WEEK, MONTH = 5 * DAY, 20 * DAY
ELAPSED_DAY = 86_400

ONE_LENGTH = [
    # text, seconds of work, elapsed seconds, the usual way of writing
    ("5 menit", 5 * MINUTE, 0, "5 menit"),
    ("30 menit", 30 * MINUTE, 0, "30 menit"),
    ("30 Menit", 30 * MINUTE, 0, "30 menit"),
    ("30 MENIT", 30 * MINUTE, 0, "30 menit"),
    ("30menit", 30 * MINUTE, 0, "30 menit"),
    ("30 mnt", 30 * MINUTE, 0, "30 menit"),
    ("30 mnt.", 30 * MINUTE, 0, "30 menit"),
    ("10 Mnit", 10 * MINUTE, 0, "10 menit"),
    ("  15   menit ", 15 * MINUTE, 0, "15 menit"),
    ("15\u00a0menit", 15 * MINUTE, 0, "15 menit"),
    ("15\u202fmenit", 15 * MINUTE, 0, "15 menit"),
    ("15 me\u00adnit", 15 * MINUTE, 0, "15 menit"),
    ("15\nmenit", 15 * MINUTE, 0, "15 menit"),
    ("60 menit.", HOUR, 0, "60 menit"),
    ("05 menit", 5 * MINUTE, 0, "5 menit"),
    ("0 menit", 0, 0, "0 menit"),
    ("45 detik", 45, 0, "45 detik"),
    ("45 dtk", 45, 0, "45 detik"),
    ("1 Jam", HOUR, 0, "1 jam"),
    ("6 jam", 6 * HOUR, 0, "6 jam"),
    ("1 jam kerja", HOUR, 0, "1 jam kerja"),
    ("2 jam efektif", 2 * HOUR, 0, "2 jam efektif"),
    ("1,5 jam", 90 * MINUTE, 0, "1,5 jam"),
    ("1.5 jam", 90 * MINUTE, 0, "1,5 jam"),
    ("0.125 jam", 450, 0, "0,125 jam"),
    ("½ jam", 30 * MINUTE, 0, "½ jam"),
    ("1½ jam", 90 * MINUTE, 0, "1½ jam"),
    ("1 ½ jam", 90 * MINUTE, 0, "1½ jam"),
    ("1/2 jam", 30 * MINUTE, 0, "½ jam"),
    ("2 1/2 jam", 150 * MINUTE, 0, "2½ jam"),
    ("¼ jam", 15 * MINUTE, 0, "¼ jam"),
    ("setengah jam", 30 * MINUTE, 0, "setengah jam"),
    ("Setengah Hari", DAY // 2, 0, "setengah hari"),
    ("dua setengah jam", 150 * MINUTE, 0, "dua setengah jam"),
    ("satu jam", HOUR, 0, "satu jam"),
    ("sepuluh menit", 10 * MINUTE, 0, "sepuluh menit"),
    ("sebelas menit", 11 * MINUTE, 0, "sebelas menit"),
    ("dua belas menit", 12 * MINUTE, 0, "dua belas menit"),
    ("tiga puluh lima menit", 35 * MINUTE, 0, "tiga puluh lima menit"),
    ("seratus dua puluh menit", 120 * MINUTE, 0, "seratus dua puluh menit"),
    ("semenit", MINUTE, 0, "semenit"),
    ("sejam", HOUR, 0, "sejam"),
    ("Sehari", DAY, 0, "sehari"),
    ("seminggu", WEEK, 0, "seminggu"),
    ("sebulan", MONTH, 0, "sebulan"),
    ("setahun", 12 * MONTH, 0, "setahun"),
    ("1.440 menit", 1440 * MINUTE, 0, "1.440 menit"),
    ("1440 menit", 1440 * MINUTE, 0, "1440 menit"),
    ("1.440,5 menit", 86_430, 0, "1.440,5 menit"),
    ("1 hari", DAY, 0, "1 hari"),
    ("7 hr", 7 * DAY, 0, "7 hari"),
    ("3 hari kerja", 3 * DAY, 0, "3 hari kerja"),
    ("3 Hari Kerja", 3 * DAY, 0, "3 hari kerja"),
    ("3 (tiga) hari kerja", 3 * DAY, 0, "3 (tiga) hari kerja"),
    ("3(Tiga)Hari", 3 * DAY, 0, "3 (tiga) hari"),
    ("14 (empat belas) hari kerja", 14 * DAY, 0, "14 (empat belas) hari kerja"),
    ("tiga (3) hari", 3 * DAY, 0, "tiga (3) hari"),
    ("2 hari efektif", 2 * DAY, 0, "2 hari efektif"),
    ("1minggu", WEEK, 0, "1 minggu"),
    ("2 minggu", 2 * WEEK, 0, "2 minggu"),
    ("2 mgg", 2 * WEEK, 0, "2 minggu"),
    ("1 pekan", WEEK, 0, "1 pekan"),
    ("1 bulan", MONTH, 0, "1 bulan"),
    ("3 bln", 3 * MONTH, 0, "3 bulan"),
    ("1 triwulan", 3 * MONTH, 0, "1 triwulan"),
    ("1 tri wulan", 3 * MONTH, 0, "1 triwulan"),
    ("1 semester", 6 * MONTH, 0, "1 semester"),
    ("1 tahun", 12 * MONTH, 0, "1 tahun"),
    ("1 thn", 12 * MONTH, 0, "1 tahun"),
    ("1 jam 30 menit", 90 * MINUTE, 0, "1 jam 30 menit"),
    ("1 Jam 30 Mnt", 90 * MINUTE, 0, "1 jam 30 menit"),
    ("1 jam dan 30 menit", 90 * MINUTE, 0, "1 jam 30 menit"),
    ("1 jam + 30 menit", 90 * MINUTE, 0, "1 jam 30 menit"),
    ("1 jam, 30 menit", 90 * MINUTE, 0, "1 jam 30 menit"),
    ("2 hari kerja 1 jam 15 menit", 2 * DAY + 75 * MINUTE, 0, "2 hari kerja 1 jam 15 menit"),
    ("5 hari kalender", 0, 5 * ELAPSED_DAY, "5 hari kalender"),
    ("14 Hari Kalender", 0, 14 * ELAPSED_DAY, "14 hari kalender"),
    ("2 minggu kalender", 0, 14 * ELAPSED_DAY, "2 minggu kalender"),
    ("1 bulan kalender", 0, 30 * ELAPSED_DAY, "1 bulan kalender"),
    ("1 triwulan kalender", 0, 90 * ELAPSED_DAY, "1 triwulan kalender"),
    ("1 tahun kalender", 0, 365 * ELAPSED_DAY, "1 tahun kalender"),
    ("1 x 24 jam", 0, ELAPSED_DAY, "1 x 24 jam"),
    ("2x24 Jam", 0, 2 * ELAPSED_DAY, "2 x 24 jam"),
    ("3 × 24 jam", 0, 3 * ELAPSED_DAY, "3 x 24 jam"),
    ("2 kali 24 jam", 0, 2 * ELAPSED_DAY, "2 x 24 jam"),
    ("1 hari kerja dan 1 x 24 jam", DAY, ELAPSED_DAY, "1 hari kerja 1 x 24 jam"),
    ("maksimal 2 hari kerja", 2 * DAY, 0, "maksimal 2 hari kerja"),
    ("Maks. 2 hr", 2 * DAY, 0, "maksimal 2 hari"),
    ("maks 30 menit", 30 * MINUTE, 0, "maksimal 30 menit"),
    ("Paling lama 3 (tiga) hari kerja", 3 * DAY, 0, "paling lama 3 (tiga) hari kerja"),
    ("paling lambat 1 minggu", WEEK, 0, "paling lambat 1 minggu"),
    ("± 5 menit", 5 * MINUTE, 0, "± 5 menit"),
    ("±5 menit", 5 * MINUTE, 0, "± 5 menit"),
    ("+/- 5 menit", 5 * MINUTE, 0, "± 5 menit"),
    ("kurang lebih 2 jam", 2 * HOUR, 0, "kurang lebih 2 jam"),
    ("Sekitar satu jam", HOUR, 0, "sekitar satu jam"),
    ("kira-kira 10 menit", 10 * MINUTE, 0, "kira-kira 10 menit"),
    ("maksimal ± 2 jam", 2 * HOUR, 0, "maksimal ± 2 jam"),
    ("2 menit/berkas", 2 * MINUTE, 0, "2 menit/berkas"),
    ("2 Menit / Berkas", 2 * MINUTE, 0, "2 menit/berkas"),
    ("2 menit per berkas", 2 * MINUTE, 0, "2 menit per berkas"),
]

RANGES = [
    # text, seconds of work at the shortest, usual and longest, the usual way of writing
    ("5-10 menit", 300, 450, 600, "5–10 menit"),
    ("5 - 10 Menit", 300, 450, 600, "5–10 menit"),
    ("5–10 menit", 300, 450, 600, "5–10 menit"),
    ("5 — 10 mnt", 300, 450, 600, "5–10 menit"),
    ("5 s.d 10 menit", 300, 450, 600, "5–10 menit"),
    ("5 s.d. 10 menit", 300, 450, 600, "5–10 menit"),
    ("5 s/d 10 menit", 300, 450, 600, "5–10 menit"),
    ("5 sd 10 menit", 300, 450, 600, "5–10 menit"),
    ("5 sampai 10 menit", 300, 450, 600, "5–10 menit"),
    ("5 sampai dengan 10 menit", 300, 450, 600, "5–10 menit"),
    ("5 hingga 10 menit", 300, 450, 600, "5–10 menit"),
    ("1 - 1,5 jam", 3600, 4500, 5400, "1–1,5 jam"),
    ("1-2 1/2 jam", 3600, 6300, 9000, "1–2½ jam"),
    ("satu sampai dua jam", 3600, 5400, 7200, "satu–dua jam"),
    ("3 (tiga) s.d. 5 (lima) hari kerja", 3 * DAY, 4 * DAY, 5 * DAY, "3 (tiga)–5 (lima) hari kerja"),
    ("maks. 2-3 hari", 2 * DAY, 5 * DAY // 2, 3 * DAY, "maksimal 2–3 hari"),
    ("30 menit - 3 jam", 1800, 6300, 10_800, "30 menit – 3 jam"),
    ("30 menit s/d 1 jam 30 menit", 1800, 3600, 5400, "30 menit – 1 jam 30 menit"),
    ("1 jam - 2 jam", 3600, 5400, 7200, "1 jam – 2 jam"),
    ("sehari sampai dua hari", DAY, 3 * DAY // 2, 2 * DAY, "sehari – dua hari"),
    ("1 hari - 1 minggu", DAY, 3 * DAY, WEEK, "1 hari – 1 minggu"),
    ("1-2 jam + 30 menit", 5400, 7200, 9000, "1–2 jam + 30 menit"),
    ("5-5 menit", 300, 300, 300, "5–5 menit"),
    ("2-4 menit/berkas", 120, 180, 240, "2–4 menit/berkas"),
]

WITHOUT_LENGTH = [
    "sesuai jadwal",
    "Sesuai Jadwal",
    "sesuai dengan kebutuhan",
    "SESUAI KEBUTUHAN.",
    "sesuai jadwal/undangan",
    "menyesuaikan",
    "disesuaikan",
    "tergantung jumlah berkas",
    "tentatif",
    "Tentative",
    "situasional",
    "kondisional",
    "insidental",
    "insidentil",
    "setiap saat",
    "setiap bulan",
    "sewaktu-waktu",
    "jam kerja",
    "terus menerus",
]

UNREADABLE = [
    "",
    " ",
    "-",
    "45",
    "menit",
    "jam 10",
    "30 minutes",
    "2 jam pelajaran",
    "1 jam dan",
    "1 jam, ",
    "1 jam + ",
    "1 jam kira",
    "1 jam 30",
    "2 jam-an",
    "-5 menit",
    "1:30 jam",
    "3 (empat) hari",
    "3 (tga) hari",
    "3 jam - 30 menit",
    "10-5 menit",
    "5 hari kalender - 3 hari kalender",
    "1–2 jam 30 menit",
    "1 jam - 2 jam - 3 jam",
    "1-2-3 jam",
    "1440.500 menit",
    "1.44.0 menit",
    "2 x 45 menit",
    "1 x 24 jam kerja",
    "se hari",
    "minimal 2 jam",
    "maksimal",
    "maksimal maksimal 2 jam",
    "30 menit/setengah jam",
    "30 menit/ 1 jam",
    "2 menit/",
    "3 hari setelah berkas diterima",
    "sesuai jadwal 3 hari",
    "sesuaikah",
    "9" * 5000 + " menit",
    "1 jam " * 1000,
    "satu " * 30 + "jam",
    "١ jam",
    "1 jam; 2 jam",
]


@pytest.mark.parametrize(("text", "work", "elapsed", "canonical"), ONE_LENGTH)
def test_one_length_is_read_exactly_and_written_as_usual(text, work, elapsed, canonical):
    waktu = parse_waktu(text)
    assert waktu.text == text
    assert waktu.bentuk is Bentuk.LAMA
    assert waktu.cepat == waktu.biasa == waktu.lambat
    assert not waktu.is_range
    assert (waktu.biasa.work_seconds(WORKING_TIME), waktu.biasa.elapsed_seconds()) == (work, elapsed)
    assert waktu.biasa.has_elapsed == (elapsed > 0)
    assert waktu.canonical == canonical


@pytest.mark.parametrize(("text", "low", "usual", "high", "canonical"), RANGES)
def test_a_range_keeps_both_ends_and_the_exact_midpoint(text, low, usual, high, canonical):
    waktu = parse_waktu(text)
    assert waktu.bentuk is Bentuk.LAMA
    lengths = (waktu.cepat, waktu.biasa, waktu.lambat)
    assert tuple(length.work_seconds(WORKING_TIME) for length in lengths) == (low, usual, high)
    assert waktu.is_range == (low != high)
    assert waktu.canonical == canonical


@pytest.mark.parametrize("text", [row[0] for row in (*ONE_LENGTH, *RANGES)])
def test_the_usual_way_of_writing_says_the_same_and_is_its_own_usual_way(text):
    waktu = parse_waktu(text)
    again = parse_waktu(waktu.canonical)
    assert (again.cepat, again.biasa, again.lambat) == (waktu.cepat, waktu.biasa, waktu.lambat)
    assert (again.maksimal, again.kira_kira, again.per) == (waktu.maksimal, waktu.kira_kira, waktu.per)
    assert again.hari_polos == waktu.hari_polos
    assert again.canonical == waktu.canonical


@pytest.mark.parametrize("text", WITHOUT_LENGTH)
def test_words_for_no_fixed_length_have_no_length(text):
    waktu = parse_waktu(text)
    assert waktu.bentuk is Bentuk.TANPA_LAMA
    assert (waktu.cepat, waktu.biasa, waktu.lambat, waktu.canonical) == (None, None, None, None)
    assert not waktu.known


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: repr(text[:30]))
def test_what_cannot_be_read_in_full_is_unreadable_and_kept(text):
    waktu = parse_waktu(text)
    assert waktu.bentuk is Bentuk.TAK_TERBACA
    assert waktu.text == text
    assert (waktu.cepat, waktu.biasa, waktu.lambat, waktu.canonical) == (None, None, None, None)
    assert not waktu.known


@pytest.mark.parametrize(
    ("text", "maksimal", "kira_kira"),
    [
        ("2 jam", False, False),
        ("maks. 2 jam", True, False),
        ("paling lama 2 jam", True, False),
        ("± 2 jam", False, True),
        ("sekitar 2 jam", False, True),
        ("maksimal kurang lebih 2 jam", True, True),
    ],
)
def test_words_of_limit_and_of_estimate_are_told_apart(text, maksimal, kira_kira):
    waktu = parse_waktu(text)
    assert (waktu.maksimal, waktu.kira_kira) == (maksimal, kira_kira)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("2 hari", True),
        ("sehari", True),
        ("2-3 hr", True),
        ("2 hari 1 jam", True),
        ("2 hari kerja", False),
        ("2 hari kalender", False),
        ("2 hari efektif", False),
        ("1 minggu", False),
        ("1 hari - 2 hari kerja", False),
    ],
)
def test_only_a_day_without_its_kind_is_a_plain_day(text, plain):
    assert parse_waktu(text).hari_polos is plain


def test_a_length_for_one_item_is_not_how_long_the_step_takes():
    waktu = parse_waktu("2 menit/berkas")
    assert waktu.per == "berkas"
    assert not waktu.known
    assert parse_waktu("2 menit").known


def test_the_kind_of_day_at_the_second_end_holds_for_the_first_end_too():
    waktu = parse_waktu("5 hari s.d. 10 hari kalender")
    assert str(waktu.cepat) == "5 hari kalender"
    assert waktu.canonical == "5 hari kalender – 10 hari kalender"


def test_working_days_and_calendar_days_are_not_measured_against_each_other():
    waktu = parse_waktu("5 hari kerja - 3 hari kalender")
    assert waktu.bentuk is Bentuk.LAMA
    assert (waktu.biasa.work_seconds(WORKING_TIME), waktu.biasa.elapsed_seconds()) == (
        5 * DAY // 2,
        3 * ELAPSED_DAY // 2,
    )


def test_a_range_with_the_same_units_has_its_midpoint_in_these_units():
    assert str(parse_waktu("1 hari 2 jam - 2 hari 3 jam").biasa) == "1,5 hari kerja 2,5 jam"


def test_a_range_with_two_units_has_the_halves_of_both_as_midpoint():
    assert str(parse_waktu("30 menit - 3 jam").biasa) == "15 menit 1,5 jam"


def test_another_working_time_changes_days_and_longer_units_only():
    short = WorkingTime(minutes_per_day=390, days_per_week=6, days_per_month=25)
    assert parse_waktu("1 jam").biasa.work_seconds(short) == HOUR
    assert parse_waktu("1 hari").biasa.work_seconds(short) == 390 * 60
    assert parse_waktu("1 minggu").biasa.work_seconds(short) == 6 * 390 * 60
    assert parse_waktu("1 semester").biasa.work_seconds(short) == 6 * 25 * 390 * 60
    assert parse_waktu("2 hari kalender").biasa.elapsed_seconds() == 2 * ELAPSED_DAY


@pytest.mark.parametrize("field", ["minutes_per_day", "days_per_week", "days_per_month"])
def test_a_working_time_of_nothing_is_refused(field):
    with pytest.raises(ValueError, match="not a working time"):
        WorkingTime(**{field: 0})


def test_a_working_day_of_more_than_a_day_is_refused():
    with pytest.raises(ValueError, match="not a working time"):
        WorkingTime(minutes_per_day=1441)


@pytest.mark.parametrize(("amount", "seconds"), [("0,5", 1), ("0,4", 0), ("1,5", 2), ("2,49", 2)])
def test_half_a_second_is_rounded_up_once_at_the_end(amount, seconds):
    assert parse_waktu(f"{amount} detik").biasa.work_seconds(WORKING_TIME) == seconds


def test_rounding_is_done_on_the_sum_and_not_on_each_part():
    assert parse_waktu("0,5 detik + 0,5 detik").biasa.work_seconds(WORKING_TIME) == 1


@pytest.mark.parametrize(
    ("lama", "text"),
    [
        (Lama((Bagian(Fraction(3, 2), Satuan.JAM),)), "1,5 jam"),
        (Lama((Bagian(Fraction(1), Satuan.JAM), Bagian(Fraction(30), Satuan.MENIT))), "1 jam 30 menit"),
        (Lama((Bagian(Fraction(5), Satuan.HARI),)), "5 hari kerja"),
        (Lama((Bagian(Fraction(5), Satuan.HARI, elapsed=True),)), "5 hari kalender"),
        (Lama((Bagian(Fraction(24), Satuan.JAM, elapsed=True),)), "1 x 24 jam"),
        (Lama((Bagian(Fraction(5), Satuan.JAM, elapsed=True),)), "5 jam kalender"),
        (Lama((Bagian(Fraction(1, 3), Satuan.JAM),)), "1/3 jam"),
        (Lama((Bagian(Fraction(1, 80), Satuan.JAM),)), "0,0125 jam"),
        (Lama(()), "0 menit"),
    ],
)
def test_a_length_is_written_in_indonesian(lama, text):
    assert str(lama) == text


# --- three points


def test_three_points_give_shortest_usual_and_longest():
    waktu = three_points("1 hari", "2 hr", "5 hari kerja")
    assert waktu.bentuk is Bentuk.LAMA
    assert [str(x) for x in (waktu.cepat, waktu.biasa, waktu.lambat)] == [
        "1 hari kerja",
        "2 hari kerja",
        "5 hari kerja",
    ]
    assert waktu.text == "cepat 1 hari, biasa 2 hr, lambat 5 hari kerja"
    assert waktu.hari_polos
    assert waktu.known
    assert waktu.canonical is None


@pytest.mark.parametrize(
    ("points", "bentuk"),
    [
        (("1 jam", "1 jam", "1 jam"), Bentuk.LAMA),
        (("60 menit", "1 jam", "3600 detik"), Bentuk.LAMA),
        (("1 hari", "5 hari", "2 hari"), Bentuk.TAK_TERBACA),
        (("2 hari", "1 hari", "5 hari"), Bentuk.TAK_TERBACA),
        (("5 hari", "3 x 24 jam", "2 hari"), Bentuk.TAK_TERBACA),
        (("1 hari", "?", "5 hari"), Bentuk.TAK_TERBACA),
        (("1 hari", "sesuai jadwal", "5 hari"), Bentuk.TANPA_LAMA),
        (("?", "sesuai jadwal", "5 hari"), Bentuk.TAK_TERBACA),
        (("1 hari", "1-2 hari", "5 hari"), Bentuk.TAK_TERBACA),
        (("1 menit/berkas", "2 menit/berkas", "3 menit/berkas"), Bentuk.LAMA),
        (("1 menit/berkas", "2 menit", "3 menit"), Bentuk.TAK_TERBACA),
    ],
)
def test_three_points_are_a_length_only_when_all_are_and_in_order(points, bentuk):
    assert three_points(*points).bentuk is bentuk


# --- amounts for people


@pytest.mark.parametrize(
    ("seconds", "indonesian", "english"),
    [
        (0, "0 menit", "0 minutes"),
        (45, "45 detik", "45 seconds"),
        (1, "1 detik", "1 second"),
        (60, "1 menit", "1 minute"),
        (30 * MINUTE, "30 menit", "30 minutes"),
        (90 * MINUTE, "1 jam 30 menit", "1 hour 30 minutes"),
        (DAY - 1, "7 jam 29 menit 59 detik", "7 hours 29 minutes 59 seconds"),
        (DAY, "1 hari kerja", "1 working day"),
        (2 * DAY + HOUR, "2 hari kerja 1 jam", "2 working days 1 hour"),
        (-90 * MINUTE, "-1 jam 30 menit", "-1 hour 30 minutes"),
    ],
)
def test_an_amount_of_work_is_written_for_people(seconds, indonesian, english):
    assert format_seconds(seconds, WORKING_TIME) == indonesian
    assert format_seconds(seconds, WORKING_TIME, "en") == english


@given(st.integers(0, 10**9), st.integers(1, 1440))
def test_a_written_amount_reads_back_as_the_same_seconds(seconds, minutes_per_day):
    working_time = WorkingTime(minutes_per_day=minutes_per_day)
    read = parse_waktu(format_seconds(seconds, working_time))
    assert read.biasa.work_seconds(working_time) == seconds


# --- properties

decimals = st.builds(Fraction, st.integers(0, 10**7), st.sampled_from([1, 2, 4, 5, 8, 10, 16, 100]))
parts = st.builds(Bagian, decimals, st.sampled_from(Satuan), st.booleans())
lengths = st.lists(parts, min_size=1, max_size=4).map(lambda p: Lama(tuple(p)))
working_times = st.builds(WorkingTime, st.integers(1, 1440), st.integers(1, 7), st.integers(1, 31))
whole_lengths = st.lists(
    st.builds(Bagian, st.integers(0, 999).map(Fraction), st.sampled_from(Satuan), st.booleans()),
    min_size=1,
    max_size=4,
).map(lambda p: Lama(tuple(p)))
tokens = st.sampled_from(
    [
        "1",
        "2,5",
        "1.440",
        "½",
        "1/2",
        "setengah",
        "satu",
        "dua",
        "puluh",
        "belas",
        "se",
        "(dua)",
        "-",
        "–",
        "s.d",
        "s/d",
        "sampai",
        "menit",
        "jam",
        "hari",
        "hr",
        "minggu",
        "kerja",
        "kalender",
        "x",
        "24",
        "dan",
        "+",
        ",",
        "/",
        "per",
        "berkas",
        "maks.",
        "±",
        "paling",
        "lama",
        "sesuai",
        "jadwal",
        ".",
    ]
)
word_salad = st.lists(st.tuples(tokens, st.sampled_from(["", " "])), max_size=12).map(
    lambda pairs: "".join(token + blank for token, blank in pairs)
)


@given(st.text() | word_salad, st.text() | word_salad)
def test_any_text_is_read_without_an_exception(text, other):
    assert parse_waktu(text).text == text
    assert three_points(text, other, text).text


@given(word_salad)
def test_the_usual_way_of_writing_is_stable_for_whatever_is_readable(text):
    waktu = parse_waktu(text)
    if waktu.bentuk is Bentuk.LAMA:
        again = parse_waktu(waktu.canonical)
        assert (again.cepat, again.lambat, again.per) == (waktu.cepat, waktu.lambat, waktu.per)
        assert again.canonical == waktu.canonical
    else:
        assert waktu.canonical is None


@given(lengths)
def test_a_length_reads_back_from_its_own_writing(lama):
    assert parse_waktu(str(lama)).biasa == lama


@given(lengths, working_times)
def test_capitals_and_missing_blanks_change_no_length(lama, working_time):
    shouted = parse_waktu(str(lama).upper().replace(" ", "\u00a0"))
    assert shouted.biasa.work_seconds(working_time) == lama.work_seconds(working_time)


@given(whole_lengths, whole_lengths, working_times)
def test_a_sum_is_as_long_as_its_parts(a, b, working_time):
    for joint in (" ", " dan ", " + "):
        both = parse_waktu(f"{a}{joint}{b}").biasa
        assert both.work_seconds(working_time) == a.work_seconds(working_time) + b.work_seconds(working_time)
        assert both.elapsed_seconds() == a.elapsed_seconds() + b.elapsed_seconds()


@given(lengths, lengths)
def test_the_midpoint_lies_between_the_ends(a, b):
    waktu = parse_waktu(f"{a} - {b}")
    assume(waktu.bentuk is Bentuk.LAMA)
    for measure in (lambda x: x.work_seconds(WORKING_TIME), Lama.elapsed_seconds):
        ends = sorted((measure(waktu.cepat), measure(waktu.lambat)))
        assert ends[0] <= measure(waktu.biasa) <= ends[1]


@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(Satuan))
def test_a_range_is_readable_exactly_when_its_ends_are_in_order(low, high, unit):
    waktu = parse_waktu(f"{low}-{high} {unit.value}")
    assert (waktu.bentuk is Bentuk.LAMA) == (low <= high)


whole_numbers = st.integers(0, 10**10).map(str) | st.sampled_from(("0", "05", "1", "2", "10"))
numerals = whole_numbers | st.builds("{}{}{}".format, whole_numbers, st.sampled_from("-–—"), whole_numbers)
units = st.sampled_from((*Satuan, "pekan", "tri wulan", "mnt", "x 24 jam"))


@given(
    st.lists(st.builds("{} {}".format, numerals, units), min_size=1, max_size=3).map(" ".join),
    st.sampled_from(("", " kerja", " kalender", " efektif", " lain", " kerja kerja", " 3")),
)
def test_a_plain_length_quickly_read_is_the_one_that_the_grammar_reads(length, kind):
    by_grammar = parse_waktu(f"{length}{kind} .")  # a point at the end means nothing, and is not plain
    assert parse_waktu(f"{length}{kind}") == by_grammar._replace(text=f"{length}{kind}")
