"""PLK007: two columns for one role under two names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.roles import Column, Roles
    from sopkit.lint.rule import LintContext


@question(Subject.ROLES)
def has_twins(roles: Roles, _: Knowledge) -> bool:
    """Whether two columns share a role."""
    return bool(_twins(roles))


@rule("PLK007", "peran-berkolom-ganda", Severity.WARNING, since="0.1", screen=(has_twins,))
def role_in_two_columns(context: LintContext) -> Iterator[Issue]:
    """Satu peran menempati dua kolom dengan nama berbeda. / One role has two columns under different names.

    ## Mengapa
    “Kasubag” dan “Kepala Sub Bagian” adalah jabatan yang sama. Bila keduanya menjadi kolom, langkah satu orang terbagi
    dua, dan pembaca mengira ada dua pelaksana.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      kasubag: Kasubag Umum
      kasubbag: Kepala Sub Bagian Umum
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: kasubag
      - kegiatan: Meneruskan surat masuk
        pelaksana: kasubbag
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pencatatan Surat Masuk
    pelaksana:
      kasubag: Kasubag Umum
    langkah:
      - kegiatan: Mencatat surat masuk
        pelaksana: kasubag
      - kegiatan: Meneruskan surat masuk
        pelaksana: kasubag
    ```
    """
    for twin, column in _twins(context.roles):
        yield _issue(twin, column)


@lru_cache(maxsize=256)
def _twins(roles: Roles) -> tuple[tuple[Column, Column], ...]:
    """The columns that share a role with one before them, each behind the first such; kept, as offices repeat their columns."""
    named = [roles.sameness(role) for column in roles.columns for role in column.roles + column.aliases]
    if len(set(named)) == len(named):
        return ()  # roles that are one would be there twice
    found = []
    for j, column in enumerate(roles.columns):
        twin = next((other for other in roles.columns[:j] if _share(other, column, roles)), None)
        if twin is not None:
            found.append((twin, column))
    return tuple(found)


def _share(one: Column, other: Column, roles: Roles) -> bool:
    return any(
        roles.same(role, twin) for role in one.roles + one.aliases for twin in other.roles + other.aliases
    )


def _issue(twin: Column, column: Column) -> Issue:
    return Issue(
        ("pelaksana", column.key),
        Text(
            f"kolom “{column.heading}” dan “{twin.heading}” menyebut peran yang sama",
            f"the columns “{column.heading}” and “{twin.heading}” name the same role",
        ),
        help=Text(
            "gabungkan menjadi satu kolom, atau bedakan judulnya dengan nama unit",
            "make them one column, or tell them apart by the name of the unit",
        ),
        related=((("pelaksana", twin.key), Text("kolom yang sama perannya", "the column of the same role")),),
        at_key=True,
    )
