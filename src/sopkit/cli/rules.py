"""`sopkit rules`: all rules in a list."""

from __future__ import annotations

from sopkit.cli.options import LangOption
from sopkit.cli.shell import Shell


def rules(lang: LangOption = None) -> None:
    """List every rule: code, severity, name, what it finds."""
    with Shell(lang) as shell:
        from sopkit.lint.pages import rule_list  # noqa: PLC0415 - keeps --help fast

        shell.print(rule_list(shell.language))
