"""What a command asks of a check, beyond the settings. Nothing of how it is done belongs here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from sopkit.diagnostics import Severity
    from sopkit.errors import Language


class CheckOptions(NamedTuple):
    """What a command says beyond the settings; None and empty leave it to them.

    `whole` says that the inputs are a whole collection, so that what is not among them is not there.
    """

    language: Language = "id"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    as_of: date | None = None
    whole: bool = False
