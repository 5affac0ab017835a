"""PLK001: a step names a key that is no column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.language.roles import meant_key
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.questions import Keys
    from sopkit.lint.rule import LintContext
    from sopkit.model.sop import PelaksanaLangkah, Sop
    from sopkit.source import DocPath

_BETWEEN = late(r"\s*[,/&+;]\s*|\s+(?:dan|serta)\s+", re.IGNORECASE)


@question(Subject.KEYS)
def names_unknown(keys: Keys, _: Knowledge) -> bool:
    """Whether a step names a key that is none of a column."""
    named, columns = keys
    return not set(named) <= set(columns)


@rule("PLK001", "pelaksana-tak-dikenal", Severity.ERROR, since="0.1", screen=(names_unknown,))
def unknown_key(context: LintContext) -> Iterator[Issue]:
    """Pelaksana langkah tidak ada di daftar pelaksana. / A step names a role that is no column.

    ## Mengapa
    Setiap langkah menunjuk kolom melalui kuncinya. Kunci yang tidak ada di bagian `pelaksana` tidak punya kolom, sehingga
    simbol langkah itu tidak dapat digambar dan tidak jelas siapa yang bertanggung jawab. Biasanya kuncinya salah ketik,
    atau kolomnya sudah berganti nama.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      agendaris: Agendaris
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: agendris
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      agendaris: Agendaris
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: agendaris
    ```
    """
    columns = context.sop.pelaksana
    unknown = [
        (path, key)
        for i, step in enumerate(context.sop.langkah)
        for path, key in _places(("langkah", i, "pelaksana"), step.pelaksana)
        if key not in columns
    ]
    if unknown and not columns:
        yield _no_table(unknown)
        return
    for path, key in unknown:
        yield _unknown(path, key, context.sop)


def _places(path: DocPath, named: PelaksanaLangkah) -> Iterator[tuple[DocPath, str]]:
    """The keys of a step with their paths; a single one may be written without a list, and has the path of the whole."""
    if named.bersama:
        path = (*path, "bersama")
    if len(named.kunci) == 1:
        yield path, named.kunci[0]
        return
    for j, key in enumerate(named.kunci):
        yield (*path, j), key


def _no_table(unknown: list[tuple[DocPath, str]]) -> Issue:
    keys = list(dict.fromkeys(key for _, key in unknown))
    listed = ", ".join(f"“{key}”" for key in keys)
    return Issue(
        unknown[0][0],
        Text(
            f"berkas ini tidak punya bagian pelaksana, padahal langkahnya menyebut {listed}",
            f"this file has no pelaksana part, yet its steps name {listed}",
        ),
        help=Text(
            f"tambahkan bagian pelaksana di atas langkah, mis. {keys[0]}: judul kolomnya",
            f"add a pelaksana part above langkah, such as {keys[0]}: the heading of its column",
        ),
    )


def _several(key: str, sop: Sop) -> tuple[str, ...]:
    """The keys of the columns that a text names where only one key may stand, as in `a, b` or `a/b`; () for others."""
    parts = [part.strip() for part in _BETWEEN.split(key) if part.strip()]
    keys = [part if part in sop.pelaksana else meant_key(sop, part) for part in parts]
    return tuple(part for part in keys if part) if len(keys) > 1 and all(keys) else ()


def _in_a_list(path: DocPath, key: str, several: tuple[str, ...]) -> Issue:
    listed = ", ".join(several)
    return Issue(
        path,
        Text(f"“{key}” tidak ada di bagian pelaksana", f"“{key}” is not in the pelaksana part"),
        help=Text(
            f"tulis [{listed}] bila berurutan, atau {{bersama: [{listed}]}} bila bersama-sama",
            f"write [{listed}] where one hands over to the other, or {{bersama: [{listed}]}} where they work together",
        ),
    )


def _unknown(path: DocPath, key: str, sop: Sop) -> Issue:
    several = _several(key, sop)
    if several:
        return _in_a_list(path, key, several)
    near = meant_key(sop, key)
    listed = ", ".join(sop.pelaksana)
    return Issue(
        path,
        Text(f"“{key}” tidak ada di bagian pelaksana", f"“{key}” is not in the pelaksana part"),
        help=Text(f"maksudnya “{near}”?", f"did you mean “{near}”?")
        if near
        else Text(
            f"tambahkan kolomnya, atau pakai salah satu kunci ini: {listed}",
            f"add the column, or use one of these keys: {listed}",
        ),
        related=((("pelaksana", near), Text("kolom yang mirip", "the column with a similar key")),)
        if near
        else (),
    )
