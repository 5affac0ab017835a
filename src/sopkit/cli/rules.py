"""`sopkit rules`: all rules in a list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sopkit.cli.options import LangOption
from sopkit.cli.shell import Shell


def rules(
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar="DIR",
            help="Write the pages of all rules to a folder instead.",
            show_default=False,
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    """List every rule: code, severity, name, what it finds."""
    with Shell(lang) as shell:
        from sopkit.files import write_whole  # noqa: PLC0415 - keeps --help fast
        from sopkit.lint.pages import all_pages, rule_list  # noqa: PLC0415 - the same

        if out is None:
            shell.print(rule_list(shell.language))
            return
        for name, text in all_pages().items():
            write_whole(Path(out) / name, text.encode())
