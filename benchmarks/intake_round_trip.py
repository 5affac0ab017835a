"""How much of what sopkit draws it reads back: `python benchmarks/intake_round_trip.py [COUNT] [FIRST]`.

COUNT random SOPs (300) from the seed FIRST (0) on are laid out, written as PDF, read and compared: roles, kinds of symbols, edges
with their labels and all texts of the table, texts up to their line breaks. Prints every difference, then the shares.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopkit.errors import SopkitError
from sopkit.flow.graph import build_flow
from sopkit.intake.assemble import drafts
from sopkit.intake.compose import draft_yaml
from sopkit.intake.readers import read_source
from sopkit.lint.knowledge import Knowledge
from sopkit.load.loading import load_bytes
from sopkit.render.pdf import info_of, render_pdf
from sopkit.sheet.compose import compose
from sopkit.sheet.layout import layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.model.sop import Sop

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "sheet" / "samples.py"
Group = tuple[str, list[object], list[object]]
"""Kind of value, what was written, what was read."""


def random_sop(seed: int, steps: tuple[int, int] = (5, 40)) -> str:
    """The YAML of the random SOP that the tests of the sheet use, with so many steps, from the fewest to the most."""
    spec = importlib.util.spec_from_file_location("sheet_samples", SAMPLES)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SAMPLES)
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.random_sop(seed, steps=steps))


def loaded(text: str) -> Sop:
    """The SOP of a YAML text that is known to be one."""
    sop = load_bytes("sop.yaml", text.encode()).sop
    if sop is None:
        raise ValueError(text[:80])
    return sop


def drawn(sop: Sop) -> bytes:
    """The PDF of an SOP."""
    content = compose(sop, build_flow(sop))
    return render_pdf(layout(content), info_of(content))


def texts(sop: Sop) -> Iterator[object]:
    """All texts of the table and the title, without blanks: a line may break behind any."""
    for step in sop.langkah:
        times = [step.mutu_baku.waktu.text] if step.mutu_baku.waktu else []
        parts = (step.kegiatan, step.keterangan, *step.mutu_baku.kelengkapan, *times, *step.mutu_baku.output)
        yield from ((step.nomor, "".join((part or "").split())) for part in parts)
    yield from ("".join((part or "").split()) for part in (sop.nomor, sop.nama))


def groups(written: Sop, read: Sop) -> Iterator[Group]:
    """The values of both by kind."""
    yield "texts", list(texts(written)), list(texts(read))
    yield "steps", list(written.nomor_langkah), list(read.nomor_langkah)
    roles, kinds, edges = ([], []), ([], []), ([], [])  # type: tuple[Any, Any], tuple[Any, Any], tuple[Any, Any]
    for side, sop in enumerate((written, read)):
        flow = build_flow(sop)
        for number, step in enumerate(sop.langkah):
            roles[side].append((number, *(sop.pelaksana[key].nama for key in step.pelaksana.kunci)))
            kinds[side].append((number, step.keputusan is not None, step.pelaksana.bersama))
        edges[side].extend((edge.source, edge.target, edge.label) for edge in flow.edges)
    yield "roles of a step", *roles
    yield "kinds of a step", *kinds
    yield "edges", *edges


def main() -> None:
    """Compare COUNT SOPs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0  # noqa: PLR2004 - the script, COUNT, FIRST
    missing, extra, total, whole = Counter[str](), Counter[str](), Counter[str](), 0
    marks = 0
    for seed in range(first, first + count):
        sop = loaded(random_sop(seed))
        try:
            (draft,) = drafts(read_source(drawn(sop), "lembar.pdf"), Knowledge())
        except (SopkitError, ValueError) as error:
            print(f"{seed}: {error}")
            missing["documents"] += 1
            continue
        text = draft_yaml(draft)
        marks += text.count("# periksa:")
        clean = True
        for kind, written, read in groups(sop, loaded(text)):
            lost, gained = Counter(written) - Counter(read), Counter(read) - Counter(written)
            total[kind] += len(written)
            missing[kind] += lost.total()
            extra[kind] += gained.total()
            if lost or gained:
                clean = False
                print(f"{seed} {kind}: lost {list(lost)} gained {list(gained)}")
        whole += clean
    print(f"{'whole':20} {whole}/{count}")
    for kind in total:
        print(f"{kind:20} {total[kind]:6}  lost {missing[kind]}, gained {extra[kind]}")
    print(f"{'marks':20} {marks:6}")


if __name__ == "__main__":
    main()
