"""PLK008: the text of a step says that the role of another column does the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.lint.language.acting import doers, may_have_doers
from sopkit.lint.language.verbs import is_not_active, verbs_of
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.role_text import Role
    from sopkit.lint.language.roles import Column, Roles
    from sopkit.lint.rule import LintContext


@question(Subject.ROLES)
def has_active_name(roles: Roles, knowledge: Knowledge) -> bool:
    """Whether a column bears a name that begins as a kegiatan does by rights, with an active verb or a condition."""
    verbs = verbs_of(knowledge)
    own = (phrase for group in roles.vocabulary.phrases.values() for phrase in group if phrase.closed)
    return any(verbs.is_active(one.words[0]) or one.words[0] in verbs.conditions for one in own)


@rule(
    "PLK008",
    "pelaku-lain-di-teks",
    Severity.WARNING,
    since="0.1",
    screen=(may_have_doers, is_not_active, has_active_name),
)
def another_role_acts(context: LintContext) -> Iterator[Issue]:
    """Menurut kalimatnya, langkah dikerjakan peran dari kolom lain. / By its text, another column's role does the step.

    ## Mengapa
    Simbol langkah berada di kolom pelaksananya. Bila kalimatnya menyebut pelaku lain (“Kabid memeriksa …”, “diperiksa oleh
    Kabid”), salah satu dari keduanya keliru, atau langkah itu sebenarnya dua langkah.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    pelaksana:
      analis: Analis Perikanan Tangkap
      kabid: Kepala Bidang Perikanan Tangkap
    langkah:
      - kegiatan: Menyusun laporan bulanan
        pelaksana: analis
      - kegiatan: Kabid memeriksa laporan bulanan
        pelaksana: analis
      - kegiatan: Menandatangani laporan bulanan
        pelaksana: kabid
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    pelaksana:
      analis: Analis Perikanan Tangkap
      kabid: Kepala Bidang Perikanan Tangkap
    langkah:
      - kegiatan: Menyusun laporan bulanan
        pelaksana: analis
      - kegiatan: Memeriksa laporan bulanan
        pelaksana: kabid
      - kegiatan: Menandatangani laporan bulanan
        pelaksana: kabid
    ```
    """
    roles = context.roles
    for i, text in context.kegiatan:
        keys = context.sop.langkah[i].pelaksana.kunci
        if not keys or any(key not in context.sop.pelaksana for key in keys):
            continue  # who does the step is not known, and said elsewhere
        for chain in doers(text, roles):
            others = [_columns(mention.role, roles) for mention in chain]
            if all(others) and not any(column.key in keys for columns in others for column in columns):
                own = " dan ".join(context.sop.pelaksana[key].nama for key in keys)
                yield _issue(i, text[chain[0].start : chain[0].end], others[0][0], own)
                break


def _columns(role: Role, roles: Roles) -> tuple[Column, ...]:
    """The columns of `role`; of a common word ("tim") only the column that bears just that name."""
    columns = roles.columns_of(role)
    if role.name not in roles.generic:
        return columns
    return tuple(
        column for column in columns if any(roles.same(role, own) for own in column.roles + column.aliases)
    )


def _issue(step: int, name: str, column: Column, own: str) -> Issue:
    return Issue(
        ("langkah", step, "kegiatan"),
        Text(
            f"menurut kalimatnya yang bekerja “{name}”, tetapi pelaksana langkah ini “{own}”",
            f"by its text “{name}” acts, but the pelaksana of this step is “{own}”",
        ),
        help=Text(
            f"pindahkan langkah ke kolom {column.heading}, pecah menjadi dua langkah, atau hapus pelaku dari kalimat",
            f"move the step to the column {column.heading}, make it two steps, or leave the actor out of the text",
        ),
        related=(
            (("langkah", step, "pelaksana"), Text("pelaksana langkah ini", "the pelaksana of this step")),
        ),
        excerpt=name,
    )
