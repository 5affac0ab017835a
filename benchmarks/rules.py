"""What each rule costs: median microseconds a file, over the SOPs of sops/, warm and with texts never seen before.

    python benchmarks/rules.py [FOLDER]

The warm figure is that of a text seen before in the run (times, citations, roles repeat over a collection); the fresh one
that of a file whose every text is new. What several rules share (the flow) is paid before, once. `screening` asks the
questions of all rules; of the rules that have some, a check runs only those that the answers call for.
"""

from __future__ import annotations

import re
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge
from sopkit.lint.rule import LintContext
from sopkit.lint.rules import RULES
from sopkit.lint.screening import Screening
from sopkit.load.loading import load_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
            _ = context.flow
            found.append(context)
    return found


def cost(check: Callable[[LintContext], Iterable[object]], cases: list[LintContext]) -> float:
    """The median cost of one file in microseconds."""
    spent = []
    for context in cases:
        begin = time.perf_counter_ns()
        for _ in check(context):
            pass
        spent.append((time.perf_counter_ns() - begin) / 1000)
    return median(spent)


def main() -> None:
    """Print a line a rule, the dearest last."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "sops")
    knowledge = Knowledge()
    same = contexts(folder, knowledge, "")
    checks = [("screening", "pertanyaan semua aturan", Screening(RULES, knowledge).answers)]
    checks += [(rule.code.code, rule.code.name, rule.check) for rule in RULES]
    for _, _, check in checks:
        cost(check, same)
    fresh = [contexts(folder, knowledge, f"x{n}") for n in range(ROUNDS)]
    rows = []
    for code, name, check in checks:
        warm = median(cost(check, same) for _ in range(ROUNDS))
        rows.append((warm, median(cost(check, cases) for cases in fresh), code, name))
    for warm, new, code, name in sorted(rows):
        print(f"{code:9}  {warm:8.1f} µs warm  {new:8.1f} µs fresh  {name}")
    print(f"all     {sum(row[0] for row in rows):8.1f} µs warm  {sum(row[1] for row in rows):8.1f} µs fresh")


if __name__ == "__main__":
    main()
