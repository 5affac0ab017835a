"""PLK006: the heading of a column is too general, or names several roles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.roles import Column, Roles
    from sopkit.lint.rule import LintContext
    from sopkit.model.sop import Sop
    from sopkit.source import DocPath


@question(Subject.ROLES)
def has_unclear(roles: Roles, _: Knowledge) -> bool:
    """Whether a heading is unclear."""
    return bool(_unclear(roles))


@rule("PLK006", "judul-pelaksana-kurang-jelas", Severity.INFO, since="0.1", screen=(has_unclear,))
def heading_unclear(context: LintContext) -> Iterator[Issue]:
    """Judul kolom pelaksana terlalu umum atau menyebut beberapa peran. / A heading is too general or compound.

    ## Mengapa
    Pembaca harus tahu dari judul kolom siapa yang mengerjakan langkah. “Staf”, “Pelaksana”, atau “Bidang” dapat berarti
    siapa saja; judul seperti “Kabid dan Kasubbag” tidak menjelaskan siapa dari keduanya yang bertanggung jawab.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      staf: Staf
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: staf
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      staf: Staf Penerima Surat
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: staf
    ```
    """
    for column, issue in _unclear(context.roles):
        yield issue(_heading_path(column, context.sop), column)


@lru_cache(maxsize=256)
def _unclear(roles: Roles) -> tuple[tuple[Column, Callable[[DocPath, Column], Issue]], ...]:
    """The columns with an unclear heading and what is said of them, in order; kept, as offices repeat their columns."""
    found: list[tuple[Column, Callable[[DocPath, Column], Issue]]] = []
    for column in roles.columns:
        if _is_compound(column, roles):
            found.append((column, _compound))
        elif _is_general(column, roles):
            found.append((column, _general))
    return tuple(found)


def _heading_path(column: Column, sop: Sop) -> DocPath:
    """Where the heading stands: a mere text, or `nama` beside the aliases."""
    written_out = bool(sop.pelaksana[column.key].alias)
    return ("pelaksana", column.key, "nama") if written_out else ("pelaksana", column.key)


def _is_compound(column: Column, roles: Roles) -> bool:
    first, *others = column.roles
    if not others:
        return False
    if {role.name for role in column.roles} <= roles.served:
        return False  # "Masyarakat/Pemohon": whoever of them comes
    return any(not roles.same(first, other) for other in others)


def _is_general(column: Column, roles: Roles) -> bool:
    role = column.roles[0]
    return role.name in roles.generic and roles.vocabulary.grammar.vague.issuperset(role.unit)


def _compound(path: DocPath, column: Column) -> Issue:
    return Issue(
        path,
        Text(
            f"judul kolom “{column.heading}” menyebut lebih dari satu peran",
            f"the heading “{column.heading}” names more than one role",
        ),
        help=Text(
            "beri tiap peran kolomnya sendiri, atau sebut satu peran yang bertanggung jawab",
            "give each role a column of its own, or name the one that answers for the step",
        ),
    )


def _general(path: DocPath, column: Column) -> Issue:
    return Issue(
        path,
        Text(
            f"judul kolom “{column.heading}” terlalu umum: belum jelas siapa pelaksananya",
            f"the heading “{column.heading}” is too general: it does not tell who acts",
        ),
        help=Text(
            f"sebut jabatan atau tugasnya, mis. {column.heading} beserta nama jabatan atau unit",
            f"name the position or the task, such as {column.heading} with a position or a unit behind it",
        ),
    )
