"""LKH007: an id of a step that names something else as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule
from sopkit.model.sop import SELESAI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.flow.graph import FlowGraph
    from sopkit.lint.knowledge import Knowledge
    from sopkit.source import DocPath


@question(Subject.FLOW)
def is_named(flow: FlowGraph, _: Knowledge) -> bool:
    """Whether steps have ids."""
    return flow.named


@rule("LKH007", "id-ganda", Severity.ERROR, since="0.1", screen=(is_named,))
def doubled_id(context: LintContext) -> Iterator[Issue]:
    """Satu id menunjuk dua hal. / One id names two things.

    ## Mengapa
    `lanjut` dan `keputusan` merujuk langkah dengan id atau nomor tercetaknya. Id yang dipakai dua langkah, yang sama dengan
    nomor langkah lain, atau yang berbunyi `selesai` membuat rujukan bermakna dua, dan alirannya dapat tergambar ke langkah
    yang salah tanpa ada yang menyadari.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pemberian Izin Ruang
    langkah:
      - id: periksa
        kegiatan: Memeriksa permohonan
      - id: periksa
        kegiatan: Memeriksa jadwal ruang
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pemberian Izin Ruang
    langkah:
      - id: periksa_permohonan
        kegiatan: Memeriksa permohonan
      - id: periksa_jadwal
        kegiatan: Memeriksa jadwal ruang
    ```
    """
    steps = context.sop.langkah
    printed: dict[str, int] = {}
    for i, number in enumerate(context.sop.nomor_langkah):
        printed.setdefault(number, i)
    seen: dict[str, int] = {}
    for i, step in enumerate(steps):
        if not step.id:
            continue
        if step.id in seen:
            yield _twice(step.id, i, seen[step.id])
        elif step.id == SELESAI:
            yield _end(i)
        elif printed.get(step.id, i) != i:
            yield _number(step.id, i, printed[step.id])
        seen.setdefault(step.id, i)


def _twice(name: str, second: int, first: int) -> Issue:
    return Issue(
        _path(second),
        Text(f"id “{name}” sudah dipakai langkah lain", f"the id “{name}” is taken by another step"),
        Text(
            "beri tiap langkah id sendiri, lalu sesuaikan rujukannya",
            "give each step an id of its own, then mend the references",
        ),
        related=((_path(first), Text("pertama dipakai di sini", "first used here")),),
    )


def _end(i: int) -> Issue:
    return Issue(
        _path(i),
        Text(
            f"id “{SELESAI}” berarti akhir prosedur dan tidak dapat menunjuk langkah",
            f"the id “{SELESAI}” means the end of the procedure and cannot name a step",
        ),
        Text("pilih id lain", "choose another id"),
    )


def _number(name: str, i: int, other: int) -> Issue:
    return Issue(
        _path(i),
        Text(
            f"id “{name}” sama dengan nomor langkah lain, sehingga rujukan ke {name} bermakna dua",
            f"the id “{name}” is the number of another step, so that a reference to {name} has two meanings",
        ),
        Text("pilih id yang berupa kata", "choose a word for an id"),
        related=((("langkah", other), Text("langkah dengan nomor itu", "the step with that number")),),
    )


def _path(i: int) -> DocPath:
    return ("langkah", i, "id")
