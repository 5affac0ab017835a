"""The command `sopkit`. Only the version is answered here, because it needs no import at all."""

import sys

from sopkit import __version__


def main() -> None:
    """Run the command and leave with its exit status."""
    if sys.argv[1:] == ["--version"]:
        print(f"sopkit {__version__}")  # noqa: T201 - importing a terminal library for one line costs 100 ms
        return
    from sopkit.cli.main import run  # noqa: PLC0415 - see above

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
