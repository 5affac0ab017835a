"""How well and how fast pages are routed: crossings and bends an edge, milliseconds a page, over pages of chance.

python benchmarks/routing.py [pages] [--svg FOLDER] [--rows LOW HIGH] [--roles LOW HIGH]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "sheet" / "routing")]

from checker import check, count_bends, count_crossings  # noqa: E402
from pages import random_page  # noqa: E402
from picture import svg  # noqa: E402

from sopkit.sheet.routing.route import route  # noqa: E402


def main() -> None:
    """Route the pages and print what came of it."""
    options = _options()
    times, edges, crossings, bends, faults, left = [], 0, 0, 0, 0, 0
    for seed in range(options.first, options.first + options.pages):
        page = random_page(seed, rows=options.rows, roles=options.roles)
        start = time.perf_counter()
        routed = route(page)
        times.append(1000 * (time.perf_counter() - start))
        found = check(page, routed)
        if found or routed.unroutable:
            print(f"seed {seed}: unroutable {routed.unroutable} of {len(page.edges)}", *found, sep="\n  ")
        edges += len(page.edges)
        crossings += count_crossings(routed)
        bends += count_bends(routed)
        left += len(routed.unroutable)
        faults += len(found)
        if options.svg:
            options.svg.mkdir(parents=True, exist_ok=True)
            (options.svg / f"{seed:04}.svg").write_text(svg(page, routed), "utf-8")
    print(f"{len(times)} pages, {edges} edges; violations {faults}, unroutable {left}")
    print(f"crossings an edge {crossings / edges:.4f}, bends an edge {bends / edges:.3f}")
    print(
        f"ms a page: median {statistics.median(times):.1f}, mean {statistics.mean(times):.1f}, worst {max(times):.0f}"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="?", type=int, default=300)
    parser.add_argument("--first", type=int, default=0, help="seed of the first page")
    parser.add_argument("--svg", type=Path, help="folder for the drawings")
    parser.add_argument("--rows", nargs=2, type=int, default=(4, 15), metavar=("LOW", "HIGH"))
    parser.add_argument("--roles", nargs=2, type=int, default=(2, 8), metavar=("LOW", "HIGH"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
