"""MTB003: a kelengkapan that should come into being inside the procedure, but nothing before the step produces it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.flow.graph import EdgeKind
from sopkit.lint.facts.steps import is_capsule, is_mere_capsule
from sopkit.lint.language.documents import alternatives, document_words, first_clause, is_vague, may_name_kind
from sopkit.lint.language.plain import blanked, letters, plain
from sopkit.lint.language.texts import quoted
from sopkit.lint.language.tokens import after_list_mark
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.documents import DocumentWords, Named
    from sopkit.model.sop import Langkah, Sop


@question(Subject.KELENGKAPAN)
def names_kind(text: str, knowledge: Knowledge) -> bool:
    """Whether the kelengkapan may name a document of a kind, or one that is signed."""
    return may_name_kind(text, document_words(knowledge))


@question(Subject.KELENGKAPAN)
def is_dressed(text: str, _: Knowledge) -> bool:
    """Whether the kelengkapan holds more than plain words with a blank between."""
    return not text.isascii() or "  " in text or not text.replace(" ", "").isalnum()


@question(Subject.KEGIATAN)
def writes(text: str, knowledge: Knowledge) -> bool:
    """Whether the step writes a document."""
    return _first_word(text) in document_words(knowledge).making


@rule(
    "MTB003",
    "kelengkapan-tanpa-asal",
    Severity.WARNING,
    since="0.1",
    asks=(names_kind, is_dressed, writes, is_mere_capsule),
)
def kelengkapan_from_nowhere(context: LintContext) -> Iterator[Issue]:
    """Kelengkapan tidak dihasilkan langkah sebelumnya. / No step before produces the kelengkapan.

    ## Mengapa
    Konsep, nota dinas, disposisi, dan notulen lahir di dalam prosedur: output satu langkah menjadi kelengkapan langkah
    berikutnya. Bila sebuah langkah memerlukan konsep yang tidak pernah disusun sebelumnya, atau naskah berparaf yang belum
    diparaf, maka ada langkah yang hilang atau kelengkapannya keliru. Yang datang dari luar (peraturan, SK, surat masuk,
    formulir, undangan, alat, data) tidak diperiksa. Langkah pertama tidak diperiksa, dan cukup satu jalan menuju langkah
    itu yang menghasilkannya.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Penyusunan Surat Edaran
    pelaksana: {staf: Pengadministrasi Umum, kabag: Kepala Bagian}
    langkah:
      - kegiatan: Menelusuri peraturan terkait
        pelaksana: staf
        mutu_baku: {kelengkapan: Arahan Kepala Bagian, waktu: 1 jam, output: Daftar peraturan terkait}
      - kegiatan: Membubuhkan tanda tangan pada surat edaran
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep surat edaran, waktu: 15 menit, output: Surat edaran}
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Penyusunan Surat Edaran
    pelaksana: {staf: Pengadministrasi Umum, kabag: Kepala Bagian}
    langkah:
      - kegiatan: Menelusuri peraturan terkait
        pelaksana: staf
        mutu_baku: {kelengkapan: Arahan Kepala Bagian, waktu: 1 jam, output: Daftar peraturan terkait}
      - kegiatan: Menyusun konsep surat edaran
        pelaksana: staf
        mutu_baku: {kelengkapan: Daftar peraturan terkait, waktu: 2 jam, output: Konsep surat edaran}
      - kegiatan: Membubuhkan tanda tangan pada surat edaran
        pelaksana: kabag
        mutu_baku: {kelengkapan: Konsep surat edaran, waktu: 15 menit, output: Surat edaran}
    ```
    """
    words = document_words(context.knowledge)
    wanting = list(_wanting(context, words))
    if not wanting or not _flow_is_known(context):
        return
    supply = _Supply(context.sop, words)
    for i, k, options in wanting:
        before = [step for step in _before(context, i) if not is_capsule(context.sop.langkah[step])]
        before.reverse()  # what is needed was mostly produced just before
        if not before or any(_receives(context.sop.langkah[i], one, words) for one in options):
            continue
        reasons = [supply.lacks(one, i, before) for one in options]
        if all(reasons):
            yield _issue(context.sop, i, k, options[0], reasons[0] or _NOWHERE)


def _wanting(context: LintContext, words: DocumentWords) -> Iterator[tuple[int, int, tuple[Named, ...]]]:
    """Step, index of the kelengkapan, and what it names, for all that should come from inside the procedure.

    What is surely handed on by the step before is left out.
    """
    steps, handing, dressed = context.sop.langkah, _handing(context), context.may(is_dressed)
    naming, writing = set(context.steps_that_may(names_kind)), set(context.steps_that_may(writes))
    for i in sorted(naming | writing):
        standard = steps[i].mutu_baku
        written_here = set(map(letters, standard.output)) if i in writing else ()
        for k, text in enumerate(standard.kelengkapan):
            named = i in naming and may_name_kind(text, words)
            if not named and (i not in writing or letters(text) not in written_here):
                continue
            handed = _is_put_out(text, handing[i], steps)
            if not handed or (dressed and is_dressed.ask(text, context.knowledge)):
                for options in alternatives(text, words):
                    if all(_comes_from_inside(one, steps[i], words) for one in options):
                        yield i, k, options


def _is_put_out(text: str, sources: Sequence[int], steps: Sequence[Langkah]) -> bool:
    for source in sources:  # noqa: SIM110 - asked of every step, and a generator takes twice as long
        if text in steps[source].mutu_baku.output:
            return True
    return False


def _handing(context: LintContext) -> Sequence[Sequence[int]]:
    """For each step, those right before it that may hand on what they put out, so that it lacks nothing.

    Of a text of plain words that is certain: each document that it names stands word for word in what such a step says.
    """
    sources = context.flow.sources
    if not context.may(is_mere_capsule):
        return sources
    return [[one for one in each if not is_capsule(context.sop.langkah[one])] for each in sources]


def _comes_from_inside(named: Named, step: Langkah, words: DocumentWords) -> bool:
    """Whether the document is one that a procedure produces itself, by its kind or because this very step writes it."""
    if " dari " in named.name or (named.kind is None and is_vague(named.text, words)):
        return False
    return named.kind is not None or named.signed is not None or _writes(step, named, words)


def _writes(step: Langkah, named: Named, words: DocumentWords) -> bool:
    outputs = step.mutu_baku.output
    return _first_word(step.kegiatan) in words.making and any(
        plain(text[after_list_mark(text) :]).strip() == named.name for text in outputs
    )


def _receives(step: Langkah, named: Named, words: DocumentWords) -> bool:
    """Whether the step begins by receiving the document from whoever sends it."""
    if _first_word(step.kegiatan) not in words.receiving:
        return False
    received = plain(first_clause(step.kegiatan or ""))
    traces = words.traces[named.kind] if named.kind else ()
    return not named.words.isdisjoint(received.split()) or any(trace in received for trace in traces)


def _first_word(text: str | None) -> str:
    """The first word of a kegiatan in small letters, without marks behind it."""
    first = (text or "").split(None, 1)[:1]
    return first[0].lower().rstrip(".,:") if first else ""


def _flow_is_known(context: LintContext) -> bool:
    """False where a missing branch or a dangling reference hides what comes before a step."""
    flow = context.flow
    return not flow.dangling and all(len(flow.out(step)) > 1 for step in flow.decisions)


def _before(context: LintContext, i: int) -> list[int]:
    """The steps that come before step `i` on some way, ascending; without branches simply those above it."""
    flow = context.flow
    if not flow.decisions and all(edge.kind is EdgeKind.NEXT for edge in flow.edges):
        return list(range(i))
    return sorted(flow.ancestors[i] - {i}) if i in flow.reachable else []


_NOWHERE = "nowhere"
_OWN = "own"


_ONE_NAME = ("disposisi", "notulen", "koreksi")
"""Kinds that offices call by their own name only; a step that writes something else does not write these."""


class _Supply:
    """What the steps of an SOP name and produce, in the form in which it is asked for."""

    def __init__(self, sop: Sop, words: DocumentWords) -> None:
        self._sop = sop
        self._words = words
        self._given = plain(" ; ".join((*sop.peralatan, *sop.keterkaitan)))
        self._said: dict[int, str] = {}

    def lacks(self, named: Named, i: int, before: list[int]) -> str | None:
        """Why `named` cannot be there at step `i`: a reason, or None when something before supplies it."""
        if named.signed is not None:
            if self._any_says(before, named.evidence):
                return None
            return named.signed if named.kind or self._produced(named, before) else None
        traces = self._words.traces[named.kind] if named.kind else (f" {named.name} ",)
        if any(trace in self._given for trace in traces) or self._any_says(before, traces):
            return None
        if self._made_under_another_name(named, before):
            return None
        return _OWN if any(plain(text) == f" {named.name} " for text in self._outputs(i)) else _NOWHERE

    def _produced(self, named: Named, before: list[int]) -> bool:
        return bool(named.words) and any(
            named.words <= set(plain(text).split()) for step in before for text in self._outputs(step)
        )

    def _made_under_another_name(self, named: Named, before: list[int]) -> bool:
        """Whether an earlier step writes something that may be this document: `Laporan` before `Konsep laporan`."""
        if named.kind in _ONE_NAME:
            return False
        for step in before:
            if _first_word(self._sop.langkah[step].kegiatan) not in self._words.preparing:
                continue
            if named.words <= set(self._said_by(step).split()):
                return True
            outputs = (set(plain(text).split()) - self._words.common for text in self._outputs(step))
            if any(output <= named.words for output in outputs):
                return True
        return False

    def _outputs(self, step: int) -> tuple[str, ...]:
        return self._sop.langkah[step].mutu_baku.output

    def _any_says(self, before: list[int], pieces: tuple[str, ...]) -> bool:
        for step in before:
            said = self._said_by(step)
            for piece in pieces:
                if piece in said:
                    return True
        return False

    def _said_by(self, step: int) -> str:
        if step not in self._said:
            row = self._sop.langkah[step]
            parts = (row.kegiatan, *row.mutu_baku.kelengkapan, *row.mutu_baku.output, row.keterangan)
            self._said[step] = blanked(" ; ".join(filter(None, parts)))
        return self._said[step]


def _issue(sop: Sop, i: int, k: int, named: Named, reason: str) -> Issue:
    what = quoted(named.text)
    if reason == _OWN:
        message = Text(
            f"kelengkapan {what} baru dihasilkan oleh langkah ini sendiri",
            f"the kelengkapan {what} is produced only by this step itself",
        )
    elif reason == _NOWHERE:
        message = Text(
            f"kelengkapan {what} tidak dihasilkan langkah mana pun sebelumnya",
            f"no step before produces the kelengkapan {what}",
        )
    else:
        message = Text(
            f"kelengkapan {what} memerlukan {reason} yang belum dibubuhkan pada langkah sebelumnya",
            f"the kelengkapan {what} needs a {_SIGNS[reason]} that no step before has put on it",
        )
    base = ("langkah", i, "mutu_baku", "kelengkapan")
    return Issue(
        base if len(sop.langkah[i].mutu_baku.kelengkapan) == 1 else (*base, k),
        message,
        help=_HELP.get(reason, _HELP_SIGNED),
        excerpt=named.text,
    )


_SIGNS = {"paraf": "paraf (initials)", "tanda tangan": "signature"}

_HELP = {
    _OWN: Text(
        "tulis bahan yang dipakai untuk membuatnya, misalnya data, arahan, atau format yang sudah ada",
        "write what it is made from, such as data, instructions or an existing form",
    ),
    _NOWHERE: Text(
        "tambahkan langkah yang menghasilkannya, samakan namanya dengan output sebelumnya, atau sebutkan kelengkapan yang"
        " sebenarnya",
        "add the step that produces it, name it as the output before does, or name what is really needed",
    ),
}
_HELP_SIGNED = Text(
    "bila langkah ini yang membubuhkannya, tulis keadaan itu pada output; bila bukan, tambahkan langkah sebelumnya",
    "if this step puts it on, write that state under output; if not, add the step before",
)
