"""LKH005: one step names several activities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sopkit.diagnostics import Severity
from sopkit.errors import Text
from sopkit.late import late
from sopkit.lint.language.texts import cut
from sopkit.lint.language.tokens import tokens
from sopkit.lint.language.verbs import verbs_of
from sopkit.lint.questions import Subject, question
from sopkit.lint.rule import Issue, LintContext, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.tokens import Token
    from sopkit.lint.language.verbs import Verbs

_THEN: Final = frozenset(("lalu", "kemudian", "selanjutnya"))
_AND: Final = frozenset(("dan", "serta", "sekaligus", "maupun", "atau", "juga"))
_RELATIVE: Final = frozenset(("yang", "dengan", "dalam", "setelah", "sesudah", "sebelum", "sambil", "seraya"))
"""Words that open a side clause which ends at a comma."""
_PURPOSE: Final = frozenset(("agar", "untuk", "guna", "supaya", "bahwa", "hingga", "sehingga"))
"""Words behind which a row of verbs is an aim, no activity; it ends where the sentence turns."""
_END: Final = late(r"[;!?]|\.(?=\s|$)")
_SIGNING: Final = frozenset(("membubuhi", "membubuhkan", "memaraf", "menandatangani", "mengesahkan"))
_TWO: Final = 2
"""So many activities are several where the text itself tells them apart."""
_MANY: Final = 3
"""So many are several in any case."""


class _Activities(NamedTuple):
    """The verbs of the activities of a text as written, and where the second of them begins and ends."""

    verbs: tuple[str, ...]
    start: int
    end: int


@question(Subject.KEGIATAN)
def names_several(text: str, knowledge: Knowledge) -> bool:
    """Whether the kegiatan names too many activities for one step."""
    return named_activities(text, verbs_of(knowledge)) is not None


@rule(
    "LKH005",
    "kegiatan-majemuk",
    Severity.INFO,
    since="0.1",
    screen=(names_several,),
)
def several_activities(context: LintContext) -> Iterator[Issue]:
    """Satu langkah memuat beberapa kegiatan. / One step names several activities.

    ## Mengapa
    Satu baris SOP adalah satu kegiatan dengan satu pelaksana, satu waktu, dan satu hasil. Bila beberapa kegiatan
    digabung, waktunya tidak dapat dirinci, hasil antaranya tidak tercatat, dan alirannya tidak dapat digambar. Pasangan kata
    kerja untuk satu objek, seperti “mencetak dan menggandakan surat”, tetap satu kegiatan.

    ## Buruk
    ```yaml
    sopkit: 1
    nama: Rapat Koordinasi
    langkah:
      - kegiatan: Menyusun undangan rapat, lalu menyiapkan ruang rapat
    ```

    ## Baik
    ```yaml
    sopkit: 1
    nama: Rapat Koordinasi
    langkah:
      - kegiatan: Menyusun undangan rapat
      - kegiatan: Menyiapkan ruang rapat
    ```
    """
    verbs = verbs_of(context.knowledge)
    for i, text in context.kegiatan:
        found = named_activities(text, verbs)
        if found is None:
            continue
        named = ", ".join(f"“{verb}”" for verb in found.verbs)
        yield Issue(
            ("langkah", i, "kegiatan"),
            Text(
                f"satu langkah memuat beberapa kegiatan: {named}",
                f"one step names several activities: {named}",
            ),
            Text(
                "pecah menjadi satu langkah untuk tiap kegiatan, bila hasil atau waktunya berbeda",
                "make each activity a step of its own, where what comes out or the time differs",
            ),
            excerpt=text[found.start : found.end],
        )


def perhaps_several(text: str) -> bool:
    """Whether a kegiatan may name several activities; False is certain, and quickly told.

    Where its sentence does not turn, each further activity has a joint of its own.
    """
    words = cut(text)
    joints = text.count(",") + sum([word in _AND for word in words])
    return joints >= _MANY - 1 or _turns(text, words)


def _turns(text: str, words: Iterable[str]) -> bool:
    """Whether `text` has what a turn of the sentence needs, wherever it stands: see `_begins_sentence`."""
    return (
        not _THEN.isdisjoint(words)
        or "." in text
        or ";" in text
        or "\n" in text
        or "!" in text
        or "?" in text
    )


@lru_cache(maxsize=4096)
def named_activities(text: str, verbs: Verbs) -> _Activities | None:
    """The activities of `text` when they are too many for one step, else None."""
    return read_activities(text, verbs) if perhaps_several(text) else None


def read_activities(text: str, verbs: Verbs) -> _Activities | None:
    """The same, word by word."""
    words = tokens(text)
    if not words or not verbs.is_active(words[0].folded):
        return None
    found = [words[0]]
    turned = False
    for word, sequel in _coordinated(text, words, verbs):
        found.append(word)
        turned = turned or (sequel and not _closes(word.folded))
    if len(found) < (_TWO if turned else _MANY):
        return None
    return _Activities(tuple(word.text for word in found), found[1].start, found[1].end)


def _closes(verb: str) -> bool:
    """Whether a verb hands on what the step has made, or signs what it has examined: that is its end, no other activity."""
    return verb.endswith("nya") or verb in _SIGNING


def _coordinated(text: str, words: Sequence[Token], verbs: Verbs) -> Iterator[tuple[Token, bool]]:
    """The verbs of further activities, each with whether the text turns to it by "lalu" or a new sentence.

    A verb right behind another ("memeriksa, meneliti dan memaraf surat") shares its object and is no further one.
    """
    clause = _Clause()
    for before, word in pairwise(words):
        gap = text[before.end : word.start]
        turns = before.folded in _THEN or _begins_sentence(gap, word)
        if word.folded in verbs.conditions:
            return  # the ways out of a decision are no further activities
        clause.read(word.folded, comma="," in gap, turns=turns or word.folded in _THEN)
        if not verbs.is_active(word.folded):
            clause.bare = clause.bare and word.folded in _AND
            continue
        if not turns and before.folded not in _AND and "," not in gap:
            clause.aim = True  # "menugaskan staf menyusun …": what follows belongs to the task given
        elif not (clause.side or clause.aim) and (turns or not clause.bare):
            yield word, turns
        clause.bare = not word.folded.endswith("nya")


def _begins_sentence(gap: str, word: Token) -> bool:
    """Whether a sentence begins at `word`, or an item of a list on a line of its own."""
    return _END.search(gap) is not None or ("\n" in gap and word.text[:1].isupper())


@dataclass(slots=True)
class _Clause:
    """Where in the sentence the reader is: in a side clause, behind an aim, or right behind a verb without its object."""

    side: bool = False
    aim: bool = False
    bare: bool = True

    def read(self, word: str, *, comma: bool, turns: bool) -> None:
        """Go on to `word`; a comma ends a side clause, a turn of the sentence an aim as well."""
        if turns:
            self.aim = False
        self.side = (self.side and not (comma or turns)) or word in _RELATIVE
        self.aim = self.aim or word in _PURPOSE
