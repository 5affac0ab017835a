"""The commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from sopkit import __version__
from sopkit.cli.clean import clean
from sopkit.cli.duration import duration
from sopkit.cli.explain import explain
from sopkit.cli.importing import import_documents
from sopkit.cli.merge_reports import merge_reports
from sopkit.cli.render import render
from sopkit.cli.rules import rules
from sopkit.cli.schema import schema
from sopkit.cli.templates import templates
from sopkit.cli.validate import validate

app = typer.Typer(
    name="sopkit",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="--debug anywhere shows the traceback of an internal error.",
)
for command in (validate, merge_reports, duration, render, templates, schema, rules, explain, clean):
    app.command()(command)
app.command("import")(import_documents)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"sopkit {__version__}")
        raise typer.Exit


@app.callback()
def sopkit(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Check, time and print the SOPs of Indonesian government offices from plain-text files."""
