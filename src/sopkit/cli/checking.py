"""What `sopkit validate` does once it is known what is asked. No typer in here: see `quick`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopkit.app.ground import files_meant, find_ground, is_whole
from sopkit.app.options import CheckOptions
from sopkit.app.session import How, Session
from sopkit.cli.progress import watched
from sopkit.cli.shell import Shell
from sopkit.cli.status import Status
from sopkit.diagnostics import Severity
from sopkit.errors import SopkitError, Text
from sopkit.files import write_whole
from sopkit.report import REPORTERS

if TYPE_CHECKING:
    from datetime import date

    from sopkit.app.shards import Shard
    from sopkit.report import CheckResult

ALONE = 400
"""Below so many files to read, other processes take longer to begin than they save."""


class Asked(NamedTuple):
    """What `sopkit validate` was asked, each option as it was typed; None and empty where it was not."""

    paths: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    lang: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    as_of: str | None = None
    statistics: bool = False
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    config: str | None = None
    jobs: str = "auto"
    shard: str | None = None
    no_cache: bool = False


Targets = list[tuple[str, str | None]]
"""Formats with the files they go to, None for standard output."""


def validate_files(asked: Asked) -> None:
    """Do what is asked; leaves with the exit status where that is not 0."""
    with Shell(asked.lang) as shell:
        _check_combination(asked)
        ground = find_ground(shell.checked(asked.paths), asked.config)
        files = files_meant(asked.paths, ground.root, ground.table_files())
        options = CheckOptions(
            select=_split(asked.select),
            ignore=_split(asked.ignore),
            fail_on=Severity(asked.fail_on) if asked.fail_on else None,
            as_of=_day(asked.as_of),
            whole=is_whole(files),
        )
        session = Session(ground, files, options, cached=not asked.no_cache)
        session.speak(shell.settle(session.terms.language))
        targets = targets_of(asked.format)
        if asked.fix or asked.diff:
            from sopkit.cli.fixing import fix_files  # noqa: PLC0415 - only where something is mended

            fix_files(files, session.project, session.options, shell, unsafe=asked.unsafe, diff=asked.diff)
        if asked.diff:
            return
        result = _run(session, asked, shell)
        if asked.write_baseline:
            from sopkit.cli.baselines import record  # noqa: PLC0415 - only with baselines

            record(result, asked.write_baseline, shell)
            return
        conclude(result, asked.baseline, targets, shell, counted=asked.statistics)


def _check_combination(asked: Asked) -> None:
    if asked.unsafe and not (asked.fix or asked.diff):
        raise SopkitError(
            Text(
                "--unsafe hanya berarti bersama --fix atau --diff",
                "--unsafe means something only with --fix or --diff",
            )
        )
    if asked.shard and (asked.baseline or asked.write_baseline):
        raise SopkitError(
            Text(
                "baseline dipakai saat bagian-bagian digabung: sopkit merge-reports --baseline",
                "a baseline is used when the parts are joined: sopkit merge-reports --baseline",
            )
        )


def _run(session: Session, asked: Asked, shell: Shell) -> CheckResult:
    def died(why: str, count: int) -> None:
        shell.warn(
            Text(
                f"sebuah proses mati ({why}); {count} berkasnya diperiksa lagi satu per satu",
                f"a process died ({why}); its {count} files are checked again one by one",
            )
        )

    auto = asked.jobs == "auto"
    jobs = _processors() if auto else _jobs(asked.jobs)
    how = How(shell.refuse, died, watched, jobs, ALONE if auto else 1)
    part = _shard(asked)
    return session.run_part(part, how) if part else session.run(how)


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:5]) <= MOST_JOBS:
        raise SopkitError(
            Text(
                f"--jobs {text} tidak dapat dipakai; tulis auto atau 1 sampai {MOST_JOBS}",
                f"--jobs {text} cannot be used; write auto or 1 to {MOST_JOBS}",
            )
        )
    return int(text)


MOST_JOBS = 256


def _processors() -> int:
    """The processors that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _shard(asked: Asked) -> Shard | None:
    if not asked.shard:
        return None
    from sopkit.app.shards import parse_shard  # noqa: PLC0415 - only for parts

    shard = parse_shard(asked.shard)
    if not any(name in {"json", "sarif"} for name, _ in targets_of(asked.format)):
        raise SopkitError(
            Text(
                "--shard perlu --format json atau sarif: hanya laporan itu dapat digabung",
                "--shard needs --format json or sarif: only these reports can be joined",
            )
        )
    return shard


def conclude(
    result: CheckResult, baseline: str | None, targets: Targets, shell: Shell, *, counted: bool
) -> None:
    """Report `result` in every format, without what the baseline holds; its findings settle the exit status."""
    if baseline:
        from sopkit.cli.baselines import compare_with  # noqa: PLC0415 - only with baselines

        result = compare_with(result, baseline, shell)
    _report(result, targets, shell, counted=counted)
    shell.raise_to(_status(result))


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _day(text: str | None) -> date | None:
    if not text:
        return None
    from sopkit.timing.parsing import parse_day  # noqa: PLC0415 - keeps runs without a day fast

    return parse_day(text)


def targets_of(formats: tuple[str, ...]) -> Targets:
    """Each format with the file it goes to; text on standard output where none is named.

    Raises:
        SopkitError: an unknown format, one file for two, or more than one on standard output.
    """
    formats = formats or ("text",)
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


def _report(result: CheckResult, targets: Targets, shell: Shell, *, counted: bool) -> None:
    """Write the result in every format; what is printed is only the counts of the rules where these are wanted."""
    for name, file in targets:
        if file:
            write_whole(Path(file), REPORTERS[name](result).encode())
        elif counted:
            from sopkit.report.statistics import statistics  # noqa: PLC0415 - rarely asked for

            shell.print(statistics(result))
        elif name == "text":
            from sopkit.cli.paint import terminal_paint  # noqa: PLC0415 - only where people read
            from sopkit.report.text import render_text  # noqa: PLC0415 - the same

            shell.print(render_text(result, terminal_paint()))
        else:
            shell.print(REPORTERS[name](result))


def _status(result: CheckResult) -> Status:
    if any(finding.code == "SOP000" for finding in result.findings):
        return Status.INTERNAL
    return Status.FOUND if result.failed else Status.CLEAN
