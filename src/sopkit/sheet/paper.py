"""The paper a sheet is laid out for, and what else an office chooses about the layout."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

PaperName = Literal["A4", "F4", "Legal", "Letter"]
IdentityPlace = Literal["terpisah", "menyatu"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper in landscape, in micrometres."""

    width: int
    height: int


PAPERS: Final[Mapping[PaperName, Paper]] = MappingProxyType(
    {
        "A4": Paper(297_000, 210_000),
        "F4": Paper(330_000, 215_000),
        "Legal": Paper(355_600, 215_900),
        "Letter": Paper(279_400, 215_900),
    }
)
"""The papers that offices print on, always landscape; F4 is the folio size of Indonesian offices."""


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """What is chosen: the paper, and whether the identity block has pages of its own or stands above the table."""

    paper: PaperName = "F4"
    identity: IdentityPlace = "terpisah"
