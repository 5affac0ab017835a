"""Whether every way of a check gives the same bytes: `python benchmarks/ways.py [--count 10000]`.

Anew by one process, by many, with the cache being written, from the cache, in parts that are joined, and with the parser in
Python: what stands in the report and on the error stream, and the exit status, are compared.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import fill
from peers import SOPKIT

if TYPE_CHECKING:
    from collections.abc import Iterator

WITHOUT_C = (
    sys.executable,
    "-c",
    "import sys; sys.modules['_ruamel_yaml'] = None; from sopkit.__main__ import main; main()",
)
PARTS = 3


def told(folder: Path, *command: str) -> tuple[bytes, bytes, int]:
    """Output, error stream and exit status of a command."""
    process = subprocess.run(command, cwd=folder, check=False, capture_output=True)
    return process.stdout, process.stderr, process.returncode


def ways(folder: Path) -> Iterator[tuple[str, tuple[bytes, bytes, int]]]:
    """What each way tells about the SOPs below `folder`, the plainest first."""
    validate = (*SOPKIT, "validate", "--format", "json", ".")
    yield "anew, one process", told(folder, *validate, "--no-cache", "--jobs", "1")
    yield "anew, two processes", told(folder, *validate, "--no-cache", "--jobs", "2")
    yield "anew, five processes", told(folder, *validate, "--no-cache", "--jobs", "5")
    yield "the cache being written", told(folder, *validate)
    yield "from the cache", told(folder, *validate)
    for kind in ("json", "sarif"):
        with tempfile.TemporaryDirectory() as name:
            reports = [f"{name}/{part}.{kind}" for part in range(1, PARTS + 1)]
            for part, report in enumerate(reports, 1):
                shard = ("--shard", f"{part}/{PARTS}", "--no-cache", "--format", f"{kind}={report}")
                told(folder, *SOPKIT, "validate", ".", *shard)
            yield (
                f"in parts, joined from {kind}",
                told(folder, *SOPKIT, "merge-reports", *reports, "--format", "json"),
            )
    yield (
        "the parser in Python",
        told(folder, *WITHOUT_C, "validate", "--format", "json", ".", "--no-cache"),
    )


def differing(folder: Path, count: int) -> tuple[int, list[str]]:
    """How many ways there are, and those that tell something else than the first, which must have read `count` files."""
    found = list(ways(folder))
    report, errors, status = found[0][1]
    if status != 1 or json.loads(report)["files"] != count:
        raise SystemExit(errors.decode())
    return len(found), [name for name, what in found if what != found[0][1]]


def main() -> None:
    """Print which ways differ; the exit status is 1 when any does."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, asked.count)
        number, others = differing(folder, asked.count)
    print(f"{number} ways over {asked.count} files, {', '.join(others) or 'none'} different")
    sys.exit(bool(others))


if __name__ == "__main__":
    main()
