"""The commands put together, and the last line of defence: whoever uses sopkit never sees a traceback unasked."""

from __future__ import annotations

import sys
import traceback
from io import TextIOWrapper
from typing import Annotated

import typer

from sopkit import __version__
from sopkit.cli.duration import duration
from sopkit.cli.explain import explain
from sopkit.cli.importing import import_documents
from sopkit.cli.render import render
from sopkit.cli.rules import rules
from sopkit.cli.schema import schema
from sopkit.cli.status import Status
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
for command in (validate, duration, render, templates, schema, rules, explain):
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


def run(arguments: list[str]) -> int:
    """Run the command with `arguments` and return its exit status."""
    debug = "--debug" in arguments
    _prepare_streams()
    try:
        app(args=[word for word in arguments if word != "--debug"], prog_name="sopkit")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Status.CLEAN
    except Exception as error:  # noqa: BLE001 - whatever it is, it is ours, and is told in one sentence
        return _internal(error, debug=debug)
    return Status.CLEAN


def _internal(error: Exception, *, debug: bool) -> Status:
    if debug:
        traceback.print_exception(error)
    else:
        typer.echo(
            f"sopkit: kesalahan internal / internal error: {type(error).__name__}: {error}\n"
            "sopkit: jalankan lagi dengan --debug dan laporkan / run again with --debug and report it",
            err=True,
        )
    return Status.INTERNAL


def _prepare_streams() -> None:
    """Reports are UTF-8 wherever they are kept; a terminal that cannot show a character shows its escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
