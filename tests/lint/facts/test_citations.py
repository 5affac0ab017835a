"""The citations of an SOP: taken apart, held against the registry, compared by title, written in the usual way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.lint.facts.citation_form import edits, mended
from sopkit.lint.facts.citations import citations, has_bare_title, in_full, where_cited
from sopkit.lint.facts.in_force import advice, latest, revoked_at, revoked_on, standing, successor, words_for
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.titles import differences, is_near, same_title
from sopkit.model.regulasi import read_period
from sopkit.model.rujukan import parse_rujukan
from sopkit.model.sop import Sop

REGISTRY = Knowledge().registry
PANRB = "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"


def sop(*entries, **dates):
    return Sop.model_validate(
        {
            "sopkit": 1,
            "nama": "Contoh",
            "tanggal": dates,
            "dasar_hukum": list(entries),
            "langkah": [{"kegiatan": "Menyusun"}],
        }
    )


def key(text):
    rujukan = parse_rujukan(text)
    assert rujukan is not None, text
    return rujukan.key


# --- citations ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "parts"),
    [
        ("UU 25/2009 tentang Layanan", ["UU 25/2009 tentang Layanan"]),
        ("UU 25/2009 tentang Layanan; PP 96/2012", ["UU 25/2009 tentang Layanan", "PP 96/2012"]),
        ("UU 25/2009 tentang Layanan; dan kearsipan", ["UU 25/2009 tentang Layanan; dan kearsipan"]),
        ("1. UU 25/2009 2. PP 96/2012", ["1. UU 25/2009", "2. PP 96/2012"]),
        ("Pasal 5 UU 25/2009 angka 2. PP 96/2012", ["Pasal 5 UU 25/2009 angka 2. PP 96/2012"]),
        ("- UU 25/2009\n- PP 96/2012", ["- UU 25/2009", "- PP 96/2012"]),
        ("PP 28/2020 tentang Perubahan atas\nPP 27/2014", ["PP 28/2020 tentang Perubahan atas\nPP 27/2014"]),
        ("1. UU 25/2009\n2. kearsipan", ["1. UU 25/2009\n2. kearsipan"]),
        ("-", []),
    ],
)
def test_an_entry_is_one_citation_unless_another_shows_that_it_begins(entry, parts):
    assert [one.text for one in citations((entry,))] == parts


def test_each_citation_knows_its_entry_and_where_it_stands_in_it():
    entries = ("UU 43/2009", "", "UU 25/2009; PP 96/2012")
    read = citations(entries)
    assert [one.path for one in read] == [("dasar_hukum", 0), ("dasar_hukum", 2), ("dasar_hukum", 2)]
    assert all(entries[one.index][one.offset :].startswith(one.text) for one in read)


@given(st.lists(st.text(alphabet="UuPp 25/2009;.\n1-)tentang"), max_size=4))
def test_no_character_of_an_entry_is_read_twice(entries):
    for i, entry in enumerate(entries):
        mine = [one for one in citations(tuple(entries)) if one.index == i]
        ends = [one.offset + len(one.text) for one in mine]
        assert all(end <= later.offset for end, later in zip(ends, mine[1:], strict=False))
        assert all(entry[one.offset : one.offset + len(one.text)] == one.text for one in mine)


def test_what_follows_dan_amends_the_same_regulation():
    (one,) = citations(("PP 18/2016 sebagaimana telah diubah dengan PP 72/2019 dan Permendagri 5/2020",))
    assert [cited.rujukan.nomor for cited in one.named] == ["18", "72", "5"]
    assert [cited.amended and cited.amended.nomor for cited in one.named] == [None, "18", "18"]
    assert [cited.amends_a_higher_one for cited in one.named] == [False, False, True]


def test_juncto_joins_and_amends_nothing():
    (one,) = citations(("UU 25/2009 jo. PP 96/2012",))
    assert one.named[1].joined
    assert not one.named[1].amends_a_higher_one


def test_a_regulation_is_found_where_it_is_cited_as_the_amending_one_too():
    entries = ("UU 43/2009", "Perpres 16/2018 jo. Perpres 12/2021")
    wanted = parse_rujukan("Peraturan Presiden Nomor 12 Tahun 2021")
    found = where_cited(entries, wanted)
    assert found is not None
    assert found.index == 1
    assert where_cited(entries[:1], wanted) is None


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("UU Pelayanan Publik Nomor 25 Tahun 2009", True),
        ("UU Nomor 25 Tahun 2009 Pelayanan Publik", True),
        ("UU Nomor 25 Tahun 2009 tentang Pelayanan Publik", False),
        ("Peraturan Pemerintah (PP) Nomor 12 Tahun 2019", False),
        ("Keputusan Bupati Contoh Nomor 188.45/31 tanggal 4 Maret 2021", False),
        ("UU 32/2004 sebagaimana telah dicabut dengan UU 23/2014", False),
    ],
)
def test_a_title_without_tentang_is_told_from_other_words(text, bare):
    assert has_bare_title(parse_rujukan(text)) is bare


# --- in force -------------------------------------------------------------------------------------------------------


def test_the_office_stands_by_its_legal_basis_at_effect_and_at_every_revision():
    dates = standing(sop(pembuatan="2020-01-06", revisi=["2021-02-01", "belum"], efektif="2020-02-03"))
    assert [named.date.iso for named in dates] == ["2020-02-03", "2021-02-01"]


def test_without_a_readable_date_of_effect_that_of_making_counts():
    dates = standing(sop(pembuatan="2020-01-06", efektif="setelah disahkan"))
    assert [named.date.iso for named in dates] == ["2020-01-06"]


@pytest.mark.parametrize(
    ("dates", "iso"),
    [
        ({"pembuatan": "2023-01-05", "efektif": "2022-03-01"}, "2023-01-05"),
        ({"efektif": "2022-03-01", "revisi": ["2023-05-01", "2022-12-01"]}, "2023-05-01"),
        ({"efektif": "2022-03-01", "pembuatan": "Maret 2022"}, "2022-03"),
        ({"efektif": "2022-03-01", "revisi": "kemudian"}, None),
        ({"efektif": "2022-03-01", "revisi": "-"}, "2022-03-01"),
        ({}, None),
    ],
)
def test_the_latest_date_is_known_only_when_every_date_can_be_read(dates, iso):
    named = latest(sop(**dates))
    assert (named and named.date.iso) == iso


def test_a_revocation_speaks_only_when_it_was_before_the_first_possible_day():
    law = key("UU 32/2004")  # revoked on 2 October 2014
    assert revoked_on(law, date(2014, 10, 3), date(2014, 10, 31), REGISTRY)
    assert revoked_on(law, date(2014, 10, 1), date(2014, 10, 31), REGISTRY) is None
    assert revoked_on(key("UU 23/2014"), date(2024, 1, 1), date(2024, 1, 1), REGISTRY) is None
    assert revoked_on(key("Perda Kota Contoh 1/1999"), date(2024, 1, 1), date(2024, 1, 1), REGISTRY) is None


def test_the_first_date_after_the_revocation_is_named():
    dates = standing(sop(efektif="2013-03-04", revisi=["2016-05-02", "2018-05-07"]))
    found = revoked_at(key("UU 32/2004"), dates, REGISTRY)
    assert found is not None
    assert found[1].date.iso == "2016-05-02"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2010, 1, 4), "Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah"),
        (date(2019, 3, 6), "Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah"),
        (date(2019, 3, 7), "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah"),
    ],
)
def test_the_successor_is_the_one_of_that_day(day, name):
    revoked = revoked_on(key("PP 105/2000"), date(2010, 1, 1), date(2010, 1, 1), REGISTRY)
    assert revoked is not None
    assert in_full(successor(revoked, day, REGISTRY)) == name


def test_the_advice_is_to_take_out_what_has_its_successor_beside_it():
    day = date(2020, 1, 6)
    revoked = revoked_on(key("PP 58/2005"), day, day, REGISTRY)
    assert revoked is not None
    title = "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah"
    assert advice(revoked, day, sop("PP 58/2005"), REGISTRY).id == f"rujuk penggantinya, {title}"
    beside = advice(revoked, day, sop("PP 58/2005", "PP 12/2019"), REGISTRY)
    assert beside.id == f"hapus rujukan ini; penggantinya, {title}, sudah dirujuk"


@pytest.mark.parametrize(
    ("period", "indonesian", "english"),
    [
        ("2014-10-02", "pada 2 Oktober 2014", "on 2014-10-02"),
        ("2019-03", "pada Maret 2019", "in 2019-03"),
        ("2012", "pada tahun 2012", "in 2012"),
        ("2021/2022", "antara tahun 2021 dan tahun 2022", "between 2021 and 2022"),
    ],
)
def test_a_date_of_the_registry_is_said_as_far_as_it_is_known(period, indonesian, english):
    said = words_for(read_period(period))
    assert (said.id, said.en) == (indonesian, english)


# --- titles ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PELAYANAN PUBLIK", "Pelayanan Publik"),
        ("Tatacara Pelayanan, Pengaduan dan Arsip", "Tata Cara Pelayanan Pengaduan, serta Arsip"),
        ("Sistem Layanan Terpadu (SLT)", "Sistem Layanan Terpadu"),
        ("Peraturan Pelaksanaan UU No. 43 Tahun 2009 tentang Kearsipan", "Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"),
        ("Pelayanan Publik sebagaimana diubah terakhir kali", "Pelayanan Publik"),
        ("Pelayanan Publik, Lembaran Negara Tahun 2009 Nomor 112", "Pelayanan Publik"),
        ("Ombudsman", "Ombudsman Republik Indonesia"),
    ],
)  # fmt: skip
def test_dress_is_no_difference_between_titles(one, other):
    assert same_title(one, other)
    assert differences(one, other) == ()


@pytest.mark.parametrize(
    ("title", "official", "written", "right", "cut"),
    [
        ("Layanan Umum", "Layanan Publik", "Umum", "Publik", False),
        ("Pedoman Survei Kepuasan", "Pedoman Survei Kepuasan dan Keluhan", "", "Keluhan", True),
        ("Pedoman Umum Survei", "Pedoman Survei", "Umum", "", False),
        ("Pedoman Survei", "Pedoman Umum Survei", "", "Umum", False),
        ("Tata Cara Layanan Survey", "Tatacara Layanan Survei", "Survey", "Survei", False),
    ],
)
def test_a_difference_says_what_is_written_and_what_should_be(title, official, written, right, cut):
    (change,) = [one for one in differences(title, official) if one.official == right]
    assert (change.written, change.cut) == (written, cut)
    assert title[change.start : change.end] == written


def test_the_words_shown_are_widened_until_they_stand_only_once():
    title = "Pedoman Survei dan Pedoman Arsip"
    (change,) = differences(title, "Pedoman Survei dan Tata Arsip")
    assert change.words_in(title, f"UU 1/2000 tentang {title}") == "dan Pedoman"


def test_a_title_cut_short_is_shown_by_its_last_word():
    title = "Pedoman Survei"
    (change,) = differences(title, "Pedoman Survei Kepuasan")
    assert change.words_in(title, f"UU 1/2000 tentang {title}") == "Survei"


def test_a_title_of_another_regulation_is_not_near():
    assert is_near("Pengelolaan Uang Daerah", "Pengelolaan Keuangan Daerah")
    assert not is_near("Kearsipan Statis", "Pengelolaan Keuangan Daerah")


@given(st.text(alphabet="abc dan,() tentang"), st.text(alphabet="abc dan,() tentang"))
def test_differences_are_there_exactly_when_titles_differ(one, other):
    changes = differences(one, other)
    assert not (changes and same_title(one, other))
    assert all(one[change.start : change.end] == change.written for change in changes)


# --- way of writing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("UU 23/2014", "Undang-Undang Nomor 23 Tahun 2014"),
        ("UU No.25/2009 ttg. Layanan", "Undang-Undang Nomor 25 Tahun 2009 tentang Layanan"),
        ("Undang- Undang Nomor 25 Tahun 2009", "Undang-Undang Nomor 25 Tahun 2009"),
        ("UNDANG UNDANG NOMOR 25 TAHUN 2009", "UNDANG-UNDANG NOMOR 25 TAHUN 2009"),
        ("Undang – Undang RI Nomor : 14 Tahun 2008", "Undang-Undang RI Nomor 14 Tahun 2008"),
        ("1. Undang-undang No. 25 Thn. 2009;", "1. Undang-undang Nomor 25 Tahun 2009;"),
        ("Undang-Undang Nomor25 Tahun2009, tentang: Layanan", "Undang-Undang Nomor 25 Tahun 2009 tentang Layanan"),
        ("Undang-Undang Tahun 2009 Nomor 25", "Undang-Undang Nomor 25 Tahun 2009"),
        ("PMK No. 12/PMK.09/2021", "Peraturan Menteri Keuangan Nomor 12/PMK.09/2021"),
        ("12 /PMK.09/2021 tentang Uang", "Peraturan Menteri Keuangan Nomor 12/PMK.09/2021 tentang Uang"),
        ("PermenPAN-RB 35/2012", f"Peraturan Menteri {PANRB} Nomor 35 Tahun 2012"),
        ("PER/9/M.PAN/5/2007", "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/9/M.PAN/5/2007"),
        ("Peraturan Mendagri No. 13 Th 2006", "Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2006"),
        ("Perka BKN No. 5 Th. 2019", "Peraturan Kepala Badan Kepegawaian Negara Nomor 5 Tahun 2019"),
        ("SK Bupati Contoh Nomor 188.45/12/2020", "Keputusan Bupati Contoh Nomor 188.45/12/2020"),
        ("SE MenPANRB No. 5 Tahun 2020", "Surat Edaran MenPANRB Nomor 5 Tahun 2020"),
        ("Perda Kab. Contoh No 7 Thn 2020", "Peraturan Daerah Kab. Contoh Nomor 7 Tahun 2020"),
        ("Peraturan Bupati Contoh. Nomor 7 Tahun 2020", "Peraturan Bupati Contoh Nomor 7 Tahun 2020"),
        ("Permenpan dan Reformasi Birokrasi No. 5 Tahun 2014", "Permenpan dan Reformasi Birokrasi Nomor 5 Tahun 2014"),
        ("Perpres 16/2018 jo. Perpres 12/2021", "Peraturan Presiden Nomor 16 Tahun 2018 jo. Peraturan Presiden Nomor 12 Tahun 2021"),
    ],
)  # fmt: skip
def test_what_is_written_otherwise_becomes_the_usual_way(written, usual):
    (citation,) = citations((written,))
    assert mended(written, edits(citation)) == usual


@pytest.mark.parametrize(
    "text",
    [
        "Undang-undang nomor 25 tahun 2009 Tentang Layanan",
        "PERATURAN DAERAH KABUPATEN CONTOH NOMOR 3 TAHUN 2017 TENTANG LAYANAN",
        "Peraturan Menteri PANRB Nomor 35 Tahun 2012",
        "Peraturan Walikota Contoh Nomor 05 Tahun 2011",
        "Peraturan Daerah Prov. Nomor 7 Tahun 2020",
        "Undang-Undang R.I. Nomor 5 Tahun 2014",
        "Peraturan Menteri Perhubungan Nomor PM 3 Tahun 2018",
        "Surat Keputusan Bupati Contoh Nomor 188.45/12/2020",
        "SE-5/MK.1/2020 tentang Jam Layanan",
        "UUD 1945",
        "TAP MPR Nomor XI/MPR/1998",
        "PMK Nomor 75 Tahun 2014",
        "Permenabc Nomor 75 Tahun 2014",
        "Undang-Undang tentang Layanan Nomor 25 Tahun 2009",
    ],
)
def test_capitals_and_what_may_mean_something_else_are_left(text):
    (citation,) = citations((text,))
    assert edits(citation) == ()


KINDS = ("UU", "Undang-Undang", "PP", "Perpres", "Permendagri", "PermenPAN-RB", "Perda Kota Contoh", "Perbup Contoh", "Perka BPS", "SK Bupati Contoh", "PMK")  # fmt: skip
NUMBERS = (
    "No. 5 Tahun 2014",
    "No.5/2014",
    "Nomor : 5 Thn 2014",
    "5 tahun 2014",
    ". Nomor 5 Tahun 2014",
    "5/2014",
)
TAILS = (
    "",
    " tentang Layanan",
    " ttg Layanan (SLT)",
    ", tentang: Layanan;",
    " tentang Layanan jo. PP No. 7 Tahun 2015",
)


@given(st.sampled_from(KINDS), st.sampled_from(NUMBERS), st.sampled_from(TAILS))
def test_mending_keeps_the_citation_and_leaves_nothing_to_mend(kind, number, tail):
    (citation,) = citations((f"{kind} {number}{tail}",))
    (again,) = citations((mended(citation.text, edits(citation)),))
    assert [cited.key for cited in again.named] == [cited.key for cited in citation.named]
    assert [cited.rujukan.judul for cited in again.named] == [cited.rujukan.judul for cited in citation.named]
    assert edits(again) == ()


def test_every_recorded_regulation_cited_in_full_is_clean():
    for regulation in REGISTRY:
        (citation,) = citations((in_full(regulation.rujukan),))
        (cited,) = citation.named
        assert REGISTRY.get(cited.key) is regulation
        assert edits(citation) == ()
        assert not cited.rujukan.garbled
        assert differences(cited.rujukan.judul or "", regulation.judul or "") == ()
