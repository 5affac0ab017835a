"""Which ports a line may leave and enter by, among the lines already laid, and which of those it may fork from or join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.sheet.routing.compass import EAST, NORTH, SOUTH, WEST
from sopkit.sheet.routing.problem import Shape
from sopkit.sheet.routing.search import Exit, Goal
from sopkit.sheet.routing.traffic import CROSSED, in_common

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
        """Where `edge` may leave its source: free ports, those of lines it may fork from, and with `push` held ones."""
        held = self._held(edge.source, traffic)
        exits: list[Exit] = []
        for port in traffic.grid.ports[edge.source]:
            charge, others = self._leaving(edge, port), held.get(port.side, [])
            if not others:
                exits.append(Exit(port, charge))
            elif all(self.may_fork(edge, other) and trail.leaves is port for other, trail in others):
                forks = tuple((trail, _last_fork(trail, traffic)) for _, trail in others)
                tangle = self.costs.tangle * (len(others) == 1 and traffic.ends_as_one(others[0][1]))
                exits.append(Exit(port, charge + self.costs.fork, forks, tangle))
            elif push:
                exits.append(Exit(port, charge + push))
        return exits

    def goals(self, edge: Connection, traffic: Traffic, push: int = 0) -> list[Goal]:
        """Where `edge` may come in: free ports, the lines it may join, and with `push` held ports."""
        held = self._held(edge.target, traffic)
        goals: list[Goal] = []
        for port in traffic.grid.ports[edge.target]:
            if not port.approach:
                continue
            charge = self._entering(port)
            others = held.get(port.side, [])
            if not others:
                goals.append(Goal(port, charge))
            elif all(self.may_join(edge, other) and trail.enters is port for other, trail in others):
                joints = tuple((trail, _first_joint(trail, traffic)) for _, trail in others)
                tangle = self.costs.tangle * (len(others) == 1 and traffic.begins_as_one(others[0][1]))
                goals.append(Goal(port, charge + self.costs.join, joints, tangle))
            elif push:
                goals.append(Goal(port, charge + push))
        return goals

    def may_join(self, edge: Connection, other: Connection) -> bool:
        """Whether two lines may end as one."""
        return edge.arrow and other.arrow and edge.target == other.target

    def may_fork(self, edge: Connection, other: Connection) -> bool:
        """Whether two lines may begin as one: branches that go on at once, never answers of a decision."""
        plain = edge.label is None and other.label is None
        return plain and edge.arrow and other.arrow and edge.source == other.source

    def _held(self, node: str, traffic: Traffic) -> dict[int, list[tuple[Connection, Trail]]]:
        """The lines at each port of `node`, by side."""
        held: dict[int, list[tuple[Connection, Trail]]] = {}
        for number, trail in traffic.trails.items():
            for port in (trail.leaves, trail.enters):
                if port.node == node:
                    held.setdefault(port.side, []).append((self.edges[number], trail))
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


def _last_fork(trail: Trail, traffic: Traffic) -> int:
    """Up to which point of a trail others may fork from it: before the arrowhead, and before lines from elsewhere join it."""
    joined = [
        in_common(trail.points[::-1], other.points[::-1])
        for other in traffic.trails.values()
        if other.enters is trail.enters and other is not trail
    ]
    return len(trail.points) - max(len(trail.enters.approach), *(count + 1 for count in joined), 1)


def _first_joint(trail: Trail, traffic: Traffic) -> int:
    """From which point of a trail others may join it: after its first run, where who reads looks for its label, and alone."""
    forked = [
        in_common(trail.points, other.points)
        for other in traffic.trails.values()
        if other.leaves is trail.leaves and other is not trail
    ]
    return max(trail.first_bend(traffic.grid.strides), *forked, 0)


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
