"""What to say of text and YAML that an SOP may not hold, in words that help. Errors of syntax are explained in `syntax`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.late import late

if TYPE_CHECKING:
    from sopkit.source import DocPath


ILLEGAL_CHARACTER = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Control characters, lone surrogates and invisible line separators; none of them is printable to Python.

YAML forbids the first two and breaks lines at the third.
"""

NOT_UTF8 = Text("berkas bukan teks UTF-8", "the file is not UTF-8 text")
UTF16 = Text("berkas disimpan sebagai UTF-16, bukan UTF-8", "the file is saved as UTF-16, not as UTF-8")
SAVE_AS_UTF8 = Text(
    "simpan ulang berkas dengan pengodean UTF-8 (di Notepad: Simpan Sebagai, Pengodean: UTF-8)",
    "save the file again in the encoding UTF-8 (in Notepad: Save As, Encoding: UTF-8)",
)
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
TOO_MANY = Text("lebih dari 1000 butir dalam satu daftar", "more than 1000 items in one list")
TOO_MANY_HELP = Text(
    "satu berkas berisi satu SOP; bagi prosedurnya menjadi beberapa SOP",
    "a file holds one SOP; divide the procedure into several",
)
TOO_LONG = Text("teks lebih panjang dari 20.000 karakter", "a text of more than 20,000 characters")
TOO_LONG_HELP = Text(
    "bagi menjadi daftar dengan tanda -, atau periksa tanda kutip yang tidak ditutup",
    "divide it into a list with dashes, or look for a quote that is not closed",
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


def other_document(what: Text) -> tuple[Text, Text]:
    """Message and help for a file that is a document of another program, `what`."""
    return (
        Text(f"berkas ini {what.id}, bukan teks", f"this is {what.en}, not text"),
        Text(
            "tulis SOP sebagai berkas teks; salin salah satu contoh dan ganti isinya",
            "write the SOP as a text file; copy one of the examples and change what stands in it",
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
