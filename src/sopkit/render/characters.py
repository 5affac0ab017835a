"""Characters that no output format can show, made visible before a format's own escapes are applied."""

from __future__ import annotations

import re

from sopkit.printable import legal_xml

_CONTROL = re.compile("[\x7f-\x9f]")


def legal(text: str) -> str:
    r"""`text` with control characters, lone surrogates and the like written out, as `\x00`; tab and line ends stay.

    To what XML forbids come U+007F to U+009F: HTML calls them an error, and reads their numbers as other characters.
    """
    return _CONTROL.sub(lambda char: f"\\x{ord(char[0]):02x}", legal_xml(text))
