"""Loops in a flow: groups of steps each of which leads to every other (strongly connected components).

What a loop means for an SOP does not belong here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.flow.graph import Edge


def components(steps: Iterable[int], edges: Iterable[Edge]) -> list[frozenset[int]]:
    """The groups of `steps` that lie on loops of `edges`, by their smallest step; a step on no loop is in none.

    A step whose edge leads to itself is a group of its own.
    """
    onward: dict[int, set[int]] = {step: set() for step in steps}
    for edge in edges:
        if edge.target is not None:
            onward[edge.source].add(edge.target)
    reach = {step: _reached(step, onward) for step in onward}
    groups: list[frozenset[int]] = []
    seen: set[int] = set()
    for step in sorted(onward):
        if step in seen or step not in reach[step]:
            continue
        group = frozenset(other for other in reach[step] if step in reach[other])
        groups.append(group)
        seen |= group
    return groups


def _reached(start: int, onward: dict[int, set[int]]) -> set[int]:
    """All steps that at least one edge away from `start` can be reached; `start` itself only by a loop."""
    seen: set[int] = set()
    queue = [start]
    while queue:
        fresh = onward[queue.pop()] - seen
        seen |= fresh
        queue.extend(fresh)
    return seen
