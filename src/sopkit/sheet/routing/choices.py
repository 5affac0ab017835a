"""Which ports a line may leave and enter by, among the lines already laid, and which of those it may join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.sheet.routing.compass import EAST, NORTH, SOUTH, WEST
from sopkit.sheet.routing.problem import Shape
from sopkit.sheet.routing.search import Exit, Goal
from sopkit.sheet.routing.traffic import CROSSED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.sheet.routing.measures import Costs
    from sopkit.sheet.routing.ports import Port
    from sopkit.sheet.routing.problem import Connection, Page
    from sopkit.sheet.routing.traffic import Traffic, Trail


class Choices:
    """The ports open to each connection of a page; `avoid` are pairs of a connection and a side it had better not leave by."""

    def __init__(self, page: Page, avoid: frozenset[tuple[int, int]], costs: Costs) -> None:
        self.shapes = {node.id: node.shape for node in page.nodes}
        self.edges = {edge.id: edge for edge in page.edges}
        self.avoid = avoid
        self.costs = costs

    def exits(self, edge: Connection, traffic: Traffic, push: int = 0) -> list[Exit]:
        """Where `edge` may leave its source: free ports, and with `push` held ones for that cost more."""
        ports = traffic.grid.ports[edge.source]
        held = self._held(edge.source, traffic)
        return [
            Exit(port, self._leaving(edge, port) + (push if port.side in held else 0))
            for port in ports
            if push or port.side not in held
        ]

    def goals(self, edge: Connection, traffic: Traffic, push: int = 0) -> list[Goal]:
        """Where `edge` may come in: free ports, the last runs of lines it may join, and with `push` held ports."""
        held = self._held(edge.target, traffic)
        goals: list[Goal] = []
        for port in traffic.grid.ports[edge.target]:
            if not port.approach:
                continue
            charge = self._entering(port)
            others = held.get(port.side, [])
            if not others:
                goals.append(Goal(port, charge, port.approach, 1, joins=False))
            elif all(self.may_join(edge, self.edges[number]) for number in others):
                run = max(
                    (last_run(traffic.trails[number], traffic.grid.strides) for number in others), key=len
                )
                meets = len(run) - len(port.approach) + 1
                goals.append(Goal(port, charge + self.costs.join, run, meets, joins=True))
            elif push:
                goals.append(Goal(port, charge + push, port.approach, 1, joins=False))
        return goals

    def may_join(self, edge: Connection, other: Connection) -> bool:
        """Whether two lines may share their last straight run."""
        return edge.arrow and other.arrow and edge.target == other.target

    def _held(self, node: str, traffic: Traffic) -> dict[int, list[int]]:
        """Numbers of the lines at each port of `node`, by side."""
        held: dict[int, list[int]] = {}
        for number, trail in traffic.trails.items():
            for port in (trail.leaves, trail.enters):
                if port.node == node:
                    held.setdefault(port.side, []).append(number)
        return held

    def _leaving(self, edge: Connection, port: Port) -> int:
        costs = self.costs
        by_side = {
            EAST: costs.exit_right,
            SOUTH: costs.exit_below,
            WEST: costs.exit_left,
            NORTH: costs.exit_top,
        }
        charge = 0 if self.shapes[port.node] is Shape.SEGILIMA else by_side[port.side]
        return port.length + charge + (costs.avoided if (edge.id, port.side) in self.avoid else 0)

    def _entering(self, port: Port) -> int:
        costs = self.costs
        by_side = {
            EAST: costs.enter_side,
            SOUTH: costs.enter_below,
            WEST: costs.enter_side,
            NORTH: costs.enter_top,
        }
        return port.length + (0 if self.shapes[port.node] is Shape.SEGILIMA else by_side[port.side])


def last_run(trail: Trail, strides: tuple[int, int, int, int]) -> tuple[int, ...]:
    """The points of a trail from its last bend to its end, or all of them where it has none."""
    points, stride = trail.points, strides[trail.enters.side ^ 2]
    first = len(points) - 1
    while first > 0 and points[first] - points[first - 1] == stride:
        first -= 1
    return points[first:]


def crossing_numbers(traffic: Traffic) -> Iterator[tuple[int, int]]:
    """Pairs of lines that cross, each once, in the order of the points of the grid."""
    owners: dict[int, list[int]] = {}
    for number, trail in traffic.trails.items():
        for point in trail.points:
            if traffic.used[point] & CROSSED == CROSSED:
                owners.setdefault(point, []).append(number)
    seen: set[tuple[int, int]] = set()
    for point in sorted(owners):
        numbers = sorted(owners[point])
        for i, one in enumerate(numbers):
            for other in numbers[i + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other
