from __future__ import annotations

from sopkit.sheet.compose import NO_ROLE
from sopkit.sheet.content import Field, Symbol, SymbolKind

KAPSUL, KOTAK, KETUPAT = SymbolKind.KAPSUL, SymbolKind.KOTAK, SymbolKind.KETUPAT
HEAD = "sopkit: 1\nnama: Uji\n"
WORK = "{kegiatan: Menulis, pelaksana: a}"


def drawn(content):
    """For each row its symbols as (kind, column)."""
    return [[(symbol.kind, symbol.role) for symbol in row.symbols] for row in content.rows]


def names(content):
    return [[symbol.name for symbol in row.symbols] for row in content.rows]


def notes(content):
    return [[symbol.notes for symbol in row.symbols] for row in content.rows]


def test_the_first_and_the_last_row_are_capsules(sheet):
    content = sheet(WORK, "{kegiatan: Memeriksa, pelaksana: b}", "{kegiatan: Mengarsipkan, pelaksana: a}")
    assert drawn(content) == [[(KAPSUL, 0)], [(KOTAK, 1)], [(KAPSUL, 0)]]
    assert names(content) == [["Mulai"], ["Kegiatan"], ["Selesai"]]
    assert (content.start, content.end) == (None, None)


def test_a_single_row_is_start_and_end_in_one(sheet):
    assert names(sheet(WORK)) == [["Mulai dan selesai"]]


def test_a_row_in_the_middle_that_ends_is_a_capsule_too(sheet):
    content = sheet(WORK, "{kegiatan: Menolak, pelaksana: b, lanjut: selesai}", WORK)
    assert drawn(content)[1] == [(KAPSUL, 1)]
    assert notes(content)[1] == [()]


def test_work_handed_over_in_a_row_has_a_symbol_for_each_hand_and_names_the_receiver(sheet):
    content = sheet(WORK, "{kegiatan: Mengirim, pelaksana: [b, a]}", WORK)
    assert drawn(content)[1] == [(KOTAK, 1), (KOTAK, 0)]
    assert notes(content)[1] == [("→ Staf",), ()]
    assert content.rows[1].performers == "Camat, lalu Staf"


def test_work_done_together_says_so_at_each_symbol(sheet):
    content = sheet(WORK, "{kegiatan: Rapat, pelaksana: {bersama: [a, b, c]}}", WORK)
    assert notes(content)[1] == [("bersama",)] * 3
    assert content.rows[1].joint
    assert content.rows[1].performers == "Staf, Camat dan Kadis bersama-sama"


def test_the_last_hand_of_a_row_decides_and_ends(sheet):
    content = sheet(
        "{kegiatan: Memeriksa, pelaksana: [a, b], keputusan: {ya: 2, tidak: 1}}",
        "{kegiatan: Menyerahkan, pelaksana: [b, c]}",
    )
    assert drawn(content) == [[(KAPSUL, 0), (KETUPAT, 1)], [(KOTAK, 1), (KAPSUL, 2)]]
    assert content.start is None


def test_a_decision_in_the_first_row_gets_a_start_of_its_own(sheet):
    content = sheet("{kegiatan: Memeriksa, pelaksana: b, keputusan: {ya: 2, tidak: 1}}", WORK)
    assert content.start == Symbol(KAPSUL, 1, "Mulai")
    assert drawn(content)[0] == [(KETUPAT, 1)]


def test_a_decision_that_ends_gets_an_end_of_its_own_for_all_rows(sheet):
    content = sheet(
        WORK,
        "{kegiatan: Menolak, pelaksana: b, lanjut: selesai}",
        "{kegiatan: Memutus, pelaksana: c, keputusan: {ya: selesai, tidak: 1}}",
    )
    assert content.end == Symbol(KAPSUL, 2, "Selesai")
    assert drawn(content)[1] == [(KOTAK, 1)]
    assert notes(content)[1:] == [[("→ selesai",)], [("Ya → selesai", "Tidak → 1")]]


