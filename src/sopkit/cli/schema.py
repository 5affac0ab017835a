"""`sopkit schema`: the JSON Schema of the file format, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sopkit.cli.options import LangOption
from sopkit.cli.shell import Shell


def schema(
    out: Annotated[
        str | None,
        typer.Option(
            "--out", metavar="FILE", help="Write it to a file instead of printing it.", show_default=False
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Print the JSON Schema of the file format, so that editors complete and explain the keys."""
    with Shell(lang) as shell:
        from sopkit.files import write_whole  # noqa: PLC0415 - keeps --help fast
        from sopkit.model.schema import json_schema_text  # noqa: PLC0415 - the same

        if out:
            write_whole(Path(out), json_schema_text().encode())
        else:
            shell.print(json_schema_text())
