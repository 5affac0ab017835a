"""LKH001: the printed numbers of the steps jump, repeat or go back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.flow.graph import FlowGraph
    from sopkit.lint.knowledge import Knowledge
    from sopkit.model.sop import Sop
    from sopkit.source import DocPath

_NUMBER: Final = late(r"(\d{1,4})((?:[.-]?[A-Za-z]|\.\d{1,2})?)[.)]?", re.ASCII)
"""A whole number, with a letter or a second number for the parts of a step: 3, 3a, 3.1."""


class _Printed(NamedTuple):
    """A printed number that could be read: its text, its whole part, and whether it names a part of a step."""

    position: int
    text: str
    whole: int
    part: bool


@question(Subject.FLOW)
def is_numbered(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether steps have numbers of their own."""
    return flow.numbered


@rule("LKH001", "nomor-tidak-urut", Severity.ERROR, since="0.1", screen=(is_numbered,))
def numbering_out_of_order(context: LintContext) -> Iterator[Issue]:
    """Nomor langkah melompat, terulang, atau mundur. / Step numbers jump, repeat or go back.

    ## Mengapa
    Nomor langkah dipakai untuk merujuk: dalam keputusan, dalam keterangan, dan dalam rapat. Nomor yang melompat
    menimbulkan dugaan bahwa ada langkah yang hilang, dan nomor yang terulang membuat rujukan bermakna dua.
    Kolom No. pada format SOP AP (Lampiran PermenPAN-RB 35/2012) berisi nomor urut. Bagian langkah boleh diberi huruf: 3a, 3b.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Peminjaman Ruang Rapat
    langkah:
      - nomor: 1
        kegiatan: Menerima surat peminjaman
      - nomor: 2
        kegiatan: Memeriksa jadwal ruang
      - nomor: 4
        kegiatan: Menyerahkan kunci ruang
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Peminjaman Ruang Rapat
    langkah:
      - nomor: 1
        kegiatan: Menerima surat peminjaman
      - nomor: 2
        kegiatan: Memeriksa jadwal ruang
      - nomor: 3
        kegiatan: Menyerahkan kunci ruang
    ```
    """
    sop = context.sop
    seen: dict[str, int] = {}
    before: _Printed | None = _Printed(-1, "", 0, part=False)
    for i, text in enumerate(sop.nomor_langkah):
        number = _read(i, text)
        if number and before:
            message = _fault(before, number, repeated=number.text in seen)
            if message:
                yield _issue(sop, number, message, seen.get(number.text, before.position))
        if number:
            seen.setdefault(number.text, i)
        before = number


def _read(position: int, text: str) -> _Printed | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    return _Printed(position, text.strip().rstrip(".)").lower(), int(match[1]), part=bool(match[2]))


def _fault(before: _Printed, number: _Printed, *, repeated: bool) -> Text | None:
    """What is wrong with a number behind another; None when it follows."""
    expected = before.whole + 1
    fits = (expected, before.whole) if number.part else (expected,)
    if number.whole in fits and not repeated:
        return None
    if before.position < 0:
        return Text(
            f"nomor langkah pertama {number.text}, seharusnya 1",
            f"the first step has number {number.text}, 1 is expected",
        )
    if repeated:
        verb = Text("terulang", "repeats")
    elif number.whole > expected:
        verb = Text(f"melompat dari {before.text}", f"jumps from {before.text}")
    else:
        verb = Text(f"mundur dari {before.text}", f"goes back from {before.text}")
    return Text(
        f"nomor langkah {number.text} {verb.id}, seharusnya {expected}",
        f"step number {number.text} {verb.en}, {expected} is expected",
    )


def _issue(sop: Sop, number: _Printed, message: Text, other: int) -> Issue:
    return Issue(
        _path(sop, number.position),
        message,
        help=Text(
            "urutkan nomor langkah, lalu sesuaikan rujukan yang memakai nomor lama",
            "number the steps in order, then mend the references to the old numbers",
        ),
        related=((_path(sop, other), Text("langkah ini lebih dahulu", "this step comes first")),)
        if other >= 0
        else (),
    )


def _path(sop: Sop, i: int) -> DocPath:
    return ("langkah", i, "nomor") if sop.langkah[i].nomor else ("langkah", i)
