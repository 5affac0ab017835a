"""`sopkit validate`: find what a careful reviewer would find."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sopkit.cli.options import (
    BaselineOption,
    ConfigOption,
    FindingsFormat,
    LangOption,
    Paths,
    StatisticsOption,
)


class FailOn(StrEnum):
    """From which severity on findings make the command fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_Codes = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        help="Codes, names or families, separated by commas; may be repeated.",
        show_default=False,
    ),
]


def validate(
    paths: Paths = None,
    format_: FindingsFormat = None,
    lang: LangOption = None,
    select: _Codes = None,
    ignore: _Codes = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on", help="Exit with 1 from this severity on. Default: error.", show_default=False
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Judge the age of SOPs on this day, such as 2026-01-02.",
            show_default=False,
        ),
    ] = None,
    statistics: StatisticsOption = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, in place.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="With --fix: also mend what may change the meaning.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")
    ] = False,
    baseline: BaselineOption = None,
    write_baseline: Annotated[
        str | None,
        typer.Option(
            "--write-baseline",
            metavar="FILE",
            help="Record today's findings as the baseline.",
            show_default=False,
        ),
    ] = None,
    config: ConfigOption = None,
    jobs: Annotated[
        str,
        typer.Option(
            "--jobs",
            metavar="N|auto",
            help="How many processes work. auto: one below 400 files, else one for each processor.",
        ),
    ] = "auto",
    shard: Annotated[
        str | None,
        typer.Option(
            "--shard",
            metavar="K/N",
            help="Check only the K-th of N parts of the files; sopkit merge-reports joins the reports.",
            show_default=False,
        ),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither use nor keep what earlier runs found.")
    ] = False,
) -> None:
    """Check SOPs and report what is wrong, where, why, and what to do.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong usage, 3 internal error.
    """
    from sopkit.cli.checking import Asked, validate_files  # noqa: PLC0415 - keeps --help fast

    validate_files(
        Asked(
            paths=tuple(paths or ()),
            format=tuple(format_ or ()),
            lang=lang.value if lang else None,
            select=tuple(select or ()),
            ignore=tuple(ignore or ()),
            fail_on=fail_on.value if fail_on else None,
            as_of=as_of,
            statistics=statistics,
            fix=fix,
            unsafe=unsafe,
            diff=diff,
            baseline=baseline,
            write_baseline=write_baseline,
            config=config,
            jobs=jobs,
            shard=shard,
            no_cache=no_cache,
        )
    )
