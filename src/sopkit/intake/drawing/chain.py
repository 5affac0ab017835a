"""The order of several symbols in one row: a hand-over inside the step, or work done together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True, slots=True)
class Chain:
    """The symbols of a row by id with their order from 0; equal orders stand for work done together.

    `clear` is true where arrows lead through all of them one after the other, or where each is entered from outside.
    """

    order: tuple[tuple[str, int], ...]
    clear: bool


def chain(
    symbols: Sequence[str],
    leads: AbstractSet[tuple[str, str]],
    entered: AbstractSet[str],
    left: AbstractSet[str],
) -> Chain:
    """The order of the symbols of a row, which come in from left to right.

    `leads` are the arrows between them, `entered` those with an arrow from another row, `left` those with one to
    another row.
    """
    if len(symbols) == 1:
        return Chain(((symbols[0], 0),), clear=True)
    if not leads:
        return _unlinked(symbols, entered, left)
    first = _first(symbols, leads, entered)
    found = _walk(first, symbols, leads)
    steps = list(pairwise(found))
    clear = all(step in leads and (step[1], step[0]) not in leads for step in steps)
    return Chain(tuple((name, index) for index, name in enumerate(found)), clear)


def _unlinked(symbols: Sequence[str], entered: AbstractSet[str], left: AbstractSet[str]) -> Chain:
    together = len(entered & set(symbols)) > 1 or len(left & set(symbols)) > 1
    if together:
        return Chain(tuple((name, 0) for name in symbols), clear=set(symbols) <= entered | left)
    ahead = [name for name in symbols if name in entered]
    behind = [name for name in symbols if name in left and name not in ahead]
    rest = [name for name in symbols if name not in ahead and name not in behind]
    return Chain(tuple((name, index) for index, name in enumerate((*ahead, *rest, *behind))), clear=False)


def _first(symbols: Sequence[str], leads: AbstractSet[tuple[str, str]], entered: AbstractSet[str]) -> str:
    """Where the row begins: not led to from inside, entered from outside, furthest to the left."""
    inner = {target for _, target in leads}
    return min(
        symbols,
        key=lambda name: (name in inner and name not in entered, name not in entered, symbols.index(name)),
    )


def _walk(first: str, symbols: Sequence[str], leads: AbstractSet[tuple[str, str]]) -> list[str]:
    """All symbols, each after those that lead to it as far as loops allow, beginning at `first`."""
    found = [first]
    while len(found) < len(symbols):
        left = [name for name in symbols if name not in found]
        found.append(min(left, key=lambda name: _turn(name, found, left, symbols, leads)))
    return found


def _turn(
    name: str,
    found: Sequence[str],
    left: Sequence[str],
    symbols: Sequence[str],
    leads: AbstractSet[tuple[str, str]],
) -> tuple[bool, bool, int, int]:
    """What comes next first: led to by what has come, the latest of it first, and not waiting for what has not."""
    before = [index for index, other in enumerate(found) if (other, name) in leads]
    waiting = any((other, name) in leads and (name, other) not in leads for other in left)
    return not before, waiting, -max(before, default=0), symbols.index(name)


def positions(chains: Mapping[int, Chain]) -> dict[str, int]:
    """The place in its row of every symbol."""
    return {name: index for found in chains.values() for name, index in found.order}
