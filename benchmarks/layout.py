"""How fast sheets are laid out and how well they are drawn: SOPs of chance with a given number of steps.

python benchmarks/layout.py [sheets] [--paper A4] [--steps 8 15 25 40 100] [--check]

With --check every finished sheet is checked from outside, as the tests do, and crossings are counted; times are of the process,
not of the clock.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHEET = ROOT / "tests" / "sheet"
sys.path[:0] = [str(ROOT / "src"), str(SHEET), str(SHEET / "routing")]

from finished import crossings, faults  # noqa: E402
from samples import content_of, random_sop  # noqa: E402

from sopkit.sheet.drawing.page import routed_page  # noqa: E402
from sopkit.sheet.layout import layout  # noqa: E402
from sopkit.sheet.paper import PAPERS, LayoutOptions  # noqa: E402


def main() -> None:
    """Lay out sheets of several sizes and tell times, pages and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sheets", nargs="?", type=int, default=30)
    parser.add_argument("--paper", choices=PAPERS, default="A4")
    parser.add_argument("--steps", type=int, nargs="+", default=[8, 15, 25, 40, 100])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    layout(content_of(random_sop(0, steps=(8, 8))), LayoutOptions(options.paper))
    for steps in options.steps:
        times, pages, wrong, crossed, lines = [], 0, [], 0, 0
        for seed in range(options.sheets):
            content = content_of(random_sop(seed, steps=(steps, steps)))
            routed_page.cache_clear()
            start = time.process_time()
            sheet = layout(content, LayoutOptions(options.paper))
            times.append(1000 * (time.process_time() - start))
            pages += len(sheet.pages)
            if options.check:
                wrong += [(seed, fault) for fault in faults(content, sheet)]
                crossed, lines = (sum(pair) for pair in zip((crossed, lines), crossings(sheet), strict=True))
            else:
                wrong += [(seed, problem.source, problem.target) for problem in sheet.problems]
        share = f"; {crossed / lines:.4f} crossings a line" if lines else ""
        print(
            f"{steps:3} steps: median {statistics.median(times):5.0f} ms, mean {statistics.mean(times):5.0f}, "
            f"worst {max(times):5.0f}; {pages / options.sheets:.1f} pages{share}; wrong {wrong}"
        )


if __name__ == "__main__":
    main()
