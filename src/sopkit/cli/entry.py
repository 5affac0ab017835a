"""The way in: a quick one for what is plainly asked, and the last line of defence: nobody sees a traceback unasked."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from io import TextIOWrapper
from types import ModuleType

from sopkit.cli.status import Status


def run(arguments: list[str]) -> int:
    """Run the command with `arguments` and return its exit status; the process should end with it."""
    debug = "--debug" in arguments
    _without_plugins()
    _prepare_streams()
    try:
        _dispatch([word for word in arguments if word != "--debug"])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Status.CLEAN
    except Exception as error:  # noqa: BLE001 - whatever it is, it is ours, and is told in one sentence
        return _internal(error, debug=debug)
    finally:
        gc.freeze()  # to look for cycles in all that is imported once more at the end takes a tenth of a start
    return Status.CLEAN


def _dispatch(arguments: list[str]) -> None:
    if arguments[:1] == ["validate"]:
        # what is imported and what a check makes lives long and hardly ever has cycles: to look for some takes a fiftieth of it all
        gc.set_threshold(500_000, 20, 50)
        from sopkit.cli.quick import read_options  # noqa: PLC0415 - keeps --help fast

        asked = read_options(arguments[1:])
        if asked is not None:
            from sopkit.cli.checking import validate_files  # noqa: PLC0415 - the same

            validate_files(asked)
            return
    from sopkit.cli.main import app  # noqa: PLC0415 - typer takes longer than a file

    app(args=arguments, prog_name="sopkit")


def _without_plugins() -> None:
    """Give pydantic no plugins: what others install beside it has no part in a check.

    To look for some imports a reader of packages and one of mail, which takes longer than ten files; so the place where it looks
    is taken. A pydantic that looks elsewhere finds what it would have found, later.
    """
    loader = ModuleType("pydantic.plugin._loader")
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def _internal(error: Exception, *, debug: bool) -> Status:
    if debug:
        import traceback  # noqa: PLC0415 - only when something went wrong

        traceback.print_exception(error)
    elif sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(
                f"sopkit: kesalahan internal / internal error: {type(error).__name__}: {error}\n"
                "sopkit: jalankan lagi dengan --debug dan laporkan / run again with --debug and report it\n"
            )
    return Status.INTERNAL


def _prepare_streams() -> None:
    """Reports are UTF-8 wherever they are kept; a terminal that cannot show a character shows its escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
