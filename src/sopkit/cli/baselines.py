"""The baseline side of `sopkit validate`: record the findings of old stock, and leave them out from then on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopkit.errors import Text

if TYPE_CHECKING:
    from sopkit.cli.shell import Shell
    from sopkit.report.result import CheckResult


def record(result: CheckResult, file: str, shell: Shell) -> None:
    """Write the findings of `result` as the baseline `file`."""
    from sopkit.app.baseline import baseline_text  # noqa: PLC0415 - keeps --help fast
    from sopkit.files import write_whole  # noqa: PLC0415 - the same

    write_whole(Path(file), baseline_text(result).encode())
    count = len(result.findings)
    shell.warn(Text(f"{count} temuan dicatat di {file}", f"recorded {count} findings in {file}"))


def compare_with(result: CheckResult, file: str, shell: Shell) -> CheckResult:
    """`result` without the findings of the baseline `file`; those that have vanished are told."""
    from sopkit.app.baseline import compare  # noqa: PLC0415 - keeps --help fast
    from sopkit.files import read_text  # noqa: PLC0415 - the same

    compared = compare(result, file, read_text(Path(file)))
    if compared.known:
        shell.warn(
            Text(
                f"{compared.known} temuan lama tidak ditampilkan",
                f"{compared.known} old findings are not shown",
            )
        )
    if compared.vanished:
        shell.warn(
            Text(
                f"{compared.vanished} temuan lama sudah tidak ada; perbarui dengan --write-baseline {file}",
                f"{compared.vanished} old findings are gone; renew with --write-baseline {file}",
            )
        )
    return compared.result
