"""What is wrong where YAML cannot be read: the mistakes that people really make, in words that help.

The text at the place decides, not only the words of the parser, so that another parser gives the same findings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from sopkit.errors import Text
from sopkit.load.hints import unexplained
from sopkit.load.keys import every_key


class Explained(NamedTuple):
    """Where a syntax error really is (0-based character range), what it is, and what to do."""

    start: int
    end: int
    message: Text
    help: Text | None


_PLAIN_COLON = re.compile(
    r"^(?P<lead>[ ]*(?:- +)*(?:[^\s'\"#][^:#]*:[ ]+)?)(?P<text>[^'\"\[{&*!|>%@`#\s].*?)(?P<colon>:)(?=\s|$)"
)
_PLAIN_COLON_MESSAGE = Text(
    "teks berisi titik dua yang diikuti spasi, tanpa tanda kutip",
    "the text holds a colon followed by a blank and is not quoted",
)
_QUOTE_ALL = Text('beri tanda kutip pada seluruh teks: "…"', 'quote the whole text: "…"')
_STARTS = {
    "%": "tanda %",
    "@": "tanda @",
    "`": "tanda `",
    "*": "tanda *",
    "&": "tanda &",
    "[": "kurung siku",
    "{": "kurung kurawal",
    "!": "tanda !",
    "]": "kurung siku",
    "}": "kurung kurawal",
    ",": "koma",
    "?": "tanda tanya",
    "-": "tanda -",
    "|": "tanda |",
    ">": "tanda >",
}
_VALUE = re.compile(r"[ ]*(?:- +)*(?:[^\s'\"#:][^:#]*:[ ]+)?(?P<value>\S.*)$")


@dataclass(frozen=True, slots=True)
class Stop:
    """Where and why the parser stopped: its words, the 0-based index, where what it was reading began.

    `last` is the character range of the last text that it had read, None when there was none.
    """

    text: str
    problem: str
    context: str
    index: int
    context_index: int | None = None
    last: tuple[int, int] | None = None


def explain(stop: Stop) -> Explained:
    """What is wrong where the parser stopped."""
    text, problem, context, context_index = stop.text, stop.problem, stop.context, stop.context_index
    index = min(stop.index, len(text))
    line_start = _line_start(text, index)
    line_end = _line_end(text, line_start)
    line = text[line_start:line_end]
    return (
        _tab(text, index, line_start, line)
        or _unclosed_quote(text, problem, context, context_index)
        or _starts_badly(line, line_start, index, problem, context)
        or _colon(line, line_start, problem)
        or _without_key(text, problem, context_index)
        or _dash(line, line_start, problem)
        or _closed_late(text, problem, stop.last)
        or _after_quote(text, index, problem)
        or _colon_in_bracket(text, index, context_index, line_start)
        or _unclosed_bracket(text, index, context, context_index)
        or _too_deep(text, line, line_start, problem)
        or _indentation(text, index, problem)
        or Explained(index, line_end, *unexplained(problem))
    )


def _line_start(text: str, index: int) -> int:
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def _line_end(text: str, start: int) -> int:
    match = re.compile(r"[\r\n]|$").search(text, start)
    return match.start() if match else len(text)


def _tab(text: str, index: int, line_start: int, line: str) -> Explained | None:
    indent = line[: len(line) - len(line.lstrip())]
    at = line_start + indent.find("\t") if "\t" in indent else index
    if at >= len(text) or text[at] != "\t":
        return None
    return Explained(
        at,
        at + 1,
        Text("indentasi memakai tab", "indented with a tab"),
        Text(
            "ganti tab dengan spasi; YAML hanya mengenal spasi",
            "replace the tab with spaces; YAML knows only spaces",
        ),
    )


def _unclosed_quote(text: str, problem: str, context: str, context_index: int | None) -> Explained | None:
    if "quoted scalar" not in context or context_index is None:
        return None
    if "escape" in problem:
        return Explained(
            context_index,
            _line_end(text, context_index),
            Text(
                "garis miring terbalik \\ di dalam tanda kutip ganda tidak dikenal",
                "unknown escape with \\ in double quotes",
            ),
            Text("pakai tanda kutip tunggal '…', atau tulis \\\\", "use single quotes '…', or write \\\\"),
        )
    return Explained(
        context_index,
        context_index + 1,
        Text("tanda kutip tidak ditutup", "the quote is not closed"),
        Text(
            "tutup dengan tanda kutip yang sama di akhir teks",
            "close it with the same quote at the end of the text",
        ),
    )


def _starts_badly(line: str, line_start: int, index: int, problem: str, context: str) -> Explained | None:
    """A text that begins with a character that means something to YAML."""
    match = _VALUE.match(line)
    if not match:
        return None
    value, start = match["value"], line_start + match.start("value")
    first = value[0]
    at_start = index <= start + 1 and first in "%@`,]}"
    inside = start <= index <= line_start + len(line) and (
        (first in "*&" and ("alias" in context or "anchor" in context))
        or (first in "[{" and "expected" in problem and _closed_early(value))
        or (first == "!" and "tag" in context)
        or (first in "|>" and "block scalar" in context)
    )
    if not (at_start or inside):
        return None
    return Explained(
        start,
        line_start + len(line.rstrip()),
        Text(
            f"teks diawali {_STARTS[first]} tanpa tanda kutip",
            f"the text begins with {first} and is not quoted",
        ),
        _QUOTE_ALL,
    )


def _closed_early(value: str) -> bool:
    """Whether a bracket in front closes before the end of the text: `[Draf] menyusun`."""
    close = value.find("]" if value[0] == "[" else "}")
    return 0 < close < len(value.rstrip()) - 1


def _colon(line: str, line_start: int, problem: str) -> Explained | None:
    if "mapping values are not allowed" not in problem:
        return None
    match = _PLAIN_COLON.match(line)
    if not match or not match["lead"].rstrip().endswith((":", "-")):
        return None
    start = line_start + match.start("text")
    return Explained(
        start,
        line_start + len(line.rstrip()),
        _PLAIN_COLON_MESSAGE,
        _QUOTE_ALL,
    )


_NO_BLANK = re.compile(r"(?P<key>[A-Za-z_]\w*):(?P<value>[^\s:/].*)")
_ODD_COLON = re.compile(
    r"(?P<key>\w+)\s*(?P<odd>[\uff1a\ufe55\ua789]|:[\u00a0\u2000-\u200b\u202f\u205f\u3000])"
)
_NO_COLON = re.compile(r"(?P<key>\w+)(?:[ ]+(?P<value>.*))?")


def _without_key(text: str, problem: str, context_index: int | None) -> Explained | None:
    """A line that should begin with a key and a colon; the parser complains only at the next one."""
    if "could not find" not in problem or context_index is None:
        return None
    end = _line_end(text, context_index)
    return _almost_a_key(text[context_index:end].rstrip(), context_index) or Explained(
        context_index,
        end,
        Text("baris ini tidak berupa kunci: nilai", "this line is no key: value pair"),
        Text(
            "bila ini lanjutan teks di atasnya, beri spasi lebih banyak di depannya daripada kuncinya; "
            "bila kunci baru, tulis kunci: nilai",
            "if it continues the text above, indent it deeper than its key; if it is a new key, write key: value",
        ),
    )


def _almost_a_key(content: str, start: int) -> Explained | None:
    """A key whose colon or the blank behind it is missing or looks only like one."""
    odd = _ODD_COLON.match(content)
    if odd:
        return Explained(
            start + odd.start("odd"),
            start + odd.end("odd"),
            Text(
                f"titik dua atau spasi sesudah {odd['key']} adalah karakter khusus U+{ord(odd['odd'][-1]):04X}",
                f"the colon or the blank after {odd['key']} is a special character, U+{ord(odd['odd'][-1]):04X}",
            ),
            Text(
                "ketik ulang titik dua dan spasi biasa; biasanya terbawa saat menyalin dari Word",
                "type a plain colon and a plain blank; it usually comes along when copying from Word",
            ),
        )
    joined = _NO_BLANK.match(content)
    if joined:
        return _missing_blank(start, joined["key"], joined["value"])
    word = _NO_COLON.fullmatch(content)
    if word and word["key"] in every_key():
        return Explained(
            start,
            start + len(word["key"]),
            Text(f"titik dua sesudah {word['key']} kurang", f"the colon after {word['key']} is missing"),
            Text(
                f"tulis {word['key']}: {word['value'] or '…'}", f"write {word['key']}: {word['value'] or '…'}"
            ),
        )
    return None


def _missing_blank(start: int, key: str, value: str) -> Explained:
    return Explained(
        start,
        start + len(key) + 1,
        Text("spasi sesudah titik dua kurang", "the blank after the colon is missing"),
        Text(f"tulis {key}: {value}", f"write {key}: {value}"),
    )


_DASH = re.compile(r"[ ]*(?P<dash>-)(?P<value>[^\s-].*)")


def _dash(line: str, line_start: int, problem: str) -> Explained | None:
    match = _DASH.match(line)
    if match is None or "expected" not in problem:
        return None
    value = match["value"].rstrip()
    return Explained(
        line_start + match.start("dash"),
        line_start + match.end("dash"),
        Text("spasi sesudah tanda - kurang", "the blank after the dash is missing"),
        Text(f"tulis - {value}", f"write - {value}"),
    )


def _closed_late(text: str, problem: str, last: tuple[int, int] | None) -> Explained | None:
    """A quote that was forgotten at the end of its text closes only at the next one, lines below."""
    if last is None or "expected" not in problem or text[last[0] : last[0] + 1] not in ("'", '"'):
        return None
    if not re.search(r"[\r\n]", text[slice(*last)]):
        return None
    line = len(re.findall(r"\r\n|\r|\n", text[: last[1]])) + 1
    return Explained(
        last[0],
        _line_end(text, last[0]),
        Text(
            f"tanda kutip yang dibuka di sini baru tertutup di baris {line}",
            f"the quote that is opened here closes only on line {line}",
        ),
        Text("tutup dengan tanda kutip di akhir teksnya", "close it at the end of its text"),
    )


def _colon_in_bracket(text: str, index: int, context_index: int | None, line_start: int) -> Explained | None:
    if (
        context_index is None
        or text[context_index : context_index + 1] not in ("[", "{")
        or text[index : index + 1] != ":"
    ):
        return None
    if context_index < line_start:  # more likely it was to be closed on its own line
        return None
    before = re.search(r"[,\[{:][ ]*([^,\[{:]*)$", text[line_start:index])
    start = line_start + before.start(1) if before else line_start
    end = re.compile(r"[,\]}\r\n]|$").search(text, index)
    return Explained(start, end.start() if end else index + 1, _PLAIN_COLON_MESSAGE, _QUOTE_ALL)


def _too_deep(text: str, line: str, line_start: int, problem: str) -> Explained | None:
    """A key below a text, or not in line with any key above."""
    if "mapping values" not in problem and "expected" not in problem:
        return None
    content = line.lstrip(" ")
    above, above_start = _line_above(text, line_start)
    indent, indent_above = len(line) - len(content), _key_column(above)
    if not content or content.startswith("-") or indent_above is None:
        return None
    almost = _almost_a_key(above[indent_above:].rstrip(), above_start + indent_above)
    if almost and "mapping values" in problem:
        return almost
    if indent == indent_above or ":" not in content:
        return None
    return Explained(
        line_start + indent,
        line_start + len(line.rstrip()),
        Text("baris ini tidak sejajar dengan baris lain", "this line is not aligned with the others"),
        Text(
            f"indentasinya {indent} spasi, kunci di atasnya {indent_above}; samakan bila keduanya setingkat",
            f"its indent is {indent}, that of the key above {indent_above}; make them equal if they are of one level",
        ),
    )


def _line_above(text: str, line_start: int) -> tuple[str, int]:
    """The nearest line above that holds more than blanks and comments, and where it begins."""
    while line_start > 0:
        end = line_start - 1
        if text[end] == "\n" and text[end - 1 : end] == "\r":
            end -= 1
        line_start = _line_start(text, end)
        line = text[line_start:end]
        if line.strip() and not line.lstrip().startswith("#"):
            return line, line_start
    return "", 0


def _key_column(line: str) -> int | None:
    """How many characters stand in front of the key of a line, dashes included; None when it has no content."""
    match = re.match(r"[ ]*(?:- +)*(?=\S)", line)
    return match.end() if match else None


def _after_quote(text: str, index: int, problem: str) -> Explained | None:
    before = text[:index].rstrip(" ")
    if "expected" not in problem or not before.endswith(('"', "'")) or not text[index : index + 1].strip():
        return None
    return Explained(
        index,
        _line_end(text, index),
        Text("ada teks sesudah tanda kutip penutup", "there is text after the closing quote"),
        Text(
            "masukkan seluruh teks ke dalam tanda kutip; kutip di dalam teks ditulis '…'",
            "put the whole text inside the quotes; use '…' around text with \" in it",
        ),
    )


def _unclosed_bracket(text: str, index: int, context: str, context_index: int | None) -> Explained | None:
    if "flow" not in context:
        return None
    start = index if context_index is None else context_index
    if text[start : start + 1] not in ("[", "{"):
        start = max(text.rfind("[", 0, index), text.rfind("{", 0, index), 0)
    return Explained(
        start,
        start + 1,
        Text("kurung tidak ditutup atau koma kurang", "a bracket is not closed or a comma is missing"),
        Text(
            "periksa kurung [ ] { } dan koma di antaranya; teks yang diawali kurung diberi tanda kutip",
            "check the brackets and the commas; quote a text that begins with a bracket",
        ),
    )


def _indentation(text: str, index: int, problem: str) -> Explained | None:
    if "expected" not in problem and "mapping values" not in problem and "could not find" not in problem:
        return None
    return Explained(
        index,
        _line_end(text, index),
        Text(
            "baris ini tidak sejajar dengan baris lain, atau titik dua setelah kunci kurang",
            "this line is not aligned with the others, or the colon after a key is missing",
        ),
        Text(
            "samakan jumlah spasi di depan baris yang setingkat, dan tulis kunci: nilai",
            "give lines of one level the same indent, and write key: value",
        ),
    )
