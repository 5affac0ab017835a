"""Fuzzing led by coverage, to be run by hand for as long as one likes; pytest runs only what Hypothesis draws.

    pip install atheris
    python tests/hostile/fuzz.py [FOLDER-OF-FINDINGS] [-max_total_time=600] [-runs=N]

Every text goes the whole way that `conftest` lays: read, check, all reports, mending, times, sheets. What raises, hangs, or is no
SOP without any error saying so, ends the run; the text is left in a file. Options are those of libFuzzer.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "hostile")]

with atheris.instrument_imports(include=["sopkit"]):
    from conftest import go

LONGEST = 12_000
"""Characters: twice a usual SOP. What is larger only takes longer."""


def try_one(data: bytes) -> None:
    """Send `data` the whole way."""
    go(data, sheets=("html", "md"))


def main() -> None:
    """Begin with the SOPs of the repository and the words of the format."""
    with_words = ROOT / "build" / "fuzz"
    seeds = with_words / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for path in sorted(ROOT.joinpath("sops").rglob("*.yaml")):
        (seeds / path.name).write_bytes(path.read_bytes())
    words = with_words / "words.txt"
    words.write_text("".join(f'"{word}"\n' for word in _words()), encoding="ascii")
    options = [word for word in sys.argv[1:] if word.startswith("-")]
    folders = [word for word in sys.argv[1:] if not word.startswith("-")] or [str(with_words)]
    limits = [f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=1000", f"-dict={words}"]
    atheris.Setup(
        [sys.argv[0], *limits, f"-artifact_prefix={folders[0]}/", *options, *folders, str(seeds)], try_one
    )
    atheris.Fuzz()


def _words() -> list[str]:
    from test_fuzz import KEYS, ODD

    usable = (word for word in (*(f"{key}: " for key in KEYS), *ODD) if word.isascii() and word.isprintable())
    return [word.replace("\\", "\\\\").replace('"', '\\"') for word in usable if 0 < len(word) < 60]


if __name__ == "__main__":
    main()
