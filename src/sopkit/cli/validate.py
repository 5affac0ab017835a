"""`sopkit validate`: find what a careful reviewer would find."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sopkit.cli.baselines import compare_with, record
from sopkit.cli.fixing import fix_files
from sopkit.cli.options import ConfigOption, LangOption, Paths
from sopkit.cli.progress import watched
from sopkit.cli.shell import Shell
from sopkit.cli.status import Status
from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from datetime import date

    from sopkit.diagnostics import Severity
    from sopkit.report.result import CheckResult


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
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[=FILE]",
            help="text (default), json, sarif, github, gitlab or junit; with =FILE into a file. May be repeated.",
            show_default=False,
        ),
    ] = None,
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
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings of each rule instead.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, in place.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="With --fix: also mend what may change the meaning.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")
    ] = False,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="Be silent about the findings in this baseline.",
            show_default=False,
        ),
    ] = None,
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
) -> None:
    """Check SOPs and report what is wrong, where, why, and what to do.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong usage, 3 internal error.
    """
    with Shell(lang) as shell:
        if unsafe and not (fix or diff):
            raise SopkitError(
                Text(
                    "--unsafe hanya berarti bersama --fix atau --diff",
                    "--unsafe means something only with --fix or --diff",
                )
            )
        project = shell.open(paths or [], config)
        from sopkit.app.check import CheckOptions, check, read_inputs  # noqa: PLC0415 - keeps --help fast
        from sopkit.app.project import input_files, is_whole  # noqa: PLC0415 - the same

        files = input_files(paths or [], project)
        options = CheckOptions(
            language=shell.language,
            select=_split(select),
            ignore=_split(ignore),
            fail_on=_severity(fail_on),
            as_of=_day(as_of),
            whole=is_whole(files),
        )
        targets = _targets(format_ or ["text"])
        if fix or diff:
            fix_files(files, project, options, shell, unsafe=unsafe, diff=diff)
        if diff:
            return
        result = check(watched(read_inputs(files, project, shell.refuse), len(files)), project, options)
        if write_baseline:
            record(result, write_baseline, shell)
            return
        if baseline:
            result = compare_with(result, baseline, shell)
        _report(result, targets, shell, counted=statistics)
        shell.raise_to(_status(result))


def _split(values: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


def _severity(fail_on: FailOn | None) -> Severity | None:
    from sopkit.diagnostics import Severity  # noqa: PLC0415 - keeps --help fast

    return Severity(fail_on.value) if fail_on else None


def _day(text: str | None) -> date | None:
    from sopkit.timing.parsing import parse_day  # noqa: PLC0415 - keeps --help fast

    return parse_day(text) if text else None


def _targets(formats: list[str]) -> list[tuple[str, str | None]]:
    """Each format with the file it goes to, None for standard output, which can take only one."""
    from sopkit.report import REPORTERS  # noqa: PLC0415 - keeps --help fast

    targets = [(name, file or None) for name, _, file in (text.partition("=") for text in formats)]
    known = ", ".join(REPORTERS)
    for text, (name, _) in zip(formats, targets, strict=True):
        if name not in REPORTERS or text.endswith("="):
            raise SopkitError(
                Text(
                    f"format {text} tidak dikenal; pilih {known}, atau tulis ke berkas seperti json=hasil.json",
                    f"unknown format {text}; choose one of {known}, or write to a file as in json=result.json",
                )
            )
    files = [file for _, file in targets if file]
    if len(set(files)) < len(files):
        raise SopkitError(
            Text("dua format ditulis ke berkas yang sama", "two formats are written to the same file")
        )
    if sum(file is None for _, file in targets) > 1:
        raise SopkitError(
            Text(
                "hanya satu format dapat dicetak; tulis yang lain ke berkas, misalnya --format sarif=hasil.sarif",
                "only one format can be printed; send the others to files, such as --format sarif=result.sarif",
            )
        )
    return targets


def _report(
    result: CheckResult, targets: list[tuple[str, str | None]], shell: Shell, *, counted: bool
) -> None:
    """Write the result in every format; what is printed is only the counts of the rules where these are wanted."""
    from sopkit.cli.paint import terminal_paint  # noqa: PLC0415 - keeps --help fast
    from sopkit.files import write_whole  # noqa: PLC0415 - the same
    from sopkit.report import REPORTERS, render_text, statistics  # noqa: PLC0415 - the same

    for name, file in targets:
        if file:
            write_whole(Path(file), REPORTERS[name](result).encode())
        elif counted:
            shell.print(statistics(result))
        else:
            shell.print(render_text(result, terminal_paint()) if name == "text" else REPORTERS[name](result))


def _status(result: CheckResult) -> Status:
    if any(finding.code == "SOP000" for finding in result.findings):
        return Status.INTERNAL
    return Status.FOUND if result.failed else Status.CLEAN
