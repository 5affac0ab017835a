"""A drawing as a small picture of letters, to be typed in a test.

Distances are gone, order and meeting are kept: every coordinate that a symbol's centre or a line lies on is one place. Symbols
stand as their ids, their last letter counting; `┼` is a crossing or a joint on both sides, the others bends and joints.
"""

from __future__ import annotations

from itertools import pairwise

RIGHT, DOWN, LEFT, UP = 1, 2, 4, 8
LINES = dict(zip(range(16), " ╶╷┌╴─┐┬╵└│├┘┴┤┼", strict=True))


def sketch(page, routed):
    """The picture's lines."""
    nodes = {node.id: node for node in page.nodes}
    edges = {edge.id: edge for edge in page.edges}
    ways = []
    for path in routed.paths:
        edge = edges[path.connection]
        inner = path.points[1:-1]
        ways.append([nodes[edge.source].centre, *inner, nodes[edge.target].centre])
    spots = [node.centre for node in page.nodes] + [point for way in ways for point in way]
    xs, ys = (sorted({spot[axis] for spot in spots}) for axis in (0, 1))
    cells = {}
    for way in ways:
        for (ax, ay), (bx, by) in pairwise([(2 * xs.index(x), ys.index(y)) for x, y in way]):
            for x in range(min(ax, bx), max(ax, bx)):
                cells[x, ay] = cells.get((x, ay), 0) | RIGHT
                cells[x + 1, ay] = cells.get((x + 1, ay), 0) | LEFT
            for y in range(min(ay, by), max(ay, by)):
                cells[ax, y] = cells.get((ax, y), 0) | DOWN
                cells[ax, y + 1] = cells.get((ax, y + 1), 0) | UP
    signs = {place: LINES[mask] for place, mask in cells.items()}
    signs |= {(2 * xs.index(n.centre[0]), ys.index(n.centre[1])): n.id[-1] for n in page.nodes}
    width = 2 * len(xs) - 1
    return ["".join(signs.get((x, y), " ") for x in range(width)).rstrip() for y in range(len(ys))]
