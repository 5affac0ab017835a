"""How long the time engine takes: `python benchmarks/timing.py` prints medians.

What is measured is the analysis alone, after reading: one SOP, ten thousand SOPs in one process, and a simulation of
10,000 runs of 15 steps.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from sopkit.config import Settings
from sopkit.flow.graph import build_flow
from sopkit.load.loading import load_bytes
from sopkit.model.sop import Sop
from sopkit.timing.analysis import AnalysisOptions, analyse
from sopkit.timing.due import Start
from sopkit.timing.lengths import step_times
from sopkit.timing.odds import find_odds
from sopkit.timing.parsing import parse_deadline, parse_start
from sopkit.timing.settings import WorkRules, work_rules
from sopkit.timing.simulation import by_order, simulate

if TYPE_CHECKING:
    from collections.abc import Callable

SOPS = Path(__file__).resolve().parent.parent / "sops"
MANY = 10_000
REPEATS = 7


def seven() -> list[Sop]:
    """The SOPs of the repository."""
    loaded = (load_bytes(path.name, path.read_bytes()).sop for path in sorted(SOPS.rglob("*.sop.yaml")))
    return [sop for sop in loaded if sop is not None]


def fifteen_steps() -> Sop:
    """Ranges, three points and two loops in 15 steps."""
    rows: list[dict[str, object]] = []
    for i in range(15):
        waktu: object = (
            "5-10 menit" if i % 3 else {"cepat": "5 menit", "biasa": "6 menit", "lambat": "20 menit"}
        )
        row: dict[str, object] = {"kegiatan": "Langkah", "mutu_baku": {"waktu": waktu}}
        if i in {5, 11}:
            row["keputusan"] = {"ya": str(i + 2), "tidak": {"ke": str(i - 1), "peluang": "0.3"}}
        rows.append(row)
    return Sop.model_validate({"sopkit": 1, "nama": "Lima belas", "langkah": tuple(rows)})


def milliseconds(work: Callable[[], object], repeats: int = REPEATS) -> float:
    """The median time of `work`."""
    taken = []
    for _ in range(repeats):
        begin = perf_counter()
        work()
        taken.append(perf_counter() - begin)
    return median(taken) * 1000


def simulation(sop: Sop, rules: WorkRules) -> Callable[[], object]:
    """10,000 runs."""
    odds, times = find_odds(sop, build_flow(sop)), step_times(sop, rules.time)
    return lambda: simulate(odds, 0, by_order(times), 10_000)


def main() -> None:
    """Print one line for each measurement."""
    rules, sops, random = work_rules(Settings()), seven(), fifteen_steps()
    plain, summary = AnalysisOptions(), AnalysisOptions(runs=None)
    dated = AnalysisOptions(
        runs=None, start=Start(parse_start("2026-01-02")), deadline=parse_deadline("14 hari kerja")
    )
    yearly = AnalysisOptions(
        runs=None, start=Start(as_of=date(2026, 1, 1)), deadline=parse_deadline("01-01..02-28")
    )

    def all_of(number: int, options: AnalysisOptions) -> Callable[[], object]:
        return lambda: [analyse(sop, build_flow(sop), rules, options) for sop in (sops * number)[:number]]

    lines = {
        "one SOP (mean of seven)": milliseconds(all_of(len(sops), plain)) / len(sops),
        "one SOP with a start and a deadline": milliseconds(all_of(len(sops), dated)) / len(sops),
        "one SOP of 15 random steps, simulated": milliseconds(
            lambda: analyse(random, build_flow(random), rules)
        ),
        "10,000 runs of 15 steps": milliseconds(simulation(random, rules)),
        "10,000 SOPs, summary": milliseconds(all_of(MANY, summary), 3),
        "10,000 SOPs, summary with a deadline": milliseconds(all_of(MANY, dated), 3),
        "10,000 SOPs, summary with a yearly window": milliseconds(all_of(MANY, yearly), 3),
    }
    for name, taken in lines.items():
        sys.stdout.write(f"{name:45} {taken:10.2f} ms\n")


if __name__ == "__main__":
    main()
