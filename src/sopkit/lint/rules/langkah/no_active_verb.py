"""LKH002: a kegiatan does not begin with an active verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Fix, Severity
from sopkit.errors import Text
from sopkit.lint.facts.steps import is_capsule
from sopkit.lint.language.roles import actors
from sopkit.lint.language.verbs import Form, Opening, begins_actively, is_not_active, opening, verbs_of
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.source import DocPath


@rule(
    "LKH002",
    "tanpa-kata-kerja-aktif",
    Severity.WARNING,
    since="0.1",
    screen=(is_not_active,),
)
def no_active_verb(context: LintContext) -> Iterator[Issue]:
    """Kegiatan tidak diawali kata kerja aktif. / A kegiatan does not begin with an active verb.

    ## Mengapa
    Lampiran PermenPAN-RB 35/2012 meminta uraian kegiatan diawali kata kerja aktif tanpa menyebut pelakunya: pelaku sudah
    tampak dari kolom pelaksana. Dengan “Menyusun …” jelas apa yang dikerjakan pada langkah itu; “Penyusunan …”, “Rapat …”,
    atau “Surat dikirim …” hanya menyebut nama pekerjaan atau keadaannya.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    langkah:
      - kegiatan: Pengumpulan data dari setiap seksi
      - kegiatan: Laporan disusun menurut format
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Laporan Bulanan
    langkah:
      - kegiatan: Mengumpulkan data dari setiap seksi
      - kegiatan: Menyusun laporan menurut format
    ```
    """
    verbs = verbs_of(context.knowledge)
    for i, text in context.kegiatan:
        if begins_actively(text, verbs):
            continue
        first = opening(text, verbs)
        if first is None or is_capsule(context.sop.langkah[i]):
            continue
        if actors(text, context.roles):
            continue  # it begins with who acts, which another rule says
        path = ("langkah", i, "kegiatan")
        yield Issue(path, _message(first), _help(first), excerpt=first.text, fix=_fix(path, text, first))


def _message(first: Opening) -> Text:
    kind = _KINDS[first.form]
    return Text(
        f"kegiatan diawali {kind.id} “{first.text}”, bukan kata kerja aktif",
        f"the kegiatan begins with {kind.en} “{first.text}”, not with an active verb",
    )


_KINDS: Final = {
    Form.ACTIVE: Text("kata kerja aktif", "the active verb"),
    Form.PASSIVE: Text("kata kerja pasif", "the passive verb"),
    Form.BARE: Text("kata dasar", "the bare stem"),
    Form.NOUN: Text("kata benda", "the noun"),
    Form.OTHER: Text("kata", "the word"),
}


def _help(first: Opening) -> Text:
    if first.active is None:
        return Text(
            "awali dengan kata kerja aktif yang menyebut apa yang dikerjakan, misalnya “Menyusun …”",
            "begin with an active verb that says what is done, such as “Menyusun …”",
        )
    return Text(f"awali dengan “{first.active} …”", f"begin with “{first.active} …”")


def _fix(path: DocPath, text: str, first: Opening) -> Fix | None:
    """The verb in place of the word: unsafe, because the rest of the sentence may want another form."""
    if not first.replaces or first.active is None:
        return None
    value = f"{text[: first.start]}{first.active}{text[first.end :]}"
    change = Text(
        f"ganti “{first.text}” dengan “{first.active}”", f"replace “{first.text}” by “{first.active}”"
    )
    return Fix(path, value, change, safe=False)
