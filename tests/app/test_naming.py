"""Output names come from the sources and never collide."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkit.app.naming import output_names
from sopkit.errors import SopkitError
from sopkit.files import InputFile


def named(*files):
    inputs = [InputFile(path, Path(base) if base else None) for path, base in files]
    return [str(name) for name in output_names(inputs).values()]


@pytest.mark.parametrize(
    ("path", "base", "name"),
    [
        ("sops/a/b.sop.yaml", "sops", "a/b"),
        ("sops/a/b.yaml", "sops/a", "b"),
        ("sops/a/b.YML", None, "b"),
        ("../jauh/b.yaml", None, "b"),
        ("catatan.txt", None, "catatan"),
        ("sops/index.yaml", "sops", "sops/index.yaml"),
        ("sops/a/index.yaml", "sops", "a/index"),
        ("sops/nama ganjil\n.yaml", "sops", "nama ganjil\n"),
    ],
)
def test_a_sheet_is_called_after_its_source(path, base, name):
    assert named((path, base)) == [name]


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (("s/a.sop.yaml", "s"), ("s/a.yaml", "s"), ["s/a.sop.yaml", "s/a.yaml"]),
        (("s/A.yaml", "s"), ("s/a.yml", "s"), ["s/A.yaml", "s/a.yml"]),
        (("x/a.yaml", "x"), ("y/a.yaml", "y"), ["x/a.yaml", "y/a.yaml"]),
    ],
)
def test_names_that_would_be_one_are_told_apart(one, other, names):
    assert named(one, other) == names


def test_twins_that_cannot_be_told_apart_are_refused():
    with pytest.raises(SopkitError, match="same file"):
        named(("a/s/x.yaml", "a/s"), ("b/s/x.yaml", "b/s"))
