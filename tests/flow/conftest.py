"""Flows typed as small pictures of their edges, and drawn back from a graph.

One line a step: `1 -> 2` (to the next row), `2 lanjut 3 4`, `3 ya 4 tidak 1`; `.` is the end, `?9` a reference to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sopkit.flow.graph import EdgeKind, FlowGraph, build_flow
from sopkit.model.sop import Sop

if TYPE_CHECKING:
    from collections.abc import Callable


def read_picture(picture: str) -> FlowGraph:
    """The flow of an SOP with one row a line, in the order of the lines."""
    rows = [line.split() for line in picture.strip().splitlines()]
    steps = []
    for number, *way in rows:
        step: dict[str, object] = {"kegiatan": f"Langkah {number}", "nomor": number}
        targets = ["selesai" if word == "." else word.lstrip("?") for word in way]
        if "ya" in way or "tidak" in way:
            step["keputusan"] = dict(zip(targets[::2], targets[1::2], strict=True))
        elif way[0] == "lanjut":
            step["lanjut"] = targets[1:]
        steps.append(step)
    return build_flow(Sop.model_validate({"sopkit": 1, "nama": "Gambar", "langkah": steps}))


def draw_picture(flow: FlowGraph) -> str:
    """The picture of a flow whose steps are numbered 1, 2, 3, in the order of its edges."""
    lines = []
    for step in range(flow.size):
        words = [str(step + 1)]
        for edge in flow.out(step):
            target = "." if edge.target is None else str(edge.target + 1)
            if edge.kind in (EdgeKind.YA, EdgeKind.TIDAK):
                words += [edge.kind.value, target]
            elif edge.kind is EdgeKind.NEXT:
                words += ["->", target]
            else:
                words += [target] if "lanjut" in words else ["lanjut", target]
        lines.append(" ".join(words))
    return "\n".join(lines)


@pytest.fixture(scope="session")
def read() -> Callable[[str], FlowGraph]:
    return read_picture


@pytest.fixture(scope="session")
def draw() -> Callable[[FlowGraph], str]:
    return draw_picture
