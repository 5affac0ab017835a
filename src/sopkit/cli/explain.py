"""`sopkit explain`: the page of a rule."""

from __future__ import annotations

from typing import Annotated

import typer

from sopkit.cli.options import LangOption
from sopkit.cli.shell import Shell


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A code such as HKM001, or a name.")],
    lang: LangOption = None,
) -> None:
    """Explain a rule: why, a bad and a good example, how to suppress it. The pages are in Indonesian."""
    with Shell(lang) as shell:
        from sopkit.lint.pages import page  # noqa: PLC0415 - keeps --help fast

        shell.print(page(rule))
