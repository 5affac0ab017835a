"""The docstring of a rule is its page; what it says must be true."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sopkit.app.check import CheckOptions, Input, check
from sopkit.app.project import Project
from sopkit.config import Settings
from sopkit.lint.catalog import CODES
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules import RULES
from sopkit.lint.runner import run_rules
from sopkit.lint.suppress import USELESS
from sopkit.load.codes import LOAD_CODES
from sopkit.load.loading import load_bytes

KNOWLEDGE = Knowledge()
PROJECT = Project(Settings(), KNOWLEDGE)
OPTIONS = CheckOptions()
BY_CODE = {rule.code.code: rule for rule in RULES}


def example(rule, heading):
    match = re.search(rf"^## {heading}\n+```yaml\n(.*?)^```", rule.code.doc, re.MULTILINE | re.DOTALL)
    assert match, f"{rule.code.code} has no example under {heading}"
    return match[1]


def findings(rule, text):
    loaded = load_bytes("contoh.yaml", text.encode())
    assert loaded.sop is not None, [found.message.en for found in loaded.findings]
    context = LintContext(loaded.sop, Settings(), KNOWLEDGE, as_of=date(2026, 1, 2), depth=1)
    return [found.code for found in run_rules([rule], context, loaded)]


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


WITH_EXAMPLES = {code.code: code for code in (*LOAD_CODES, USELESS) if "## Buruk" in code.doc}


def codes_of(text):
    return {found.code for found in check([Input("contoh.yaml", text.encode())], PROJECT, OPTIONS).findings}


@pytest.mark.parametrize("code", WITH_EXAMPLES)
def test_the_examples_about_reading_are_true_too(code):
    examples = dict(
        re.findall(
            r"^## (Buruk|Baik)\n+```yaml\n(.*?)^```", WITH_EXAMPLES[code].doc, re.MULTILINE | re.DOTALL
        )
    )
    assert code in codes_of(examples["Buruk"])
    assert code not in codes_of(examples.get("Baik", "sopkit: 1\n"))


def test_every_code_of_the_machinery_has_a_title_and_a_reason():
    for code, _ in CODES:
        assert code.title.id
        assert code.title.en
        assert "## Mengapa" in code.doc, code.code
