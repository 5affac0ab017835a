import json

from sopkit.report.gitlab import render_gitlab


def entries(result):
    return json.loads(render_gitlab(result))


def test_each_finding_is_one_entry_with_the_severities_of_gitlab(three):
    listed = entries(three)
    for entry in listed:
        del entry["fingerprint"]
    assert listed == [
        {
            "description": "IDN008: Unit tidak disebut.",
            "check_name": "unit-kosong",
            "severity": "info",
            "location": {"path": "sops/a.yaml", "lines": {"begin": 1}},
        },
        {
            "description": "ALR001: Langkah “susun” tidak ada.",
            "check_name": "rujukan-buntu",
            "severity": "major",
            "location": {"path": "sops/a.yaml", "lines": {"begin": 7}},
        },
        {
            "description": "TGL005: Tanggal ini hari Minggu.",
            "check_name": "bukan-hari-kerja",
            "severity": "minor",
            "location": {"path": "sops/b.yaml", "lines": {"begin": 3}},
        },
    ]


def test_two_findings_of_one_rule_at_one_path_have_two_fingerprints(make_finding, make_result, make_span):
    twice = [make_finding(), make_finding(span=make_span(9, 1, 2))]
    first, second = (entry["fingerprint"] for entry in entries(make_result(*twice)))
    assert first != second


def test_the_language_changes_descriptions_and_no_fingerprint(three):
    english = entries(three._replace(language="en"))
    assert [entry["description"] for entry in english][1] == "ALR001: There is no step “susun”."
    assert [e["fingerprint"] for e in english] == [e["fingerprint"] for e in entries(three)]


def test_a_path_has_no_dot_in_front_and_no_surrogate(make_finding, make_result):
    (entry,) = entries(make_result(make_finding(file="./a\n\udcff.yaml")))
    assert entry["location"]["path"] == "a\n\\udcff.yaml"


def test_a_clean_result_is_an_empty_list(make_result):
    assert render_gitlab(make_result()) == "[]\n"
