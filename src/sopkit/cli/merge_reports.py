"""`sopkit merge-reports`: join the reports of the parts of one check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sopkit.cli.options import BaselineOption, ConfigOption, FindingsFormat, LangOption, StatisticsOption
from sopkit.cli.shell import Shell


def merge_reports(
    reports: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="The JSON or SARIF reports of all parts.")
    ],
    format_: FindingsFormat = None,
    baseline: BaselineOption = None,
    statistics: StatisticsOption = False,
    lang: LangOption = None,
    config: ConfigOption = None,
) -> None:
    """Join the reports of sopkit validate --shard K/N into the report that one run over all files gives.

    Runs the rules across files over what the parts carry. Run it where the SOPs are checked out, with the sopkit.toml that the
    parts were made with. Exit status as of sopkit validate.
    """
    with Shell(lang) as shell:
        from sopkit.app.session import join_parts  # noqa: PLC0415 - keeps --help fast
        from sopkit.app.shards import join  # noqa: PLC0415 - the same
        from sopkit.cli.checking import conclude, targets_of  # noqa: PLC0415 - the same
        from sopkit.files import read_text  # noqa: PLC0415 - the same

        targets = targets_of(tuple(format_ or ()))
        joined = join([(name, read_text(Path(name))) for name in reports], config)
        result = join_parts(joined, shell.settle(joined.options.language))
        conclude(result, baseline, targets, shell, counted=statistics)
