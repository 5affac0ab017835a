"""The command `sopkit`. What needs no terminal library is answered without one: it takes longer to import than to answer."""

import sys

from sopkit import __version__


def main() -> None:
    """Run the command and leave with its exit status; Ctrl-C ends it at once."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        print(f"sopkit {__version__}")  # noqa: T201 - the one line that needs nothing
        return
    try:
        from sopkit.cli.entry import run  # noqa: PLC0415 - see above

        sys.exit(run(arguments))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
