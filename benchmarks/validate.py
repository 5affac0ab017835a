"""sopkit beside others on the same made-up SOPs: `make bench` runs it and prints the lines to reach, met or missed.

    python benchmarks/validate.py [--count 10000] [--peers 1000] [--rounds 3] [--write benchmarks/HASIL.md]

Whole processes with compiled bytecode, one after the other in each round, so that a slow minute of the machine hits all alike;
what counts are medians of the ratios of each round. Others run over fewer files, and the time of one file is compared.
"""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import re
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from corpus import fill
from measuring import Spent, measure, output
from peers import SOPKIT, peers, prove
from ways import differing

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
START_ROUNDS = 9
SOME = 100
"""Files for the other commands, which do more with each."""
READ_BACK = 20
"""So many PDFs are read back."""
NEW = "cold, every SOP in words of its own"
PASS = (sys.executable, "-c", "pass")
LINES = (
    ("cold against yamllint", "×", 45, 30),
    ("cold against check-jsonschema", "×", 35, 20),
    ("warm against cold", "×", 10, 5),
    ("--version against python -c pass", "×", 1.5, 2.5),
    ("validate one file, warm, against python -c pass", "×", 5, 8),
    ("validate one file, cold, against python -c pass", "×", 16, 22),
    ("layout and HTML of an 8-step sheet", " ms", 30, 80),
    ("peak memory of a process", " MB", 150, 300),
)
"""What is measured, its unit, the line to reach and the line to stop at; of the first three more is better."""
MORE_IS_BETTER = 3


class Bench:
    """The measurements of all rounds, by name."""

    def __init__(self, folder: Path, count: int, fewer: int) -> None:
        self.many, self.few, self.some, self.own = (folder / name for name in ("many", "few", "some", "own"))
        self.count, self.fewer = count, fewer
        fill(self.many, count)
        self.files = fill(self.few, fewer)
        fill(self.some, SOME)
        fill(self.own, fewer, own_words=True)
        self.peers = peers(ROOT / "schema" / "sop.schema.json")
        self.spent: dict[str, list[Spent]] = defaultdict(list)
        self.made = folder / "made"

    def round(self) -> None:
        """Everything once."""
        shutil.rmtree(self.many / ".sopkit_cache", ignore_errors=True)
        validate = (*SOPKIT, "validate", "--format", "json", ".")
        self._take("cold", (*validate, "--no-cache"), self.many)
        self._take("one process", (*validate, "--no-cache", "--jobs", "1"), self.many)
        self._take("cold, cache written", validate, self.many)
        self._take("warm", validate, self.many)
        self._take(NEW, (*validate, "--no-cache"), self.own)
        for peer in self.peers:
            self._take(peer.name, peer.over(self.few, self.files), self.few)

    def others(self) -> None:
        """The other commands once: times, sheets of two kinds, and the sheets read back."""
        self._take("duration", (*SOPKIT, "duration", "--format", "json", "."), self.some)
        for kind in ("html", "pdf"):
            shutil.rmtree(self.made, ignore_errors=True)
            command = (*SOPKIT, "render", ".", "--to", kind, "--out", str(self.made))
            self._take(f"render to {kind.upper()}", command, self.some)
        sheets = sorted(str(path) for path in self.made.rglob("*.pdf"))[:READ_BACK]
        drafts = self.made / "drafts"
        self._take("import of PDF", (*SOPKIT, "import", *sheets, "--out", str(drafts)), self.some)
        if len(list(drafts.rglob("*.yaml"))) != READ_BACK:
            raise SystemExit(f"not all of {READ_BACK} sheets are written and read back")

    def start(self) -> None:
        """The start of one command after the other, over one file."""
        one = self.files[0].name
        for name, command in {
            "pass": PASS,
            "version": (*SOPKIT, "--version"),
            "one warm": (*SOPKIT, "validate", one),
            "one cold": (*SOPKIT, "validate", "--no-cache", one),
        }.items():
            self._take(name, command, self.few)

    def _take(self, name: str, command: Sequence[str], folder: Path) -> None:
        self.spent[name].append(measure(command, folder))

    def ratio(self, slow: str, fast: str, files: float = 1) -> float:
        """The median of how often `fast` fits into `slow`; `files` is how many more files the fast one had."""
        pairs = zip(self.spent[slow], self.spent[fast], strict=True)
        return median(one.wall * files / other.wall for one, other in pairs)

    def of_peer(self, name: str) -> float:
        """How many times longer a peer takes for a file than a cold run."""
        return self.ratio(name, "cold", self.count / self.fewer)

    def lines(self) -> list[float]:
        """The measured values of `LINES`."""
        return [
            self.of_peer("yamllint"),
            self.of_peer("check-jsonschema"),
            self.ratio("cold", "warm"),
            self.ratio("version", "pass"),
            self.ratio("one warm", "pass"),
            self.ratio("one cold", "pass"),
            sheet_milliseconds(),
            max(one.memory for one in self.spent["one process"] + self.spent["cold"] + self.spent["warm"]),
        ]


