"""Who acts, by the words of a step."""

from __future__ import annotations

import pytest

from sopkit.intake.draft import Value
from sopkit.intake.source import Place
from sopkit.intake.who import acting, role_keys, roles_of
from sopkit.lint.knowledge import Knowledge

HEADINGS = ("Kadis", "Sekretaris", "Kabid Layanan", "Kabid Koleksi", "Staf")


@pytest.fixture(scope="module")
def roles():
    place = Place(None, None, "a")
    columns = {key: Value(name, place) for key, name in zip(role_keys(HEADINGS), HEADINGS, strict=True)}
    return roles_of(Knowledge(), columns, "Dinas Perpustakaan")


@pytest.mark.parametrize(
    ("text", "keys", "together"),
    [
        ("Sekretaris memeriksa naskah", ("sekretaris",), False),
        ("Kepala Dinas menandatangani naskah", ("kadis",), False),
        ("Kepala Bidang Layanan mencatat buku", ("kabid_layanan",), False),
        ("Sekretaris dan Staf mencatat buku", ("sekretaris", "staf"), True),
        ("Sekretaris: memeriksa naskah", ("sekretaris",), False),
        ("Sekretaris: memeriksa naskah\nStaf: mencatatnya", ("sekretaris", "staf"), True),
    ],
)
def test_a_role_that_is_named_as_acting_is_taken_and_doubted(roles, text, keys, together):
    who = acting(text, roles)
    assert (who.roles, who.together) == (keys, together)
    assert who.why is not None


@pytest.mark.parametrize(
    "text",
    [
        "Menyerahkan naskah kepada Sekretaris",
        "Kabid memeriksa naskah",
        "Memeriksa naskah",
        "Bupati menandatangani naskah",
        "Catatan: naskah disimpan",
        "",
    ],
)
def test_a_step_that_names_nobody_or_more_than_one_stays_open(roles, text):
    who = acting(text, roles)
    assert who.roles == ()
    assert who.why is not None


def test_keys_are_small_unique_and_not_endless():
    keys = role_keys(("Kepala Dinas", "Kepala  Dinas", "3 Staf", "—", "Penyusun " * 20))
    assert len(set(keys)) == len(keys)
    assert keys[0] == "kepala_dinas"
    assert all(key == key.lower() and len(key) <= 42 and not key[0].isdigit() for key in keys)
