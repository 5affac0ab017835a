"""The one thing that every writer is given: what stands on a sheet, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sopkit.sheet.layout import layout
from sopkit.sheet.paper import LayoutOptions

if TYPE_CHECKING:
    from sopkit.sheet.content import SheetContent
    from sopkit.sheet.model import Sheet


@dataclass(frozen=True)
class Subject:
    """An SOP to be written, whatever the number of formats."""

    content: SheetContent
    options: LayoutOptions = field(default_factory=LayoutOptions)

    @cached_property
    def sheet(self) -> Sheet:
        """The sheet laid out, when it is first asked for, and then kept.

        Raises:
            SopkitError: it cannot be laid out.
        """
        return layout(self.content, self.options)