def sheet_milliseconds() -> float:
    """Layout and HTML of an 8-step sheet, by the benchmark of sheets."""
    told = output([sys.executable, str(ROOT / "benchmarks" / "sheets.py"), "15"], ROOT)
    match = re.search(r"8 steps:.*together (\d+) ms", told)
    if match is None:
        raise SystemExit(f"benchmarks/sheets.py says:\n{told}")
    return float(match[1])


def verdict(at: int, value: float) -> str:
    """Whether the line is met."""
    _, _, reach, stop = LINES[at]
    if at < MORE_IS_BETTER:
        value, reach, stop = -value, -reach, -stop
    return "met" if value <= reach else "missed" if value <= stop else "missed, beyond the stop line"


def report(bench: Bench, rounds: int, number: int) -> str:
    """The results as Markdown."""
    rows = [
        f"| {name} | {value:.1f}{unit} | {reach}{unit} | {stop}{unit} | {verdict(at, value)} |"
        for at, ((name, unit, reach, stop), value) in enumerate(zip(LINES, bench.lines(), strict=True))
    ]
    times = [_time(bench, name, count) for name, count in _counts(bench)]
    return "\n".join(
        [
            "# Results of `make bench`",
            "",
            f"{machine()}. {bench.count} files for sopkit, {bench.fewer} for the others, {rounds} rounds; one in ten files is",
            "faulty, and every program was seen to name those that it must name. Ratios are medians over the rounds of",
            "what stood side by side in one round; seconds depend on the machine and on what else it did.",
            f"Before, {number} ways of a check (see ways.py) told the same, byte for byte, over the {bench.count} files.",
            "",
            "| line | measured | reach | stop | |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "| run | files | seconds | of the processors | ms a file | MB, largest process |",
            "|---|---|---|---|---|---|",
            *times,
            "",
            "check-jsonschema is measured as its own installation has it, without the parser in C; beside it with that parser,",
            f"which sopkit brings along: {bench.of_peer('check-jsonschema with the parser in C'):.1f}×. The bare parser reads events and checks nothing:",
            f"{bench.of_peer('bare parser in C, no checks'):.1f}×.",
            "",
        ]
    )


def _counts(bench: Bench) -> list[tuple[str, int]]:
    ours = ("cold", "one process", "cold, cache written", "warm")
    others = ("duration", "render to HTML", "render to PDF")
    return [
        *((name, bench.count) for name in ours),
        (NEW, bench.fewer),
        *((peer.name, bench.fewer) for peer in bench.peers),
        *((name, SOME) for name in others),
        ("import of PDF", READ_BACK),
    ]


def _time(bench: Bench, name: str, count: int) -> str:
    kinds = ("wall", "cpu", "memory")
    wall, cpu, memory = (median(getattr(one, kind) for one in bench.spent[name]) for kind in kinds)
    return f"| {name} | {count} | {wall:.2f} | {cpu:.2f} | {wall / count * 1000:.2f} | {memory:.0f} |"


def machine() -> str:
    """What the figures were measured on."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {processors} processors, Python {platform.python_version()}"


def main() -> None:
    """Measure and print; with --write keep the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--peers", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    compileall.compile_dir(ROOT / "src" / "sopkit", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.count, asked.peers)
        if wrong := prove(bench.few, bench.files, bench.peers):
            raise SystemExit("\n".join(wrong))
        number, differ = differing(bench.many, bench.count)
        if differ:
            raise SystemExit(f"not the same findings: {', '.join(differ)}")
        for _ in range(asked.rounds):
            bench.round()
            bench.others()
        for _ in range(START_ROUNDS):
            bench.start()
        text = report(bench, asked.rounds, number)
    print(text, end="")
    if asked.write:
        asked.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
