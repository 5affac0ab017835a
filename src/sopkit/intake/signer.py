"""Who signed, from the text beside "Disahkan Oleh": post, name, rank and number, in whatever order and on however many lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.intake.lists import one_line

if TYPE_CHECKING:
    from sopkit.intake.words import Words

_NIP = re.compile(r"\bNIP\b[\s.:]*(?P<number>[0-9][0-9\s]{7,30}[0-9])", re.IGNORECASE)
_BARE_NIP = re.compile(r"(?<![0-9])(?P<number>(?:19|20)[0-9]{6}\s?[0-9]{6}\s?[12]\s?[0-9]{3})(?![0-9])")
_GRADE = r"(?:\s*[,/-]?\s*\(?\s*I[IV]{0,2}\s*[/.]?\s*[a-e]\s*\)?)?"
_RULE = re.compile(r"[_.…]{4,}|\bttd\b\.?|\bdto\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signer:
    """What stands beside "Disahkan Oleh"; None where it is not there. `why` says what is doubtful about the name."""

    jabatan: str | None = None
    nama: str | None = None
    pangkat: str | None = None
    nip: str | None = None
    why: Text | None = None


@lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rank = re.compile(rf"(?<!\w)(?:{words.alternatives('pangkat')}){_GRADE}(?=\W|$)", re.IGNORECASE)
    title = re.compile(rf"(?<![\w.])(?:{words.alternatives('gelar_depan')})\.\s*(?=[A-Z])")
    degree = re.compile(rf",\s*(?:{words.alternatives('gelar_belakang')}|S\.\s?\w+|M\.\s?\w+)\.?(?=\W|$)")
    return rank, title, degree


def read_signer(text: str, words: Words) -> Signer:
    """The parts of `text`; nothing is made up where a part is missing."""
    rank_pattern, _, _ = _patterns(words)
    nip = _NIP.search(text) or _BARE_NIP.search(text)
    number = one_line(nip["number"]) if nip else None
    if nip:
        text = text[: nip.start()] + "\n" + text[nip.end() :]
    text = _RULE.sub("\n", text)
    ranks = [match for match in rank_pattern.finditer(text) if not _inside_post(text, match)]
    rank = ranks[-1] if ranks else None
    if rank:
        text = text[: rank.start()] + "\n" + text[rank.end() :]
    lines = [line for line in map(_tidy, text.splitlines()) if line]
    post, name, why = _post_and_name(lines, words)
    return Signer(post, name, one_line(rank[0]).strip(" ,") if rank else None, number, why)


def _inside_post(text: str, match: re.Match[str]) -> bool:
    """Whether the words are part of a longer name: "Penata" in "Penata Kelola …"."""
    after = text[match.end() : match.end() + 20]
    return re.match(r"[^\S\n]+[A-Z][a-z]", after) is not None and "NIP" not in after


def _tidy(line: str) -> str:
    return one_line(line).strip(" ,;:-–")


def _post_and_name(lines: list[str], words: Words) -> tuple[str | None, str | None, Text | None]:
    """The post is what begins with the word for one, and lines going on with it; the name is the rest."""
    post: list[str] = []
    name: list[str] = []
    for line in lines:
        before, after = _split(line, words)
        if before and not name and (post or words.begins_with(before, "jabatan")):
            post.append(before)
        elif before:
            name.append(before)
        if after:
            name.append(after)
    if not name and len(post) > 1:
        return _last_line_as_name(post, words)
    doubtful = len(name) > 1
    return (
        one_line(" ".join(post)) or None,
        one_line(" ".join(name)) or None,
        _unsure(" ".join(name)) if doubtful else None,
    )


def _split(line: str, words: Words) -> tuple[str, str]:
    """A line cut where a name begins: at a title, else before a name with a degree behind it."""
    _, title, degree = _patterns(words)
    match = title.search(line)
    if match is not None:
        return line[: match.start()].strip(" ,"), line[match.start() :]
    if degree.search(line) and not words.begins_with(line, "jabatan"):
        return "", line
    return line, ""


def _last_line_as_name(post: list[str], words: Words) -> tuple[str | None, str | None, Text | None]:
    """A name without titles on the last line: two to five words, none of which names an agency."""
    *rest, last = post
    parts = last.split()
    agency = any(words.begins_with(last, key) for key in ("perangkat_daerah", "unit", "wilayah", "jabatan"))
    if agency or not 1 <= len(parts) <= 5 or any(part[:1].islower() for part in parts):  # noqa: PLR2004 - words of a name
        return " ".join(post), None, None
    return " ".join(rest), last, _unsure(last)


def _unsure(name: str) -> Text:
    return Text(
        f"nama pengesah dikira “{name}” karena berdiri di bawah jabatannya",
        f"“{name}” is taken for the signer's name because it stands below the post",
    )
