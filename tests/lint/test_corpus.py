"""The rules across files. A case is one file with the SOPs one after the other, `---` between them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopkit.lint.corpus import facts_of
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rules import CORPUS_RULES
from sopkit.load.loading import load_bytes

CASES = Path(__file__).parent / "cases_across"
KNOWLEDGE = Knowledge()
BY_CODE = {rule.code.code: rule for rule in CORPUS_RULES}


def facts(text):
    for i, part in enumerate(re.split(r"^---\n", text, flags=re.MULTILINE), start=1):
        loaded = load_bytes(f"dinas/{i}.yaml", part.encode())
        assert loaded.sop is not None, [found.message.en for found in loaded.findings]
        yield facts_of(loaded)


def results(rule, text):
    return [
        f"{issue.sop.file}:{place.line}:{place.column} {issue.message.id}"
        for issue in rule.check(tuple(facts(text)), KNOWLEDGE)
        for place in (issue.sop.span(issue.path).start,)
    ]


def case_files(kind):
    return sorted(CASES.glob(f"*/{kind}-*.yaml"))


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", case_files("buruk"), ids=name_of)
def test_a_bad_case_is_found_where_and_as_expected(path, golden):
    found = results(BY_CODE[path.parent.name], path.read_text(encoding="utf-8"))
    assert found
    golden(path.with_suffix(".hasil"), "\n".join(found) + "\n")


@pytest.mark.parametrize("path", case_files("baik"), ids=name_of)
def test_a_good_case_is_silent(path):
    assert results(BY_CODE[path.parent.name], path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("code", BY_CODE)
@pytest.mark.parametrize(("heading", "fires"), [("Buruk", True), ("Baik", False)])
def test_the_examples_of_the_page_are_true(code, heading, fires):
    match = re.search(
        rf"^## {heading}\n+```yaml\n(.*?)^```", BY_CODE[code].code.doc, re.MULTILINE | re.DOTALL
    )
    assert bool(results(BY_CODE[code], match[1])) is fires


@pytest.mark.parametrize("code", BY_CODE)
def test_every_rule_has_good_and_bad_cases(code):
    assert list((CASES / code).glob("baik-*.yaml"))
    assert list((CASES / code).glob("buruk-*.yaml"))
