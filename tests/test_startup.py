"""What the quick ways import: each module here was let in on purpose, because it costs every start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOP = "sopkit: 1\nnama: Surat\nlangkah:\n  - kegiatan: Mencatat surat\n"
HEAVY = {
    *(
        "argparse",
        "asyncio",
        "click",
        "difflib",
        "email",
        "holidays",
        "importlib.metadata",
        "importlib.resources",
    ),
    *(
        "jinja2",
        "multiprocessing",
        "pydantic",
        "rich",
        "ruamel",
        "socket",
        "subprocess",
        "tempfile",
        "tomllib",
    ),
    *("traceback", "typer", "xml", "_ruamel_yaml"),
}
FROM_THE_CACHE = {
    "sopkit",
    "sopkit.__main__",
    *(f"sopkit.app{name}" for name in ("", ".cache", ".ground", ".kept", ".options", ".program", ".records")),
    *(f"sopkit.app{name}" for name in (".session", ".sources", ".stamps", ".wire")),
    *(
        f"sopkit.cli{name}"
        for name in ("", ".checking", ".entry", ".paint", ".progress", ".quick", ".shell", ".status")
    ),
    *(
        "sopkit.diagnostics",
        "sopkit.errors",
        "sopkit.files",
        "sopkit.late",
        "sopkit.printable",
        "sopkit.source",
    ),
    *(f"sopkit.report{name}" for name in ("", ".excerpt", ".result", ".style", ".text", ".wording")),
}
FOR_HELP = {
    "sopkit",
    "sopkit.__main__",
    *(f"sopkit.cli{name}" for name in ("", ".entry", ".main", ".options", ".progress", ".shell", ".status")),
    *(
        f"sopkit.cli.{name}"
        for name in ("clean", "destination", "duration", "explain", "importing", "merge_reports", "render")
    ),
    *(f"sopkit.cli.{name}" for name in ("rules", "schema", "templates", "validate")),
    "sopkit.errors",
}
PROGRAM = """
import sys
before = set(sys.modules)
from sopkit.__main__ import main
try:
    main()
except SystemExit:
    pass
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""


@pytest.fixture
def imported(tmp_path):
    """The modules that a command imports, told apart into ours and those of others by their packages."""
    (tmp_path / "a.yaml").write_text(SOP, "utf-8")

    def run(*arguments):
        process = subprocess.run(
            [sys.executable, "-c", PROGRAM, *arguments],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=True,
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        )
        modules = set(process.stderr.splitlines()[-1].split())
        ours = {name for name in modules if name.partition(".")[0] == "sopkit"}
        return ours, modules - ours

    return run


def heavy(others):
    return {name for name in HEAVY if name in others}


def test_the_version_imports_nothing_but_the_package(imported):
    ours, others = imported("--version")
    assert ours == {"sopkit", "sopkit.__main__"}
    assert others == set()


def test_validate_from_the_cache_imports_neither_rules_nor_libraries(imported):
    arguments = ("validate", "a.yaml", "--select", "IDN011")
    first, _ = imported(*arguments)
    ours, others = imported(*arguments)
    assert "sopkit.lint.rules" in first
    assert ours == FROM_THE_CACHE
    assert heavy(others) == set()


def test_validate_of_a_plain_file_imports_no_terminal_and_no_yaml_library(imported):
    _, others = imported("validate", "a.yaml", "--no-cache")
    # pydantic is needed, but not what it would look for plugins with
    assert heavy(others) == {"pydantic"}


def test_help_imports_no_more_than_the_commands(imported):
    ours, others = imported("--help")
    assert ours == FOR_HELP
    assert heavy(others) & {"pydantic", "ruamel", "_ruamel_yaml", "jinja2", "holidays"} == set()
