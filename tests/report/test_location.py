import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkit.errors import Text
from sopkit.report.location import fingerprint, path_text, repository_path, unique_fingerprints


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("sops/a.yaml", "sops/a.yaml"),
        ("./sops//a.yaml", "sops/a.yaml"),
        ("sops/../a.yaml", "a.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("/srv/a.yaml", "/srv/a.yaml"),
        ("-", "-"),
        ("a\udcff.yaml", "a\\udcff.yaml"),
    ],
)
def test_a_repository_path_has_no_detours(name, expected):
    assert repository_path(name) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), ""),
        (("nomor",), "nomor"),
        (("langkah", 4, "mutu_baku", "waktu"), "langkah[4].mutu_baku.waktu"),
    ],
)
def test_a_path_is_written_with_dots_and_brackets(path, expected):
    assert path_text(path) == expected


def test_a_fingerprint_is_the_one_that_stored_reports_hold(make_finding):
    assert fingerprint(make_finding()) == "252214e68d7b31a4ea412ce4032fb43c"


def test_a_fingerprint_survives_moved_lines_and_new_words_and_a_dot_before_the_file(make_finding, make_span):
    moved = make_finding(
        span=make_span(70, 1, 2), message=Text(id="Lain.", en="Other."), file="./sops/a.yaml"
    )
    assert fingerprint(moved) == fingerprint(make_finding())


@pytest.mark.parametrize("change", [{"file": "sops/b.yaml"}, {"code": "ALR002"}, {"path": ("langkah", 1)}])
def test_a_fingerprint_differs_by_file_code_and_path(make_finding, change):
    assert fingerprint(make_finding(**change)) != fingerprint(make_finding())


def test_an_index_and_a_key_of_the_same_digits_are_different_paths(make_finding):
    assert fingerprint(make_finding(path=("a", 1))) != fingerprint(make_finding(path=("a", "1")))


@given(st.lists(st.sampled_from(["ALR001", "ALR002", "ALR003"])))
def test_unique_fingerprints_are_unique_and_the_first_of_each_is_the_plain_one(make_finding, codes):
    findings = [make_finding(code=code) for code in codes]
    marks = unique_fingerprints(findings)
    assert len(set(marks)) == len(findings)
    for code in set(codes):
        assert marks[codes.index(code)] == fingerprint(make_finding(code=code))
