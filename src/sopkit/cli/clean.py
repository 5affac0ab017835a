"""`sopkit clean`: throw away what earlier runs kept."""

from __future__ import annotations

from sopkit.cli.options import ConfigOption, LangOption
from sopkit.cli.shell import Shell
from sopkit.errors import Text


def clean(lang: LangOption = None, config: ConfigOption = None) -> None:
    """Delete .sopkit_cache, the results that earlier runs kept. The next run takes as long as the first one."""
    with Shell(lang) as shell:
        from sopkit.app.cache import clear  # noqa: PLC0415 - keeps --help fast
        from sopkit.app.ground import find_ground  # noqa: PLC0415 - the same
        from sopkit.app.kept import cache_folder  # noqa: PLC0415 - the same

        folder = cache_folder(find_ground(shell.checked([]), config))
        clear(folder)
        shell.say(Text(f"{folder} sudah tidak ada", f"{folder} is gone"))
