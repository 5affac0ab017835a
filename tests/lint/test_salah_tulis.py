from __future__ import annotations

from collections import Counter

from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.language.verbs import verbs_of
from sopkit.lint.rule import LintContext
from sopkit.lint.rules.langkah.misspelt_word import misspelt_word
from sopkit.load.loading import load_bytes

KNOWLEDGE = Knowledge()
LIST = KNOWLEDGE.words("salah_tulis")
WRONG = [wrong.casefold() for wrongs in LIST.values() for wrong in wrongs]


def test_no_wrong_word_is_listed_twice():
    assert [word for word, times in Counter(WRONG).items() if times > 1] == []


def test_no_wrong_word_is_right_elsewhere_in_the_list():
    right = {part.casefold() for word in LIST for part in (word, *word.split())}
    assert right.isdisjoint(WRONG)


def test_no_wrong_word_is_a_verb_or_a_noun_that_the_verbs_know():
    verbs = verbs_of(KNOWLEDGE)
    known = {*verbs.by_stem, *verbs.by_stem.values(), *verbs.others}
    assert known.isdisjoint(WRONG)


def test_wrong_words_are_single_words():
    assert [word for word in WRONG if len(word.split()) != 1] == []


def test_the_fixes_of_one_text_all_mend_the_whole_text():
    text = b"sopkit: 1\nnama: Ijin Praktek\nlangkah: [{kegiatan: Memeriksa kwitansi dan KWITANSINYA}]\n"
    sop = load_bytes("ijin.yaml", text).sop
    assert sop is not None
    issues = list(misspelt_word.check(LintContext(sop, Settings(), KNOWLEDGE)))
    assert [
        (issue.excerpt, issue.fix and issue.fix.value, issue.fix and issue.fix.safe) for issue in issues
    ] == [
        ("Ijin", "Izin Praktik", True),
        ("Praktek", "Izin Praktik", True),
        ("kwitansi", "Memeriksa kuitansi dan KUITANSINYA", True),
        ("KWITANSINYA", "Memeriksa kuitansi dan KUITANSINYA", True),
    ]
