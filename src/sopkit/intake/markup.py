"""Texts with remains of HTML and Markdown made plain: tags become line breaks or nothing, marks of emphasis fall away.

Only the standard library is used: the remains are too broken for anything that wants a document.
"""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_BREAKS = frozenset(("br",))
_PARAGRAPHS = frozenset(("p", "div", "ol", "ul", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(
    (
        "b",
        "i",
        "u",
        "em",
        "strong",
        "span",
        "font",
        "small",
        "sup",
        "sub",
        "a",
        "s",
        "mark",
        "center",
        "td",
        "th",
        "strike",
        "del",
        "ins",
        "o",
    )
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DROPPED = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1(?![\w*])", re.DOTALL)
_STRAY = re.compile(r"\*\*|(?:^|(?<=\n))#{1,6}\s+|(?:^|(?<=\n))>\s+|(?<!\\)`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>])")
_BLANKS = re.compile(r"[^\S\n]+")
_LIST_MARK = re.compile(r"•\s*(?=(?:\(?[0-9]{1,2}[.)]|[a-z][.)]|[-–•])\s*\S)")


def plain(text: str) -> str:
    """`text` without markup: items of lists begin with •, paragraphs are apart by an empty line, entities are characters.

    An item that has a number of its own keeps only that.
    """
    text = _DROPPED.sub("", _COMMENT.sub("", text))
    if "<" in text:
        text = _TAG.sub(lambda match: _replacement(match["name"].lower(), match[0]), text)
    text = _EMPHASIS.sub(r"\2", unescape(text))
    text = _ESCAPED.sub(r"\1", _STRAY.sub("", text))
    return tidy(text)


def tidy(text: str) -> str:
    """`text` with single blanks, no blanks around line breaks, and at most one empty line in a row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").replace("\u200b", "")
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return _LIST_MARK.sub("", joined)


def _replacement(name: str, tag: str) -> str:
    if name == "li":
        return "" if tag.startswith("</") else "\n\n• "
    if name in _BREAKS:
        return "\n"
    if name in _PARAGRAPHS:
        return "\n\n"
    return "" if name in _INLINE else tag
