"""The docstring of a rule is its page; what it says must be true."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules import RULES
from sopkit.lint.runner import run_rule
from sopkit.load.loading import load_bytes

KNOWLEDGE = Knowledge()
BY_CODE = {rule.code.code: rule for rule in RULES}


def example(rule, heading):
    match = re.search(rf"^## {heading}\n+```yaml\n(.*?)^```", rule.code.doc, re.MULTILINE | re.DOTALL)
    assert match, f"{rule.code.code} has no example under {heading}"
    return match[1]


def findings(rule, text):
    loaded = load_bytes("contoh.yaml", text.encode())
    assert loaded.sop is not None, [found.message.en for found in loaded.findings]
    context = LintContext(loaded.sop, Settings(), KNOWLEDGE, as_of=date(2026, 1, 2), depth=1)
    return [found.code for found in run_rule(rule, context, loaded)]


@pytest.mark.parametrize("code", BY_CODE)
def test_the_bad_example_fires_the_rule(code):
    rule = BY_CODE[code]
    assert set(findings(rule, example(rule, "Buruk"))) == {code}


@pytest.mark.parametrize("code", BY_CODE)
def test_the_good_example_is_silent(code):
    rule = BY_CODE[code]
    assert findings(rule, example(rule, "Baik")) == []


@pytest.mark.parametrize("code", BY_CODE)
def test_the_page_has_a_title_in_both_languages_and_says_why(code):
    rule = BY_CODE[code]
    assert rule.code.title.id
    assert rule.code.title.en
    assert re.search(r"^## Mengapa\n+\S", rule.code.doc, re.MULTILINE)


def test_codes_and_names_are_unique():
    codes = [rule.code.code for rule in RULES]
    names = [name for rule in RULES for name in (rule.code.name, *rule.aliases)]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
