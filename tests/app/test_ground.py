"""How deep files lie below the root of the SOPs."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkit.app.ground import Depths
from sopkit.files import find_files


@pytest.fixture
def office(tmp_path, monkeypatch):
    for name in ("office/a.yaml", "office/sops/b.yaml", "office/sops/in/c.yaml", "elsewhere/d.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "office/up.yaml").symlink_to("sops/in/c.yaml")
    (tmp_path / "office/sops/down.yaml").symlink_to("../a.yaml")
    (tmp_path / "office/sops/out.yaml").symlink_to("../../elsewhere/d.yaml")
    monkeypatch.chdir(tmp_path / "office")
    return tmp_path / "office"


def depths(root, *paths):
    found = Depths(root)
    return {file.name: found.of(file) for file in find_files(paths)}


@pytest.mark.parametrize("absolute", [False, True])
def test_a_file_lies_below_the_root_and_a_link_where_it_leads(office, absolute):
    given, prefix = (str(office), f"{office}/") if absolute else (".", "")
    assert {name.removeprefix(prefix): depth for name, depth in depths(office, given).items()} == {
        "a.yaml": 0,
        "sops/b.yaml": 1,
        "sops/down.yaml": 0,
        "sops/in/c.yaml": 2,
        "sops/out.yaml": None,
        "up.yaml": 2,
    }


@pytest.mark.usefixtures("office")
def test_without_a_root_the_folder_given_is_the_root_and_a_file_given_itself_has_none():
    assert depths(None, "sops/in", "a.yaml") == {"a.yaml": None, "sops/in/c.yaml": 0}
    assert depths(None, "sops/down.yaml", "../elsewhere") == {
        "../elsewhere/d.yaml": 0,
        "sops/down.yaml": None,
    }


@pytest.mark.usefixtures("office")
def test_links_given_themselves_are_links_too():
    assert depths(Path(), "up.yaml", "sops/out.yaml") == {"sops/out.yaml": None, "up.yaml": 2}