def test_an_office_can_want_separate_capsules(sheet):
    content = sheet(
        WORK,
        "{kegiatan: Mengirim, pelaksana: [a, b]}",
        head=HEAD + "mulai_selesai: terpisah\npelaksana: {a: Staf, b: Camat}\n",
    )
    assert (content.start, content.end) == (Symbol(KAPSUL, 0, "Mulai"), Symbol(KAPSUL, 1, "Selesai"))
    assert drawn(content) == [[(KOTAK, 0)], [(KOTAK, 0), (KOTAK, 1)]]
    assert notes(content)[1][-1] == ()


def test_separate_capsules_stand_even_when_nothing_ends(sheet):
    content = sheet(
        "{kegiatan: Mengulang, pelaksana: b, lanjut: 1}",
        head=HEAD + "mulai_selesai: terpisah\npelaksana: {b: Camat}\n",
    )
    assert content.end == Symbol(KAPSUL, 0, "Selesai")


def test_targets_are_named_by_their_printed_number(sheet):
    content = sheet(
        "{kegiatan: Memulai, pelaksana: a, lanjut: tutup}",
        "{nomor: 7, kegiatan: Menunggu, pelaksana: b}",
        "{id: tutup, nomor: 9, kegiatan: Menutup, pelaksana: a}",
    )
    assert notes(content) == [[("→ 9",)], [()], [()]]


def test_roles_nobody_declared_and_missing_roles_get_columns_after_the_known_ones(sheet):
    content = sheet("{kegiatan: A, pelaksana: d}", "{kegiatan: B}")
    assert content.roles == ("Staf", "Camat", "Kadis", "d", NO_ROLE)
    assert drawn(content) == [[(KAPSUL, 3)], [(KAPSUL, 4)]]
    assert content.rows[1].performers == NO_ROLE


def test_empty_items_of_lists_are_not_printed(sheet):
    content = sheet(
        "{kegiatan: A, mutu_baku: {kelengkapan: [Surat, ''], output: []}}",
        head=HEAD + "peralatan: ['', Meja]\n",
    )
    assert content.rows[0].requirements == ("Surat",)
    assert content.identity.sections[1][1].entries == ("Meja",)


def test_the_words_of_the_office_replace_the_usual_ones(sheet):
    content = sheet(
        WORK, head=HEAD + "label: {kegiatan: Aktivitas, efektif: Tanggal Pengesahan, peringatan: Awas}\n"
    )
    assert (content.headings.activity, content.headings.output) == ("Aktivitas", "Output")
    assert [field.label for field in content.identity.fields][-1] == "Tanggal Pengesahan"
    assert content.identity.sections[2][0].heading == "Awas"


def test_dates_are_in_indonesian_form_and_unreadable_ones_as_written(sheet):
    content = sheet(
        WORK,
        head=HEAD
        + "tanggal: {pembuatan: 2022-03-01, revisi: [2023-01, kapan-kapan], efektif: 5 Pebruari 2023}\n",
    )
    assert content.identity.fields[1:] == (
        Field("Tanggal Pembuatan", ("1 Maret 2022",)),
        Field("Tanggal Revisi", ("Januari 2023", "kapan-kapan")),
        Field("Tanggal Efektif", ("5 Februari 2023",)),
    )


def test_an_nip_is_printed_in_groups_unless_it_holds_something_strange(sheet):
    def nip(text):
        return sheet(WORK, head=HEAD + f"disahkan_oleh: {{nip: '{text}'}}\n").identity.approval.nip

    assert nip("196706061992021001") == nip("19670606 199202 1 001") == "NIP 19670606 199202 1 001"
    assert nip("19670606-199202") == "NIP 19670606-199202"


def test_the_letterhead_is_in_capitals_and_gaps_leave_no_line(sheet):
    content = sheet(WORK, head=HEAD + "instansi: {perangkat_daerah: Dinas Contoh, unit: Bidang Uji}\n")
    assert content.identity.agency == ("DINAS CONTOH",)
    assert content.identity.unit == "Bidang Uji"


def test_the_word_across_the_sheet_follows_the_status(sheet):
    marks = [sheet(WORK, head=f"{HEAD}status: {status}\n").mark for status in ("draf", "berlaku", "dicabut")]
    assert marks == ["DRAF", "", "DICABUT"]
