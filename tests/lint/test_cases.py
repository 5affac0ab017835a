"""Every rule has a folder of cases, `cases/<CODE>/{baik,buruk}-*.yaml`; anybody can add one without Python.

Beside a bad case stands what the rule says of it (`.hasil`: line:column severity message, one finding a line); a good case
has no such file and the rule is silent on it. Lines that begin with `# as-of:` or `# toml:` set the day and the settings.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sopkit.config import read_settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules import RULES
from sopkit.lint.runner import run_rules
from sopkit.load.loading import load_bytes

CASES = Path(__file__).parent / "cases"
KNOWLEDGE = Knowledge()
BY_CODE = {rule.code.code: rule for rule in RULES}


def case_files(kind: str) -> list[Path]:
    return [path for path in sorted(CASES.glob(f"*/{kind}-*.yaml")) if path.parent.name in BY_CODE]


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def results(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    day = re.search(r"^# as-of: (\S+)", text, re.MULTILINE)
    toml = "\n".join(re.findall(r"^# toml: (.*)$", text, re.MULTILINE))
    loaded = load_bytes(path.name, text.encode())
    assert loaded.sop is not None, [found.message.en for found in loaded.findings]
    context = LintContext(
        loaded.sop,
        read_settings("toml", toml),
        KNOWLEDGE,
        as_of=date.fromisoformat(day[1]) if day else None,
        depth=1,
    )
    found = sorted(run_rules([BY_CODE[path.parent.name]], context, loaded), key=lambda one: one.sort_key)
    assert all(one.code == path.parent.name for one in found), [one.message.en for one in found]
    return [
        f"{one.span.start.line}:{one.span.start.column} {one.severity.value} {one.message.id}"
        for one in found
    ]


@pytest.mark.parametrize("path", case_files("buruk"), ids=name_of)
def test_a_bad_case_is_found_where_and_as_expected(path, golden):
    found = results(path)
    assert found
    golden(path.with_suffix(".hasil"), "\n".join(found) + "\n")


@pytest.mark.parametrize("path", case_files("baik"), ids=name_of)
def test_a_good_case_is_silent(path):
    assert results(path) == []


def test_every_rule_has_good_and_bad_cases():
    lacking = [
        f"{code} {kind}"
        for code in BY_CODE
        for kind in ("baik", "buruk")
        if not list((CASES / code).glob(f"{kind}-*.yaml"))
    ]
    assert lacking == []


def test_no_folder_of_cases_belongs_to_no_rule():
    assert [folder.name for folder in sorted(CASES.iterdir()) if folder.name not in BY_CODE] == []
