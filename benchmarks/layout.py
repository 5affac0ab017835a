"""How fast sheets are laid out, and how many lines no page could take: SOPs of chance with a given number of steps.

python benchmarks/layout.py [sheets] [--paper A4]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "sheet")]

from samples import content_of, random_sop  # noqa: E402

from sopkit.sheet.drawing.page import routed_page  # noqa: E402
from sopkit.sheet.layout import layout  # noqa: E402
from sopkit.sheet.paper import PAPERS, LayoutOptions  # noqa: E402


def main() -> None:
    """Lay out sheets of several sizes and tell times, pages and what is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sheets", nargs="?", type=int, default=30)
    parser.add_argument("--paper", choices=PAPERS, default="A4")
    options = parser.parse_args()
    for steps in (8, 15, 25, 40, 100):
        times, pages, missing = [], 0, []
        for seed in range(options.sheets):
            content = content_of(random_sop(seed, steps=(steps, steps)))
            routed_page.cache_clear()
            start = time.perf_counter()
            sheet = layout(content, LayoutOptions(options.paper))
            times.append(1000 * (time.perf_counter() - start))
            pages += len(sheet.pages)
            missing += [(seed, problem.source, problem.target) for problem in sheet.problems]
        print(
            f"{steps:3} steps: median {statistics.median(times):5.0f} ms, mean {statistics.mean(times):5.0f}, "
            f"worst {max(times):5.0f}; {pages / options.sheets:.1f} pages; not drawn {missing}"
        )


if __name__ == "__main__":
    main()
