"""The way of one file: bytes → text → document → SOP."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sopkit.errors import Text
from sopkit.load import hints
from sopkit.load.codes import BYTE_ORDER_MARK, NOT_YAML, finding
from sopkit.load.document import read_document
from sopkit.load.places import Ranges
from sopkit.load.shape import to_sop
from sopkit.source import FILE_START, MAX_CHARACTERS, SourceFile, source_of

if TYPE_CHECKING:
    from sopkit.diagnostics import Finding
    from sopkit.load.places import Places
    from sopkit.model.sop import Sop

MAX_BYTES = MAX_CHARACTERS
"""1 MiB. A reader of files needs to read no more than one byte beyond it."""

_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_OFFICE = Text("dokumen Word atau Excel", "a document of Word or Excel")
_DOCUMENTS = {
    b"PK\x03\x04": _OFFICE,
    b"\xd0\xcf\x11\xe0": _OFFICE,
    b"{\\rtf": _OFFICE,
    b"%PDF": Text("dokumen PDF", "a PDF document"),
}
"""How files begin that are renamed rather than written anew."""


class Loaded(NamedTuple):
    """What became of one file: the SOP when it could be built, and in any case what was found on the way."""

    source: SourceFile
    sop: Sop | None
    places: Places
    findings: tuple[Finding, ...]


def load_bytes(name: str, data: bytes) -> Loaded:
    """Load the SOP in `data`, which reports call `name`. Never raises for what stands in it."""
    if len(data) > MAX_BYTES:
        return _refused(SourceFile(name, ""), hints.TOO_LARGE, hints.TOO_LARGE_HELP)
    document = next((what for mark, what in _DOCUMENTS.items() if data.startswith(mark)), None)
    if document is not None:
        return _refused(SourceFile(name, ""), *hints.other_document(document))
    if _is_utf16(data):
        return _refused(SourceFile(name, ""), hints.UTF16, hints.SAVE_AS_UTF8)
    had_bom = data.startswith(_UTF8_BOM)
    body = data[len(_UTF8_BOM) :] if had_bom else data
    try:
        return load(SourceFile(name, body.decode("utf-8"), had_bom))
    except UnicodeDecodeError as error:
        return _not_utf8(name, body, error.start)


def _is_utf16(data: bytes) -> bool:
    """Whether every other byte of the beginning is a NUL, or the mark of UTF-16 stands in front."""
    head = data[:64]
    half = len(head) // 2
    return data.startswith(_UTF16_BOMS) or (
        b"\0" in head
        and half > 1
        and any(head[at::2].count(0) >= half - 1 and head.count(0) <= half + 1 for at in (0, 1))
    )


def load(source: SourceFile) -> Loaded:
    """Load the SOP in `source`. Never raises for what stands in it."""
    document = read_document(source)
    first = (_bom(source),) if source.had_bom else ()
    if not document.usable:
        return Loaded(source, None, document.places, (*first, *document.findings))
    sop, findings = to_sop(document)
    return Loaded(source, sop, document.places, (*first, *document.findings, *findings))


def _bom(source: SourceFile) -> Finding:
    return finding(
        BYTE_ORDER_MARK,
        source,
        FILE_START,
        Text("berkas diawali tanda urutan bita (BOM)", "the file begins with a byte order mark (BOM)"),
        help=Text(
            'simpan sebagai "UTF-8", bukan "UTF-8 dengan BOM"', 'save as "UTF-8", not as "UTF-8 with BOM"'
        ),
    )


def _not_utf8(name: str, body: bytes, at: int) -> Loaded:
    # the text up to the first bad byte still gives line and column; the rest stands in as ?
    source = source_of(name, body)
    start = len(body[:at].decode("utf-8"))
    place = source.span(start, start + 1)
    found = finding(NOT_YAML, source, place, hints.NOT_UTF8, help=hints.SAVE_AS_UTF8)
    return Loaded(source, None, Ranges(source), (found,))


def _refused(source: SourceFile, message: Text, advice: Text) -> Loaded:
    return Loaded(
        source, None, Ranges(source), (finding(NOT_YAML, source, FILE_START, message, help=advice),)
    )
