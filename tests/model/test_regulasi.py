"""The registry of regulations: its records, its questions, and the facts shipped with the package."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

import sopkit
from sopkit.errors import SopkitError
from sopkit.model.regulasi import LateRegistry, Registry, read_period, read_regulation
from sopkit.model.rujukan import parse_rujukan

SHIPPED = Path(sopkit.__file__).parent / "data" / "regulasi.yaml"

LAW = {
    "jenis": "UU",
    "nomor": "32",
    "tahun": "2004",
    "judul": "Pemerintahan Daerah",
    "berlaku": "2004-10-15",
    "dicabut_oleh": "UU 23/2014",
    "dicabut": "2014-10-02",
    "sumber": "[M] ketentuan penutup UU 23/2014",
}


def registry(*records: object) -> Registry:
    return Registry.from_records(records, "regulasi.yaml")


def find(known: Registry, text: str):
    rujukan = parse_rujukan(text)
    assert rujukan is not None
    return known.find(rujukan)


@pytest.fixture(scope="module")
def records() -> list:
    return YAML(typ="safe", pure=True).load(SHIPPED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shipped(records) -> Registry:
    return Registry.from_records(records, SHIPPED.name)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012", "2012-01-01", "2012-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2014-10-02", "2014-10-02", "2014-10-02"),
        ("2021/2022", "2021-01-01", "2022-12-31"),
        ("2020-12-30/2021-01-04", "2020-12-30", "2021-01-04"),
    ],
)
def test_a_date_is_the_interval_of_the_days_it_may_be(text, first, last):
    period = read_period(text)
    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "0000", "12", "2012-13", "2012-00", "2013-02-29", "2012-02-00", "2/10/2014", "2022/2021", "2012/", "Mei 2012"]
)  # fmt: skip
def test_what_is_no_iso_date_is_no_period(text):
    assert read_period(text) is None


@given(st.dates(min_value=dt.date(1, 1, 1)))
def test_a_day_is_within_its_own_month_and_year(day):
    iso = day.isoformat()
    for text in (iso, iso[:7], iso[:4]):
        period = read_period(text)
        assert period is not None
        assert period.first <= day <= period.last


@given(st.text(max_size=12))
def test_any_text_can_be_asked_for_a_period(text):
    period = read_period(text)
    assert period is None or period.first <= period.last


def test_a_citation_finds_its_regulation_however_it_is_written():
    known = registry(LAW)
    for text in ("UU 32/2004", "1. UNDANG- UNDANG RI NO. 32 THN 2004 tentang Pemda;"):
        regulation = find(known, text)
        assert regulation is not None
        assert regulation.judul == "Pemerintahan Daerah"
        assert regulation.dicabut_oleh is not None
        assert regulation.dicabut_oleh.singkat == "Undang-Undang Nomor 23 Tahun 2014"


def test_what_is_not_recorded_is_not_found():
    assert find(registry(LAW), "UU 33/2004") is None


@pytest.mark.parametrize(
    ("first", "last", "revoked"),
    [
        ("2014-10-01", "2014-10-01", False),
        ("2014-10-02", "2014-10-02", False),  # on the day itself the question is open
        ("2014-10-03", "2014-10-03", True),
        ("2014-10-01", "2014-10-31", False),
        ("2014-11-01", "2014-11-30", True),
    ],
)
def test_a_revocation_counts_only_when_no_day_of_the_interval_is_before_it(first, last, revoked):
    regulation = read_regulation(LAW, "x")
    assert (
        regulation.revoked_surely_before(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) is revoked
    )


@pytest.mark.parametrize(("year", "revoked"), [(2013, False), (2014, False), (2015, True)])
def test_where_only_the_year_of_revocation_is_known_that_year_decides_nothing(year, revoked):
    regulation = read_regulation(LAW | {"dicabut": "2014"}, "x")
    assert regulation.revoked_surely_before(dt.date(year, 12, 31), dt.date(year, 12, 31)) is revoked


def test_what_is_not_revoked_is_never_revoked_before():
    record = {key: value for key, value in LAW.items() if not key.startswith("dicabut")}
    regulation = read_regulation(record, "x")
    assert not regulation.revoked_surely_before(dt.date(2999, 1, 1), dt.date(2999, 1, 1))


@pytest.mark.parametrize(
    ("day", "ditetapkan", "later"),
    [
        ("2004-10-14", None, True),
        ("2004-10-15", None, False),
        ("2004-10-14", "2004-09", False),  # made before it held
        ("2004-08-31", "2004-09", True),
    ],
)
def test_a_regulation_is_later_only_when_it_was_not_even_made(day, ditetapkan, later):
    regulation = read_regulation(LAW | {"ditetapkan": ditetapkan}, "x")
    assert regulation.issued_surely_after(dt.date.fromisoformat(day), dt.date.fromisoformat(day)) is later


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)),
    st.integers(0, 400),
    st.sampled_from(["2014", "2014-10", "2014-10-02"]),
)
def test_knowing_less_never_makes_an_answer_sure(first, days, known):
    last = first + dt.timedelta(days=days)
    exact = read_regulation(LAW, "x")
    vague = read_regulation(LAW | {"dicabut": known, "berlaku": "2004"}, "x")
    assert exact.revoked_surely_before(first, last) or not vague.revoked_surely_before(first, last)
    assert exact.issued_surely_after(first, last) or not vague.issued_surely_after(first, last)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"jeni": "UU"}, "x, jeni: Unknown key. Did you mean jenis?"),
        ({"jenis": "PERDAA"}, "x, jenis: Unknown kind PERDAA. Did you mean PERDA?"),
        ({"jenis": None}, "x, jenis: It is missing."),
        ({"nomor": ""}, "x, nomor: It is missing."),
        ({"tahun": None}, "x, tahun: It is missing."),
        ({"tahun": "dua ribu"}, "x, nomor: It is no regulation: Undang-Undang Nomor 32 Tahun dua ribu"),
        ({"judul": "Daerah; dan lain"}, "x, nomor: It is no regulation"),
        ({"jenis": "PERMEN"}, "x, penerbit: It is missing."),
        ({"penerbit": "Siapa"}, "x, nomor: It is no regulation"),
        ({"berlaku": None}, "x, berlaku: It is missing."),
        ({"berlaku": "15 Oktober 2004"}, "x, berlaku: 15 Oktober 2004 is no date"),
        ({"dicabut": None}, "x, dicabut: dicabut and dicabut_oleh must be given together."),
        ({"dicabut_oleh": None}, "x, dicabut: dicabut and dicabut_oleh must be given together."),
        ({"dicabut": "2003"}, "x, dicabut: It is revoked before it is in force."),
        ({"dicabut_oleh": "yang baru"}, "x, dicabut_oleh: yang baru is no citation."),
        ({"diubah_oleh": ["UU 8/2005", "yang lain"]}, "x, diubah_oleh: yang lain is no citation."),
        ({"sumber": "  "}, "x, sumber: It is missing."),
        ({"judul": ["a"]}, "x, judul: It must be a text."),
        ({"nomor": True}, "x, nomor: It must be a text."),
    ],
)
def test_a_record_at_fault_is_named_with_its_field(change, said):
    with pytest.raises(SopkitError) as caught:
        read_regulation(LAW | change, "x")
    assert caught.value.message.en.startswith(said)
    assert caught.value.message.id != caught.value.message.en


def test_a_record_that_is_no_mapping_is_named():
    with pytest.raises(SopkitError, match=r"^regulasi\.yaml, entri ke-2: A record must be a mapping\."):
        registry(LAW, "UU 32/2004")


def test_a_regulation_recorded_twice_is_named_with_its_first_place():
    with pytest.raises(
        SopkitError, match=r"entri ke-2: Undang-Undang Nomor 32 Tahun 2004 is recorded already in entry 1"
    ):
        registry(LAW, LAW)


def test_numbers_and_dates_that_yaml_has_typed_are_taken_as_their_text():
    regulation = read_regulation(LAW | {"nomor": 32, "tahun": 2004, "berlaku": dt.date(2004, 10, 15)}, "x")
    assert regulation == read_regulation(LAW, "x")


def test_a_projects_own_record_holds_over_the_shipped_one():
    own = registry(LAW | {"judul": "Pemerintahan Daerah (baru)"}, LAW | {"nomor": "33"})
    both = registry(LAW).extended(own)
    assert [regulation.judul for regulation in both] == ["Pemerintahan Daerah (baru)", "Pemerintahan Daerah"]
    assert len(registry(LAW)) == 1


def test_every_shipped_record_is_valid_and_says_what_it_stands_on(shipped):
    for regulation in shipped:
        assert regulation.sumber.startswith(("[H] ", "[M] ")), regulation.rujukan.singkat
        assert not regulation.rujukan.garbled


def test_a_recorded_successor_began_to_hold_when_the_other_ended(shipped):
    for regulation in shipped:
        if regulation.dicabut is None or regulation.dicabut_oleh is None:
            continue
        successor = shipped.find(regulation.dicabut_oleh)
        if successor is not None and regulation.rujukan.singkat != "Keputusan Presiden Nomor 80 Tahun 2003":
            assert regulation.dicabut.first <= successor.berlaku.last, regulation.rujukan.singkat
            assert successor.berlaku.first <= regulation.dicabut.last, regulation.rujukan.singkat


def test_no_chain_of_revocations_comes_back_to_its_start(shipped):
    for regulation in shipped:
        seen = {regulation.key}
        successor = regulation.dicabut_oleh and shipped.find(regulation.dicabut_oleh)
        while successor is not None:
            assert successor.key not in seen
            seen.add(successor.key)
            successor = successor.dicabut_oleh and shipped.find(successor.dicabut_oleh)


@pytest.mark.parametrize(
    ("text", "by", "on"),
    [
        ("UU 32/2004", "Undang-Undang Nomor 23 Tahun 2014", "2014-10-02"),
        ("PP 58/2005", "Peraturan Pemerintah Nomor 12 Tahun 2019", "2019-03-06"),
        ("Keppres 68/1995", "Peraturan Presiden Nomor 21 Tahun 2023", "2023-04-12"),
        ("PER/21/M.PAN/11/2008", "PermenPAN-RB 35/2012", "2012"),
        ("PermenPAN-RB 29/2010", "PermenPAN-RB 53/2014", "2014-12-01"),
        ("PermenPAN-RB 12/2015", "PermenPAN-RB 88/2021", "2021-12-31"),
    ],
)
def test_the_revocations_that_offices_overlook_are_recorded(shipped, text, by, on):
    regulation = find(shipped, text)
    assert regulation is not None
    assert regulation.dicabut is not None
    assert regulation.dicabut.text == on
    assert regulation.dicabut_oleh.key == parse_rujukan(by).key


@pytest.mark.parametrize(
    "text", ["UU 25/2004", "UU 23/2014", "PP 12/2019", "Perpres 29/2014", "PermenPAN-RB 35/2012", "PermenPAN-RB 53/2014", "Permendagri 86/2017"]
)  # fmt: skip
def test_what_is_in_force_is_not_recorded_as_revoked(shipped, text):
    regulation = find(shipped, text)
    assert regulation is not None
    assert regulation.dicabut is None


def test_a_registry_read_year_by_year_knows_what_one_read_at_once_knows(records, shipped):
    late = LateRegistry(records, SHIPPED.name)
    assert [late.get(regulation.key) for regulation in reversed(list(shipped))] == list(shipped)[::-1]
    assert late.get(next(iter(shipped)).key._replace(nomor="0")) is None
    assert late.get(next(iter(shipped)).key._replace(tahun=None)) is None


def test_a_registry_read_year_by_year_has_the_same_regulations_in_the_same_order(records, shipped):
    late = LateRegistry(records, SHIPPED.name)
    years = {regulation.key.tahun for regulation in shipped} | {1900, None}
    assert {year: late.of_year(year) for year in years} == {year: shipped.of_year(year) for year in years}
    assert (list(late), len(late)) == (list(shipped), len(shipped))


def test_an_office_adds_to_a_registry_read_year_by_year(records, shipped):
    own = registry(LAW | {"judul": "Pemerintahan Daerah (baru)"})
    assert list(LateRegistry(records, SHIPPED.name).extended(own)) == list(shipped.extended(own))
