"""What the texts, the flow and the columns of an SOP answer to the questions of the rules, and which rules they call for.

Many rules find fault with one text, whatever else the SOP says, and the SOPs of an office share most of their texts, their
columns and the shapes of their flows. So each is asked the questions of all rules when it is first seen, and later only
its answers are looked up: one look for each text in place of one for each text and rule. Where texts are many, it is the
looking up that takes the time.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from sopkit.errors import SopkitError
from sopkit.known import Known
from sopkit.lint.questions import Answers, Subject
from sopkit.model.waktu import Waktu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.questions import Question
    from sopkit.lint.rule import LintContext, Rule
    from sopkit.model.sop import Sop

_TEXTS: Final = 16384
_SHAPES: Final = 1024
_CHOICES: Final = 1024
"""Sets of answers that are kept with the rules they call for; a collection has some dozens."""


class Screening:
    """`rules` with what texts answered to their questions, by the words of `knowledge`."""

    def __init__(self, rules: Sequence[Rule], knowledge: Knowledge) -> None:
        self._rules = tuple(rules)
        self._knowledge = knowledge
        questions = dict.fromkeys(chain.from_iterable(rule.questions for rule in rules))
        self._bits = {question: 1 << i for i, question in enumerate(questions)}
        self._calls = [sum(self._bits[question] for question in rule.screen) for rule in rules]
        self._known = {subject: Known(self._asked_of(subject), _TEXTS) for subject in Subject.TEXTS}
        self._of_flow, self._of_roles, self._of_keys = (
            lru_cache(_SHAPES)(self._asked_of(subject))
            for subject in (Subject.FLOW, Subject.ROLES, Subject.KEYS)
        )
        self._chosen: dict[int, tuple[Rule, ...]] = {}

    def rules_for(self, answers: Answers | None) -> tuple[Rule, ...]:
        """Those of the rules, in their order, that may find something in an SOP that gives these answers."""
        if answers is None:
            return self._rules
        chosen = self._chosen.get(answers.all)
        if chosen is None:
            if len(self._chosen) >= _CHOICES:
                self._chosen.clear()
            chosen = self._chosen[answers.all] = tuple(
                rule
                for rule, calls in zip(self._rules, self._calls, strict=True)
                if not rule.screen or answers.all & calls
            )
        return chosen

    def answers(self, context: LintContext) -> Answers:
        """What the subjects of the SOP answer.

        Raises:
            SopkitError: a table of the office cannot be read.
        """
        known, sop = self._known, context.sop
        kegiatan, kelengkapan, output = (
            known[Subject.KEGIATAN],
            known[Subject.KELENGKAPAN],
            known[Subject.OUTPUT],
        )
        others, entries = known[Subject.OTHERS], known[Subject.DASAR_HUKUM]
        said, needed, produced = [], [], []
        for step in sop.langkah:
            standard = step.mutu_baku
            said.append(kegiatan[step.kegiatan] if step.kegiatan else 0)
            needed.append(_together(kelengkapan, standard.kelengkapan))
            produced.append(_together(output, standard.output))
        found = _together(others, _others(sop)) | _together(entries, sop.dasar_hukum)
        found |= _together(known[Subject.WAKTU], _waktu(sop))
        found |= self._of_flow(context.flow) | self._of_roles(context.roles)
        found |= self._of_keys((context.keys, tuple(sop.pelaksana)))
        for answer in chain(said, needed, produced):
            found |= answer
        return Answers(
            self._bits, found, {Subject.KEGIATAN: said, Subject.KELENGKAPAN: needed, Subject.OUTPUT: produced}
        )

    def _asked_of(self, subject: str) -> Callable[[Any], int]:
        """What asks a subject of that kind all questions about it: the bits of those that it says yes to."""
        asked = [(bit, question) for question, bit in self._bits.items() if subject in question.subjects]

        def ask_all(about: Any) -> int:
            if about == "":
                return 0
            return sum([bit for bit, question in asked if _says_yes(question, about, self._knowledge)])

        return ask_all


def _together(known: Known[int], texts: Sequence[str]) -> int:
    if len(texts) == 1:
        return known[texts[0]]  # as in most steps
    found = 0
    for text in texts:
        found |= known[text]
    return found


def _others(sop: Sop) -> list[str]:
    """The texts in `Subject.OTHERS`."""
    texts = [sop.nama, *[role.nama for role in sop.pelaksana.values()]]
    texts += chain(sop.kualifikasi_pelaksana, sop.keterkaitan, sop.peralatan, sop.peringatan, sop.pencatatan)
    texts += [step.keterangan for step in sop.langkah if step.keterangan]
    return texts


def _waktu(sop: Sop) -> list[str]:
    """The texts in `Subject.WAKTU`."""
    each = [step.mutu_baku.waktu for step in sop.langkah]
    texts = [waktu.text for waktu in each if waktu is not None]
    if isinstance(sop.tenggat, Waktu):
        texts.append(sop.tenggat.text)
    return texts


def _says_yes(question: Question, about: Any, knowledge: Knowledge) -> bool:
    try:
        return question.ask(about, knowledge)
    except SopkitError:
        raise
    except Exception:  # noqa: BLE001 - then the rule must run: where it crashes too, that is told with its code
        return True
