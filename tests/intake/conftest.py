"""Documents of an invented office, typed or built in the tests, and short ways from them to drafts."""

from __future__ import annotations

import pytest

from sopkit.intake.assemble import drafts
from sopkit.intake.compose import draft_yaml
from sopkit.intake.readers import read_source
from sopkit.intake.words import read_words
from sopkit.lint.knowledge import Knowledge
from sopkit.load.loading import load_bytes

KNOWLEDGE = Knowledge()


@pytest.fixture(scope="session")
def words():
    return read_words(KNOWLEDGE)


@pytest.fixture
def take():
    """The drafts of a document given as text or bytes; `name` says by its suffix what it is."""

    def take(data, name="surat.txt", **options):
        raw = data.encode() if isinstance(data, str) else data
        return drafts(read_source(raw, name), KNOWLEDGE, **options)

    return take


@pytest.fixture
def sops(take):
    """The SOPs that the drafts of a document load as."""

    def sops(data, name="surat.txt", **options):
        loaded = [load_bytes("draf", draft_yaml(draft).encode()) for draft in take(data, name, **options)]
        assert [found for one in loaded for found in one.findings] == []
        return [one.sop for one in loaded]

    return sops


@pytest.fixture
def sop(sops):
    """The only SOP of a document."""

    def sop(data, name="surat.txt", **options):
        (one,) = sops(data, name, **options)
        return one

    return sop
