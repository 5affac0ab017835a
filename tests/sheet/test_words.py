from __future__ import annotations


def sentences(content):
    return [row.words for row in content.rows]


def test_each_row_is_a_sentence_that_says_who_and_where_to(sheet):
    content = sheet("{kegiatan: A, pelaksana: a}", "{kegiatan: B, pelaksana: [b, a]}")
    assert sentences(content) == [
        "Langkah 1: Staf; lanjut ke langkah 2.",
        "Langkah 2: Camat, lalu Staf; selesai.",
    ]


def test_a_decision_tells_both_branches_by_their_labels(sheet):
    content = sheet(
        "{kegiatan: A, pelaksana: a}",
        "{kegiatan: B, pelaksana: b, keputusan: {ya: {ke: selesai, label: Setuju}, tidak: 1}}",
    )
    assert (
        sentences(content)[1] == "Langkah 2: Camat; bila Setuju, selesai; bila Tidak, kembali ke langkah 1."
    )


def test_parallel_branches_are_told_as_simultaneous(sheet):
    content = sheet(
        "{kegiatan: A, pelaksana: a, lanjut: [2, 3]}",
        "{kegiatan: B, pelaksana: b, lanjut: 3}",
        "{kegiatan: C, pelaksana: c}",
    )
    assert sentences(content)[0] == "Langkah 1: Staf; serentak: lanjut ke langkah 2, dan lanjut ke langkah 3."


def test_a_step_repeated_by_itself_is_told_so(sheet):
    content = sheet("{kegiatan: A, pelaksana: a, keputusan: {ya: selesai, tidak: 1}}")
    assert sentences(content) == ["Langkah 1: Staf; bila Ya, selesai; bila Tidak, langkah ini diulang."]


def test_a_step_that_leads_nowhere_is_told_so(sheet):
    content = sheet("{kegiatan: A, pelaksana: a, lanjut: 9}", "{kegiatan: B, pelaksana: b}")
    assert sentences(content)[0] == "Langkah 1: Staf; tidak ada kelanjutan."


def test_a_branch_to_the_next_row_points_down(sheet):
    content = sheet(
        "{kegiatan: A, pelaksana: a, keputusan: {ya: 2, tidak: 3}}",
        "{kegiatan: B, pelaksana: b}",
        "{kegiatan: C, pelaksana: c}",
    )
    assert content.rows[0].symbols[0].notes == ("Ya ↓", "Tidak → 3")


def test_all_parallel_branches_are_noted_by_number(sheet):
    content = sheet(
        "{kegiatan: A, pelaksana: a, lanjut: [2, 3]}",
        "{kegiatan: B, pelaksana: b, lanjut: 3}",
        "{kegiatan: C, pelaksana: c}",
    )
    assert content.rows[0].symbols[0].notes == ("→ 2", "→ 3")
    assert content.rows[1].symbols[0].notes == ()
