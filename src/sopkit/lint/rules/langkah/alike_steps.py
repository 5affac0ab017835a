"""LKH004: two steps say the same, or nearly."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.known import Known
from sopkit.lint.language.texts import first_word, quoted
from sopkit.lint.language.tokens import folded
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.model.sop import Sop

_SMALL_WORDS: Final = frozenset(
    (
        "agar",
        "akan",
        "bagi",
        "dalam",
        "dan",
        "di",
        "guna",
        "ini",
        "itu",
        "maka",
        "pada",
        "para",
        "serta",
        "supaya",
        "tersebut",
        "untuk",
        "yang",
    )
)
"""Words that may come and go without changing what is done."""
_LONG: Final = 6
"""From this length on a single different letter is a slip, not another word."""
_FEW: Final = 2
"""Texts of fewer words are compared as they are."""


@rule("LKH004", "langkah-kembar", Severity.WARNING, since="0.1")
def alike_steps(context: LintContext) -> Iterator[Issue]:
    """Dua langkah berbunyi (hampir) sama. / Two steps say (nearly) the same.

    ## Mengapa
    Langkah kembar biasanya baris yang tersalin, atau pemeriksaan berjenjang yang tidak menyebut apa bedanya. Pembaca
    tidak tahu mengapa pekerjaan yang sama dilakukan dua kali, dan pemeriksa kedua tidak tahu apa yang menjadi tugasnya.
    Paraf berjenjang dengan kegiatan yang sama diterima bila pelaksana dan output-nya berbeda.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Pengesahan Surat Tugas
    langkah:
      - kegiatan: Memeriksa dan memaraf konsep surat tugas
      - kegiatan: Memeriksa dan memaraf konsep surat tugas
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Pengesahan Surat Tugas
    langkah:
      - kegiatan: Memeriksa nama dan jadwal pada konsep surat tugas, dan memarafnya
      - kegiatan: Memeriksa dasar penugasan pada konsep surat tugas, dan memarafnya
    ```
    """
    each = context.kegiatan
    if len({_VERBS[text] for _, text in each}) == len(each):
        return  # all do something else
    firsts: dict[str, list[tuple[int, str]]] = {}
    for i, text in each:
        with_verb = firsts.setdefault(_VERBS[text], [])
        for k, other in with_verb:
            if _alike(text, other) and not _told_apart(context.sop, k, i):
                yield _issue(context.sop, k, i)
                break
        else:
            with_verb.append((i, text))


def _told_apart(sop: Sop, first: int, second: int) -> bool:
    """Whether other people do the second step and other results come out: initials at two levels of an office."""
    one, other = sop.langkah[first], sop.langkah[second]
    roles, others = set(one.pelaksana.kunci), set(other.pelaksana.kunci)
    outputs, results = (set(map(folded, step.mutu_baku.output)) for step in (one, other))
    return bool(roles and others and outputs and results) and roles.isdisjoint(others) and outputs != results


@lru_cache(maxsize=4096)
def _content(text: str) -> tuple[str, ...]:
    """The words that carry what is done, regardless of case; all words where hardly one remains."""
    words = tuple(folded(text).split())
    content = tuple(word for word in words if word not in _SMALL_WORDS)
    return content if len(content) >= _FEW else words


def _verb(text: str) -> str:
    """The first word of `_content`, without -kan; "" for a text without a word."""
    word = first_word(text)
    if not word or word in _SMALL_WORDS:
        content = _content(text)
        word = content[0] if content else ""
    return word.removesuffix("kan")


_VERBS: Final = Known(_verb, 8192)


def _alike(one: str, other: str) -> bool:
    """Whether two texts with the same verb differ in nothing else, or in a single slip of a letter."""
    words, others = _content(one), _content(other)
    if len(words) != len(others) or not words:
        return False
    different = [(a, b) for a, b in zip(words[1:], others[1:], strict=True) if a != b]
    return not different or (len(different) == 1 and len(words) > _FEW and _slip(*different[0]))


def _slip(a: str, b: str) -> bool:
    """Whether two long words differ in one letter that is missing, too many or another."""
    short, long = sorted((a, b), key=len)
    if len(short) < _LONG or len(long) - len(short) > 1 or not (a.isalpha() and b.isalpha()):
        return False
    at = next((k for k, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def _issue(sop: Sop, first: int, second: int) -> Issue:
    numbers = sop.nomor_langkah
    text = sop.langkah[second].kegiatan or ""
    same = folded(text) == folded(sop.langkah[first].kegiatan or "")
    how = Text("sama", "the same") if same else Text("hampir sama", "nearly the same")
    return Issue(
        ("langkah", second, "kegiatan"),
        Text(
            f"langkah {numbers[first]} dan {numbers[second]} berbunyi {how.id}: {quoted(text)}",
            f"steps {numbers[first]} and {numbers[second]} say {how.en}: {quoted(text)}",
        ),
        _help(sop, first, second),
        related=((("langkah", first, "kegiatan"), Text("langkah yang pertama", "the first of the two")),),
    )


def _help(sop: Sop, first: int, second: int) -> Text:
    if sop.langkah[first].pelaksana.kunci == sop.langkah[second].pelaksana.kunci:
        return Text(
            "hapus salah satunya, atau tulis apa bedanya", "remove one of them, or say what the difference is"
        )
    return Text(
        "tulis apa yang diperiksa atau dikerjakan tiap pelaksana, supaya jelas bedanya",
        "say what each of the two roles examines or does, so that the difference is clear",
    )
