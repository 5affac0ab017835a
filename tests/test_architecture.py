"""The rooms of the package and who may import whom, as pyproject.toml lays down for import-linter."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
ROOMS = {
    f"sopkit.{room}"
    for contract in CONTRACTS
    if contract.get("containers") == ["sopkit"]
    for room in contract["layers"]
}


def forbidden(module):
    """The rooms that may not import `module` from outside."""
    return {
        room
        for contract in CONTRACTS
        if module in contract.get("forbidden_modules", [])
        for room in contract["source_modules"]
    }


def test_imports_keep_the_contracts():
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("library", ["typer", "rich"])
def test_every_room_below_the_command_line_is_kept_from_the_terminal(library):
    assert forbidden(library) == ROOMS - {"sopkit.__main__", "sopkit.cli"}


def test_every_room_but_load_is_kept_from_the_yaml_library():
    assert forbidden("ruamel") == ROOMS - {"sopkit.__main__", "sopkit.cli", "sopkit.load"}
