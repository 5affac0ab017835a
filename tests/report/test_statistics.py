from sopkit.report.statistics import statistics


def test_codes_are_listed_by_count_and_then_by_code(make_finding, make_result):
    findings = [
        *[make_finding(code="WKT002", name="tulisan-waktu")] * 10,
        make_finding(code="TGL005", name="bukan-hari-kerja"),
        make_finding(),
        make_finding(code="HKM001", name="hukum-dicabut"),
    ]
    assert (
        statistics(make_result(*findings))
        == """\
10  WKT002  tulisan-waktu
 1  ALR001  rujukan-buntu
 1  HKM001  hukum-dicabut
 1  TGL005  bukan-hari-kerja
"""
    )


def test_a_clean_result_says_so_in_both_languages(make_result):
    assert statistics(make_result()) == "Tidak ada temuan.\n"
    assert statistics(make_result(language="en")) == "No findings.\n"
