"""What the rules about the identity block promise for any text, beside their cases."""

from __future__ import annotations

import posixpath
import re

from hypothesis import given
from hypothesis import strategies as st

from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules.identitas import IDENTITAS
from sopkit.model.sop import Sop

KNOWLEDGE = Knowledge()
RULES = {rule.code.code: rule for rule in IDENTITAS}
TEXT = st.text(st.sampled_from("aAéSOP09.,/-–_ \n\t:'\"\\…") | st.characters(), max_size=40)
SECTIONS = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")


def context(depth=1, **parts):
    step = {"kegiatan": "Menyusun rancangan jadwal"}
    sop = Sop.model_validate({"sopkit": 1, "nama": "Penyusunan Jadwal", "langkah": [step], **parts})
    return LintContext(sop, Settings(), KNOWLEDGE, depth=depth)


def found(code, **parts):
    return list(RULES[code].check(context(**parts)))


@given(
    nomor=TEXT,
    instansi=st.fixed_dictionaries(dict.fromkeys(("pemerintah", "perangkat_daerah", "unit", "logo"), TEXT)),
    disahkan_oleh=st.fixed_dictionaries(dict.fromkeys(("jabatan", "nama", "nip"), TEXT)),
    sections=st.fixed_dictionaries({key: st.lists(TEXT, max_size=3) for key in SECTIONS}),
    depth=st.none() | st.integers(0, 3),
)
def test_no_text_makes_a_rule_crash_and_messages_stay_on_one_line(
    nomor, instansi, disahkan_oleh, sections, depth
):
    checked = context(depth, nomor=nomor, instansi=instansi, disahkan_oleh=disahkan_oleh, **sections)
    for rule in IDENTITAS:
        for issue in rule.check(checked):
            assert issue.message.id
            assert issue.message.en
            assert "\n" not in issue.message.id + issue.message.en


@given(st.lists(st.sampled_from(["065", "17", "BAG", "410", "2024", "/", ".", "-", " ", "  "]), min_size=1))
def test_the_fix_of_a_number_takes_only_blanks_and_once_is_enough(pieces):
    number = "".join(pieces).strip()
    fixes = [issue.fix for issue in found("IDN003", nomor=number) if issue.fix]
    for fix in fixes:
        assert re.sub(r"\s", "", fix.value) == re.sub(r"\s", "", number)
        assert not any(issue.fix for issue in found("IDN003", nomor=fix.value))


LOGO_PARTS = st.lists(st.sampled_from(["..", ".", "", "gambar", "a b", "..."]), max_size=6)


@given(LOGO_PARTS, st.integers(0, 3))
def test_a_logo_that_is_let_through_lies_within_the_root(parts, depth):
    logo = "/".join([*parts, "logo.png"])
    accepted = not found("IDN011", instansi={"logo": logo}, depth=depth)
    seen_from_root = posixpath.normpath("/".join(["folder"] * depth + [logo]))
    if accepted:
        assert not logo.startswith("/")
        assert seen_from_root.split("/")[0] != ".."


@given(LOGO_PARTS)
def test_without_a_root_no_logo_may_climb(parts):
    logo = "/".join(["gambar", *parts, "logo.png"])
    assert bool(found("IDN011", instansi={"logo": logo}, depth=None)) == (".." in parts)


def test_each_signer_part_that_lacks_is_named_at_its_own_place():
    issues = found("IDN004", disahkan_oleh={"jabatan": "Camat Sukamaju"})
    assert [issue.path for issue in issues] == [("disahkan_oleh", "nama"), ("disahkan_oleh", "nip")]


def test_each_entry_of_keterkaitan_is_found_at_its_own_place():
    issues = found("IDN009", keterkaitan=["SOP Peminjaman", "", "Renja", "Penyiangan Koleksi", "Tim Layanan"])
    assert [issue.path for issue in issues] == [("keterkaitan", 2), ("keterkaitan", 4)]
