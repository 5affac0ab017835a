"""PLK005: the columns do not stand in the order in which they first appear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.questions import Keys
    from sopkit.lint.rule import LintContext
    from sopkit.model.sop import Sop


@question(Subject.KEYS)
def is_out_of_order(keys: Keys, _: Knowledge) -> bool:
    """Whether the columns are not in the order in which steps first name them; those of one step count as in order."""
    named, columns = keys
    return named != columns


@rule("PLK005", "urutan-kolom", Severity.INFO, since="0.1", screen=(is_out_of_order,))
def column_order(context: LintContext) -> Iterator[Issue]:
    """Urutan kolom pelaksana berbeda dengan urutan kemunculannya. / The columns are not in order of first appearance.

    ## Mengapa
    Diagram alir lebih mudah dibaca bila prosedur mulai di kolom paling kiri dan setiap pelaksana baru berada di kanan yang
    sudah muncul: garisnya lebih pendek dan lebih jarang bersilangan. Urutan menurut jenjang jabatan tidak salah, hanya
    lebih sulit diikuti.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      kadis: Kepala Dinas
      agendaris: Agendaris
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: agendaris
      - kegiatan: Memberi disposisi
        pelaksana: kadis
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      agendaris: Agendaris
      kadis: Kepala Dinas
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: agendaris
      - kegiatan: Memberi disposisi
        pelaksana: kadis
    ```
    """
    first = _first_appearance(context.sop)
    printed = [key for key in context.sop.pelaksana if key in first]
    places = [first[key] for key in printed]
    if places == sorted(places):
        return
    wanted = sorted(printed, key=lambda key: first[key])
    order = ", ".join(context.sop.pelaksana[key].nama for key in wanted)
    yield Issue(
        ("pelaksana",),
        Text(
            "kolom pelaksana tidak menurut urutan kemunculannya dalam langkah",
            "the columns are not in the order in which the steps first name them",
        ),
        help=Text(f"urutan menurut kemunculannya: {order}", f"in order of first appearance: {order}"),
        at_key=True,
    )


def _first_appearance(sop: Sop) -> dict[str, tuple[int, int]]:
    """By key, the first step and the place in its handover; those who work together share a place."""
    first: dict[str, tuple[int, int]] = {}
    for i, step in enumerate(sop.langkah):
        for j, key in enumerate(step.pelaksana.kunci):
            if key not in first:
                first[key] = (i, 0 if step.pelaksana.bersama else j)
    return first
