"""What to say of YAML that cannot be read: the mistakes that people really make, in words that help.

The text at the place decides, not only the words of the parser, so that another parser gives the same findings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopkit.errors import Text

if TYPE_CHECKING:
    from sopkit.source import DocPath

ILLEGAL_CHARACTER = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, lone surrogates and invisible line separators: YAML forbids the first two and breaks lines at the third."""

EMPTY_FILE = Text("berkas kosong", "the file is empty")
EMPTY_FILE_HELP = Text(
    "isi sekurang-kurangnya sopkit: 1, nama, dan langkah", "write at least sopkit: 1, nama and langkah"
)
TOO_LARGE = Text("berkas lebih besar dari 1 MiB", "the file is larger than 1 MiB")
TOO_LARGE_HELP = Text(
    "satu berkas berisi satu SOP sebagai teks; pindahkan gambar atau lampiran keluar",
    "a file holds one SOP as text; move pictures and attachments out",
)
TOO_DEEP = Text("susunan lebih dalam dari 64 tingkat", "nested deeper than 64 levels")
TOO_DEEP_HELP = Text(
    "format SOP hanya enam tingkat; periksa kurung yang tidak ditutup",
    "the format has six levels; look for brackets that are not closed",
)
SECOND_DOCUMENT = Text(
    "berkas berisi lebih dari satu dokumen YAML", "the file holds more than one YAML document"
)
SECOND_DOCUMENT_HELP = Text(
    "pindahkan dokumen kedua (setelah ---) ke berkas sendiri", "move what follows --- to a file of its own"
)
COMPLEX_KEY = Text("kunci harus berupa teks", "a key must be a text")
COMPLEX_KEY_HELP = Text(
    "beri tanda kutip pada teks yang diawali ? atau kurung", "quote a text that begins with ? or a bracket"
)
MERGE_KEY = Text("kunci gabung << tidak dipakai dalam SOP", "merge keys (<<) are not used in an SOP")
MERGE_KEY_HELP = Text("tuliskan isinya di sini", "write the content here")


@dataclass(frozen=True, slots=True)
class Explained:
    """Where a syntax error really is (0-based character range), what it is, and what to do."""

    start: int
    end: int
    message: Text
    help: Text | None


def illegal_character(character: str) -> tuple[Text, Text]:
    """Message and help for a character that may not stand in a file."""
    name = f"U+{ord(character):04X}"
    return (
        Text(
            f"karakter tak tampak {name} tidak boleh ada di berkas",
            f"invisible character {name} is not allowed",
        ),
        Text(
            "hapus karakter itu; biasanya terbawa saat menyalin dari Word atau PDF",
            "delete it; it usually comes along when copying from Word or PDF",
        ),
    )


def unquoted_number(path: DocPath, value: str) -> tuple[Text, Text]:
    """Message and help for an identifier that other programs read as a number."""
    key = path[-1]
    return (
        Text(f"{key} {value} ditulis tanpa tanda kutip", f"{key} {value} is not quoted"),
        Text(f'tulis {key}: "{value}"', f'write {key}: "{value}"'),
    )


def duplicate_key(key: str, first_line: int) -> tuple[Text, Text]:
    """Message and help for a key that stands twice in one mapping."""
    return (
        Text(
            f"kunci {key} sudah ada di baris {first_line}", f"the key {key} is already on line {first_line}"
        ),
        Text("gabungkan keduanya atau hapus salah satu", "join the two or delete one"),
    )


def alias(name: str) -> tuple[Text, Text]:
    """Message and help for an alias."""
    return (
        Text(f"alias *{name} tidak dipakai dalam SOP", f"aliases (*{name}) are not used in an SOP"),
        Text(
            "beri tanda kutip bila ini teks, atau tuliskan isinya",
            "quote it if it is text, or write the content",
        ),
    )


def forbidden(anchor: str | None, tag: str | None) -> tuple[Text, Text]:
    """Message and help for an anchor or a tag."""
    advice = Text(
        "beri tanda kutip bila ini awal teks, atau hapus", "quote the text if it begins so, or delete it"
    )
    if anchor is not None:
        return Text(
            f"jangkar &{anchor} tidak dipakai dalam SOP", f"anchors (&{anchor}) are not used in an SOP"
        ), advice
    return Text(f"tag {tag} tidak dipakai dalam SOP", f"tags ({tag}) are not used in an SOP"), advice


def unexplained(problem: str) -> tuple[Text, Text]:
    """Message and help where nothing better is known; `problem` is the parser's own word."""
    return (
        Text("berkas tidak dapat dibaca sebagai YAML di sini", f"this cannot be read as YAML: {problem}"),
        Text(
            "periksa indentasi, titik dua, dan tanda kutip di baris ini dan baris sebelumnya",
            "check indentation, colons and quotes on this line and the one before",
        ),
    )


_PLAIN_COLON = re.compile(
    r"^(?P<lead>[ ]*(?:- +)*(?:[^\s'\"#][^:#]*:[ ]+)?)(?P<text>[^'\"\[{&*!|>%@`#\s].*?)(?P<colon>:)(?=\s|$)"
)
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


def explain(text: str, problem: str, context: str, index: int, context_index: int | None) -> Explained:
    """What is wrong at character `index` of `text`, where the parser stopped with `problem` (and `context`)."""
    index = min(index, len(text))
    line_start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    line_end = _line_end(text, line_start)
    line = text[line_start:line_end]
    return (
        _tab(text, index, line_start, line)
        or _unclosed_quote(text, problem, context, context_index)
        or _starts_badly(line, line_start, index, problem, context)
        or _colon(line, line_start, problem)
        or _after_quote(text, index, problem)
        or _unclosed_bracket(text, index, context, context_index)
        or _indentation(text, index, problem)
        or Explained(index, line_end, *unexplained(problem))
    )


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
        Text('beri tanda kutip pada seluruh teks: "…"', 'quote the whole text: "…"'),
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
        Text(
            "teks berisi titik dua yang diikuti spasi, tanpa tanda kutip",
            "the text holds a colon followed by a blank and is not quoted",
        ),
        Text('beri tanda kutip pada seluruh teks: "…"', 'quote the whole text: "…"'),
    )


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
