"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Lang(StrEnum):
    """The languages of findings and reports."""

    ID = "id"
    EN = "en"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        help="Files and folders of SOPs. Default: sops/, else the folder of sopkit.toml. '-' is standard input.",
        show_default=False,
    ),
]
LangOption = Annotated[
    Lang | None,
    typer.Option(
        "--lang",
        help="Language of findings and reports: id (default) or en. Also SOPKIT_LANG and `bahasa` in sopkit.toml.",
        show_default=False,
    ),
]
ConfigOption = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Use this sopkit.toml instead of the one found upwards.",
        show_default=False,
    ),
]
FindingsFormat = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT[=FILE]",
        help="text (default), json, sarif, github, gitlab or junit; with =FILE into a file. May be repeated.",
        show_default=False,
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Be silent about the findings in this baseline.",
        show_default=False,
    ),
]
StatisticsOption = Annotated[
    bool, typer.Option("--statistics", help="Count the findings of each rule instead.")
]
TemplatesOption = Annotated[
    str | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help="An office's own templates in place of ours; see `sopkit templates`.",
        show_default=False,
    ),
]
