"""How long a sheet takes from its content to its file, by format: SOPs of chance with a given number of steps.

python benchmarks/sheets.py [sheets] [--to html --to svg …]
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

from sopkit.render import RENDERERS, RenderOptions, Subject  # noqa: E402
from sopkit.sheet.drawing.page import routed_page  # noqa: E402


def main() -> None:
    """Write sheets of several sizes; tell the times of layout and of each format, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sheets", nargs="?", type=int, default=20)
    parser.add_argument("--to", action="append", choices=RENDERERS)
    options = parser.parse_args()
    formats = options.to or ["html"]
    for steps in (8, 40):
        times: dict[str, list[float]] = {name: [] for name in ("layout", *formats)}
        for seed in range(options.sheets):
            routed_page.cache_clear()
            for name, milliseconds in _timed(random_sop(seed, steps=(steps, steps)), formats):
                times[name].append(milliseconds)
        told = (f"{name} {statistics.median(of):.0f} (worst {max(of):.0f})" for name, of in times.items())
        both = statistics.median(map(sum, zip(*times.values(), strict=True)))
        print(f"{steps:3} steps: {', '.join(told)}; together {both:.0f} ms")


def _timed(text: str, formats: list[str]) -> list[tuple[str, float]]:
    subject = Subject(content_of(text))
    start = time.perf_counter()
    _ = subject.sheet
    found = [("layout", 1000 * (time.perf_counter() - start))]
    for name in formats:
        start = time.perf_counter()
        RENDERERS[name].files(subject, RenderOptions())
        found.append((name, 1000 * (time.perf_counter() - start)))
    return found


if __name__ == "__main__":
    main()
