"""Lengths of the sheet as they are written into files."""

from __future__ import annotations


def mm(length: int) -> str:
    """Micrometres as millimetres without superfluous zeros: `12.25`, `0`, `-1`."""
    whole = f"{length / 1000:.3f}".rstrip("0").rstrip(".")
    return "0" if whole == "-0" else whole


def css_mm(length: int) -> str:
    """The same with its unit, as CSS wants it."""
    return f"{mm(length)}mm"


def css_place(percent: int, offset: int) -> str:
    """A share of what is around and an offset in micrometres, as CSS wants it."""
    if not percent or not offset:
        return css_mm(offset) if not percent else f"{percent}%"
    return f"calc({percent}% {'+' if offset > 0 else '-'} {mm(abs(offset))}mm)"
