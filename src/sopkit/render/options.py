"""What a writer may be told besides the sheet: an office's own templates. Paper and such belong to the layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to write sheets. `templates` is a folder whose templates take the place of ours by the same name."""

    templates: Path | None = None
