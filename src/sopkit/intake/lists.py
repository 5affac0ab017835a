r"""Texts of cells made tidy: joined lines, lists split at their marks, dashes that stand for nothing.

In a cell \n is a line as printed and an empty line between two texts the end of a paragraph: where a format knows its
paragraphs, each may be an item of its own; where it only knows lines, marks and sentences must tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_NOTHING = re.compile(r"[\s.\-–—_:]*")
_NUMBER = re.compile(r"(?<!\S)\(?([0-9]{1,2})\s?[.),](?![0-9])\s*(?=\S)")
_LETTER = re.compile(r"(?<!\S)\(?([a-z])[.)]\s+(?=\S)")
_BULLET = re.compile(r"(?:^|(?<=\n))[^\S\n]*[-–—*•●▪■◦‣➢✓✔·]+[^\S\n]+|[•●▪■◦‣➢✓✔]\s*")
_BARE_NUMBER = re.compile(r"([0-9]{1,2})\s+(?=[A-Z(“\"])")
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def one_line(text: str) -> str:
    """`text` with all line breaks and blanks become single blanks."""
    return " ".join(text.split())


def lines(text: str) -> str:
    r"""`text` with its paragraphs on lines of their own: what is only wrapped in print becomes one line."""
    return "\n".join(joined_paragraphs(text))


def joined_paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, each on one line; one that begins in small letters goes on with the one before."""
    parts: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if parts and paragraph[:1].islower():
            parts[-1] = f"{parts[-1]} {one_line(paragraph)}"
        else:
            parts.append(one_line(paragraph))
    return parts


def is_nothing(text: str) -> bool:
    """Whether `text` holds nothing but blanks and dashes."""
    return _NOTHING.fullmatch(text) is not None


def items(text: str) -> tuple[str, ...]:
    """The items of the list that `text` is, without their marks; a text without marks is one item, nothing none."""
    if is_nothing(text):
        return ()
    found = _by_marks(text) or _by_paragraphs(text)
    return tuple(item for item in map(one_line, found) if not is_nothing(item))


def _by_marks(text: str) -> list[str]:
    for pattern, follows in ((_NUMBER, _next_number), (_LETTER, _next_letter)):
        cuts = _sequence(text, pattern, follows)
        if cuts:
            return [part for piece in _cut(text, cuts) for part in joined_paragraphs(piece)]
    bullets = [(match.start(), match.end()) for match in _BULLET.finditer(text)]
    if bullets and not text[: bullets[0][0]].strip():
        return [part for piece in _cut(text, bullets) for part in joined_paragraphs(piece)]
    return []


def _next_number(mark: str) -> str:
    return str(int(mark) + 1)


def _next_letter(mark: str) -> str:
    return chr(ord(mark) + 1)


def _sequence(text: str, pattern: re.Pattern[str], follows: Callable[[str], str]) -> list[tuple[int, int]]:
    """Where the marks of one list stand: the first at the beginning, then each that follows the one before."""
    cuts: list[tuple[int, int]] = []
    wanted: set[str] = {"1", "a"}
    for match in pattern.finditer(text):
        at_line = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
        if not cuts and text[: match.start()].strip():
            return []
        if match[1] in wanted or (at_line and cuts and match[1].isdigit()):
            cuts.append(match.span())
            wanted = {follows(match[1])}
    return cuts


def _cut(text: str, cuts: list[tuple[int, int]]) -> list[str]:
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    return [text[begin:end] for (_, begin), end in zip(cuts, ends, strict=True)]


def _by_paragraphs(text: str) -> list[str]:
    paragraphs = _paragraphs(text)
    numbers = [_BARE_NUMBER.match(paragraph) for paragraph in paragraphs]
    if numbers[0] is not None and numbers[0][1] == "1":
        expected = 1
        for i, match in enumerate(numbers):
            if match is not None and int(match[1]) == expected:
                paragraphs[i] = paragraphs[i][match.end() :]
                expected += 1
    return paragraphs


def _is_new(line: str, last: str) -> bool:
    """Whether a printed line begins an item: behind the end of a sentence, or with the word that the last one began with."""
    if not line[:1].isupper():
        return False
    return last.rstrip().endswith((";", ".")) or line.split(" ", 1)[0] == last.split(" ", 1)[0]


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`; one that goes on in small letters, or a line broken in a sentence, is joined to the last."""
    joined: list[str] = []
    for paragraph in re.split(r"\n\s*\n", _HYPHEN.sub("-", text).strip()):
        for number, line in enumerate(paragraph.splitlines()):
            begins = number == 0 and not line[:1].islower()
            if joined and not begins and not _is_new(line, joined[-1]):
                joined[-1] = f"{joined[-1]} {line}"
            else:
                joined.append(line)
    return joined or [""]
