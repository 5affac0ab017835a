"""What a writer may be told besides the content: the paper, and an office's own templates."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PaperName = Literal["A4", "F4", "Legal", "Letter"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper in landscape, in millimetres."""

    width: float
    height: float


PAPERS: Final[Mapping[PaperName, Paper]] = MappingProxyType(
    {
        "A4": Paper(297, 210),
        "F4": Paper(330, 215),
        "Legal": Paper(355.6, 215.9),
        "Letter": Paper(279.4, 215.9),
    }
)
"""The papers that offices print on, always landscape; F4 is the folio size of Indonesian offices."""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to write sheets. `templates` is a folder whose templates take the place of ours by the same name."""

    paper: PaperName = "F4"
    templates: Path | None = None
