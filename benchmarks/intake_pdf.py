"""How well PDF documents are read: `python benchmarks/intake_pdf.py FOLDER LABELS.json` prints the figures.

LABELS.json says what a person sees on the pages, by the name of the file without its ending:

    {"NAME": {"identity": {"nomor": "...", ...}, "lists": {"dasar_hukum": 5, ...}, "waktu": ["1 hari", null],
              "steps": [{"roles": [0, 2], "kinds": ["kotak", "ketupat"], "any_order": false}],
              "edges": [[1, 2], [2, 1, "tidak"], [2, null, "ya"]], "vector": true}}

Roles are columns from 0, kinds one for each symbol and column it stands in, steps in edges count from 1, null is the end, "*" any branch; a part that is null is not
scored. Documents whose flowchart is an image have `vector` false and count only in what is text.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from sopkit.errors import SopkitError
from sopkit.intake.assemble import drafts
from sopkit.intake.drawing.recover import recover_flow
from sopkit.intake.drawing.recovered import SURE, DrawnFlow
from sopkit.intake.flow import flow_grid
from sopkit.intake.parts import cut
from sopkit.intake.pdf.read import read_pdf
from sopkit.intake.words import read_words
from sopkit.lint.knowledge import Knowledge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.intake.draft import Draft, DraftStep
    from sopkit.intake.drawing.recovered import DrawnEdge, DrawnSymbol
    from sopkit.intake.source import SourceDocument

LISTS = ("dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan")


@dataclass
class Count:
    """Right and all, and of the wrong ones the marked."""

    right: int = 0
    all: int = 0
    marked: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, *, right: bool, marked: bool, what: str) -> None:
        """Count one value."""
        self.all += 1
        self.right += right
        if not right:
            self.marked += marked
            self.wrong.append(f"{what}{'' if marked else '  UNMARKED'}")

    def __str__(self) -> str:
        share = 100 * self.right / self.all if self.all else 100.0
        wrong = self.all - self.right
        return f"{self.right}/{self.all} = {share:.1f} %" + (
            f", {self.marked} of {wrong} wrong marked" if wrong else ""
        )


@dataclass
class Score:
    """The figures of all documents."""

    identity: Count = field(default_factory=Count)
    lists: Count = field(default_factory=Count)
    steps: Count = field(default_factory=Count)
    waktu: Count = field(default_factory=Count)
    roles: Count = field(default_factory=Count)
    kinds: Count = field(default_factory=Count)
    found: Count = field(default_factory=Count)
    drawn: Count = field(default_factory=Count)
    slowest: float = 0.0


def squeezed(text: str | None) -> str:
    """A text as compared: blanks, case and marks at the ends do not count."""
    return re.sub(r"\s+", " ", text or "").strip(" .:;").casefold()


def flow_of(document: SourceDocument, knowledge: Knowledge) -> DrawnFlow:
    """What the drawing of the first SOP says."""
    for part in cut(document, read_words(knowledge)):
        if part.rows and document.drawing is not None:
            return recover_flow(document.drawing, flow_grid(part.rows, part.heads))
    return DrawnFlow()


def score_text(name: str, draft: Draft, truth: dict[str, Any], score: Score) -> None:
    """Identity fields, number of steps, waktu."""
    for key, expected in truth["identity"].items():
        value = draft.first(key)
        got = (
            re.sub(r"\D", "", value.text)
            if value and key.endswith("nip")
            else (value.text if value else None)
        )
        marked = value is not None and value.why is not None
        what = f"{name} {key}: {got!r} not {expected!r}"
        score.identity.add(right=squeezed(got) == squeezed(expected), marked=marked, what=what)
    for key in LISTS:
        values = draft.identity.get(key, ())
        expected = truth["lists"][key]
        marked = any(value.why is not None for value in values)
        what = f"{name} {key}: {len(values)} items not {expected}"
        score.lists.add(right=len(values) == expected, marked=marked, what=what)
    if truth["waktu"] is None:
        return
    got_steps, expected_steps = len(draft.steps), len(truth["waktu"])
    what = f"{name}: {got_steps} steps not {expected_steps}"
    score.steps.add(right=got_steps == expected_steps, marked=bool(draft.remarks), what=what)
    for number, expected in enumerate(truth["waktu"]):
        step = draft.steps[number] if number < got_steps else None
        got = step.waktu.text if step and step.waktu else None
        marked = bool(step and step.waktu and step.waktu.why)
        score.waktu.add(
            right=squeezed(got) == squeezed(expected),
            marked=marked,
            what=f"{name} {number + 1}: {got!r} not {expected!r}",
        )


def score_flow(
    name: str, flow: DrawnFlow, steps: tuple[DraftStep, ...], truth: dict[str, Any], score: Score
) -> None:
    """Roles, kinds and edges."""
    for number, expected in enumerate(truth["steps"]):
        own = [symbol for symbol in flow.symbols if symbol.row == number and not symbol.apart]
        marked = any(symbol.confidence < SURE for symbol in own) or bool(
            number < len(steps) and (steps[number].role_why or steps[number].doubts)
        )
        roles = _squashed(symbol.column for symbol in own)
        wanted = _squashed(expected["roles"])
        alike = sorted(set(roles)) == sorted(set(wanted)) if expected.get("any_order") else roles == wanted
        score.roles.add(right=alike, marked=marked, what=f"{name} {number + 1}: roles {roles} not {wanted}")
        _score_kinds(f"{name} {number + 1}", own, expected["kinds"], marked=marked, score=score)
    _score_edges(name, flow.edges, truth["edges"], score)


def _squashed(columns: Iterable[int]) -> list[int]:
    kept: list[int] = []
    for column in columns:
        if not kept or kept[-1] != column:
            kept.append(column)
    return kept


def _score_kinds(
    what: str, own: list[DrawnSymbol], expected: list[str], *, marked: bool, score: Score
) -> None:
    left = [symbol.kind for symbol in own]
    for kind in expected:
        right = kind in left
        if right:
            left.remove(kind)  # type: ignore[arg-type]
        score.kinds.add(right=right, marked=marked, what=f"{what}: no {kind}")
    for kind in left:
        score.kinds.add(right=False, marked=marked, what=f"{what}: a {kind} too much")


def _score_edges(name: str, edges: tuple[DrawnEdge, ...], truth: list[list[Any]], score: Score) -> None:
    wanted = [(e[0] - 1, None if e[1] is None else e[1] - 1, e[2] if len(e) > 2 else None) for e in truth]  # noqa: PLR2004
    for edge in edges:
        right = any(_alike(edge, one) for one in wanted)
        shown = f"{edge.source + 1}->{'end' if edge.target is None else edge.target + 1} {edge.branch or ''}"
        score.found.add(right=right, marked=edge.confidence < SURE, what=f"{name}: {shown} is not drawn")
    for one in wanted:
        right = any(_alike(edge, one) for edge in edges)
        marked = any(edge.source == one[0] and edge.confidence < SURE for edge in edges)
        shown = f"{one[0] + 1}->{'end' if one[1] is None else one[1] + 1} {one[2] or ''}"
        score.drawn.add(right=right, marked=marked, what=f"{name}: {shown} is missing")


def _alike(edge: DrawnEdge, one: tuple[int, int | None, str | None]) -> bool:
    return (edge.source, edge.target) == one[:2] and one[2] in {"*", edge.branch}


def main() -> None:
    """Read all labelled documents and print the figures, and with --wrong every wrong value."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print every wrong value")
    options = parser.parse_args()
    knowledge, score = Knowledge(), Score()
    for name, truth in sorted(json.loads(options.labels.read_text(encoding="utf-8")).items()):
        start = perf_counter()
        try:
            document = read_pdf((options.folder / f"{name}.pdf").read_bytes(), name)
            draft = drafts(document, knowledge)[0]
        except SopkitError as error:
            print(f"{name}: {error.message.en}")
            continue
        score.slowest = max(score.slowest, perf_counter() - start)
        score_text(name, draft, truth, score)
        if truth["vector"]:
            score_flow(name, flow_of(document, knowledge), draft.steps, truth, score)
    report(score, wrong=options.wrong)


def report(score: Score, *, wrong: bool) -> None:
    """Print the figures."""
    rows = {
        "identity fields": score.identity,
        "lists of the identity": score.lists,
        "number of steps": score.steps,
        "waktu": score.waktu,
        "roles of a step": score.roles,
        "kinds of symbols": score.kinds,
        "edges, precision": score.found,
        "edges, recall": score.drawn,
    }
    for title, count in rows.items():
        print(f"{title:24} {count}")
        for line in count.wrong if wrong else ():
            print(f"    {line}")
    print(f"{'slowest document':24} {score.slowest:.2f} s")


if __name__ == "__main__":
    main()
