"""What a PDF adds to the layout of a sheet, in milliseconds, for the SOPs of the repository and SOPs of chance.

python benchmarks/pdf.py [sheets]
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

from sopkit.render.pdf import combine_pdf, info_of, render_pdf  # noqa: E402
from sopkit.render.pdf.glyphs import runs  # noqa: E402
from sopkit.sheet.layout import layout  # noqa: E402


def main() -> None:
    """Write PDFs of sheets of several sizes and tell times and sizes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sheets", nargs="?", type=int, default=20)
    count = parser.parse_args().sheets
    real = [content_of(file.read_text("utf-8")) for file in sorted((ROOT / "sops").rglob("*.sop.yaml"))]
    _measure("real SOPs", real)
    for steps in (8, 15, 25, 40, 100):
        contents = [content_of(random_sop(seed, steps=(steps, steps))) for seed in range(count)]
        _measure(f"{steps} steps", contents)


def _measure(name: str, contents: list) -> None:
    parts = [(layout(content), info_of(content)) for content in contents]
    render_pdf(*parts[0])
    times, size = [], 0
    for part in parts:
        runs.cache_clear()
        start = time.perf_counter()
        size += len(render_pdf(*part))
        times.append(1000 * (time.perf_counter() - start))
    start = time.perf_counter()
    together = len(combine_pdf(parts))
    combined = 1000 * (time.perf_counter() - start)
    pages = sum(len(sheet.pages) for sheet, _ in parts)
    print(
        f"{name:10}: median {statistics.median(times):5.1f} ms a sheet, worst {max(times):5.1f}; "
        f"{pages / len(parts):.1f} pages, {size / len(parts) / 1024:.1f} KiB; "
        f"all in one file {combined / len(parts):.1f} ms a sheet, {together / 1024:.0f} KiB"
    )


if __name__ == "__main__":
    main()
