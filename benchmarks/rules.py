"""What each rule costs: median microseconds a file, over the SOPs of sops/, warm and with texts never seen before.

    python benchmarks/rules.py [FOLDER]

The warm figure is that of a text seen before in the run (times, citations, roles repeat over a collection); the fresh one
that of a file whose every text is new. What several rules share (flow, folded words) is paid before, once.
"""

from __future__ import annotations

import re
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median

from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules import RULES
from sopkit.load.loading import load_bytes

ROUNDS = 15
WORD = re.compile(r"(kegiatan|kelengkapan|output): (.+)")


def contexts(folder: Path, knowledge: Knowledge, mark: str) -> list[LintContext]:
    """One context a file, with `mark` in the texts of its steps."""
    found = []
    for path in sorted(folder.rglob("*.yaml")):
        text = WORD.sub(
            lambda m: f"{m[1]}: {m[2]}" + (f" {mark}" if mark and m[2][-1].isalnum() else ""),
            path.read_text(),
        )
        sop = load_bytes(path.name, text.encode()).sop
        if sop is not None:
            context = LintContext(sop, Settings(), knowledge, as_of=date(2026, 1, 2), depth=1)
            _ = context.flow, context.word_set
            found.append(context)
    return found


def cost(rule: object, cases: list[LintContext]) -> float:
    """The median cost of one file in microseconds."""
    spent = []
    for context in cases:
        begin = time.perf_counter_ns()
        for _ in rule.check(context):
            pass
        spent.append((time.perf_counter_ns() - begin) / 1000)
    return median(spent)


def main() -> None:
    """Print a line a rule, the dearest last."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "sops")
    knowledge = Knowledge()
    same = contexts(folder, knowledge, "")
    for rule in RULES:
        cost(rule, same)
    fresh = [contexts(folder, knowledge, f"x{n}") for n in range(ROUNDS)]
    rows = []
    for rule in RULES:
        warm = median(cost(rule, same) for _ in range(ROUNDS))
        rows.append((warm, median(cost(rule, cases) for cases in fresh), rule.code))
    for warm, new, code in sorted(rows, key=lambda row: row[0]):
        print(f"{code.code}  {warm:8.1f} µs warm  {new:8.1f} µs fresh  {code.name}")
    print(f"all     {sum(row[0] for row in rows):8.1f} µs warm  {sum(row[1] for row in rows):8.1f} µs fresh")


if __name__ == "__main__":
    main()
