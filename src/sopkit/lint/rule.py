"""What a rule is: one function made into a value. Nothing happens on import; `RULES` names every rule.

A rule gets a `LintContext` and yields issues that name a *path* in the document. Only the runner turns paths into lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from inspect import cleandoc
from typing import TYPE_CHECKING, NamedTuple

from sopkit.diagnostics import Code, Severity
from sopkit.errors import SopkitError
from sopkit.fixed import Fixed
from sopkit.flow.graph import FlowGraph, build_flow
from sopkit.lint.language.roles import Roles, role_phrases

if TYPE_CHECKING:
    from datetime import date

    from sopkit.config import Settings
    from sopkit.diagnostics import Fix
    from sopkit.errors import Text
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.questions import Answers, Question
    from sopkit.model.sop import Sop
    from sopkit.source import DocPath


class Issue(NamedTuple):
    """What a rule found at `path`: the message, what to do, other places that explain it, and an edit that mends it.

    `at_key` puts the place on the key instead of the value. `excerpt`, a piece of the text at `path`, narrows the place down
    to where it stands there.
    """

    path: DocPath
    message: Text
    help: Text | None = None
    related: tuple[tuple[DocPath, Text], ...] = ()
    fix: Fix | None = None
    at_key: bool = False
    excerpt: str | None = None


class LintContext(Fixed):
    """What a rule may look at: one SOP, its flow, the settings, the knowledge of the field.

    `as_of` is the day of `--as-of`, None without it: rules about age are silent then. `depth` is how many folders the file
    lies below the root of the SOPs, None where there is no root (standard input). `ask` asks all questions; where it is
    None, all may be.
    """

    sop: Sop
    settings: Settings
    knowledge: Knowledge
    as_of: date | None = None
    depth: int | None = None
    ask: Callable[[LintContext], Answers] | None = None

    @cached_property
    def answers(self) -> Answers | None:
        """What the texts, the flow and the columns answer to the questions of the rules; None where nobody asks.

        None too where a fault of ours is in the way: then all rules run, and each says what becomes of it.

        Raises:
            SopkitError: a table of the office cannot be read.
        """
        try:
            return self.ask(self) if self.ask else None
        except SopkitError:
            raise
        except Exception:  # noqa: BLE001 - see above
            return None

    def may(self, question: Question) -> bool:
        """Whether a text may say yes to `question`, one of those of the rule; False is certain."""
        answers = self.answers
        return answers is None or bool(answers.all & answers.bits[question])

    def steps_that_may(self, question: Question) -> list[int]:
        """The 0-based positions of the steps in which a text may say yes to `question`, one of those of the rule.

        The question must be about one subject, in steps.
        """
        answers = self.answers
        if answers is None:
            return list(range(len(self.sop.langkah)))
        (subject,), bit = question.subjects, answers.bits[question]
        return [i for i, said in enumerate(answers.steps[subject]) if said & bit]

    @cached_property
    def flow(self) -> FlowGraph:
        """The flow of the SOP, built once for all rules."""
        return build_flow(self.sop)

    @cached_property
    def roles(self) -> Roles:
        """The columns of the SOP and the words for roles in it."""
        return role_phrases(self.knowledge, self.sop)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of columns that steps name, known or not, each once, in the order of their first appearance."""
        return tuple(dict.fromkeys([key for step in self.sop.langkah for key in step.pelaksana.kunci]))

    @cached_property
    def kegiatan(self) -> tuple[tuple[int, str], ...]:
        """The kegiatan of the steps that have one, with the 0-based positions of the steps."""
        return tuple([(i, step.kegiatan) for i, step in enumerate(self.sop.langkah) if step.kegiatan])


Check = Callable[[LintContext], Iterator[Issue]]
"""The body of a rule."""


class Rule(NamedTuple):
    """A rule: its code and page, and its body.

    `missing` marks rules about missing parts, which are one level milder in a draft. `fixable` marks rules whose issues carry
    a safe fix. `aliases` are names it had before. A rule with a `screen` is only run where a text says yes to one of its
    questions; `asks` are further questions, whose answers its body looks at.
    """

    code: Code
    check: Check
    missing: bool = False
    fixable: bool = False
    aliases: tuple[str, ...] = ()
    screen: tuple[Question, ...] = ()
    asks: tuple[Question, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All its questions."""
        return (*self.screen, *self.asks)


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    since: str,
    missing: bool = False,
    fixable: bool = False,
    aliases: tuple[str, ...] = (),
    screen: tuple[Question, ...] = (),
    asks: tuple[Question, ...] = (),
) -> Callable[[Check], Rule]:
    """Make a function into a rule. Its docstring is the page of the rule; see `Code.doc` for the form."""

    def make(check: Check) -> Rule:
        about = Code(code, name, severity, since, cleandoc(check.__doc__ or ""))
        return Rule(about, check, missing, fixable, aliases, screen, asks)

    return make
