"""What a rule is: one function made into a value. Nothing happens on import; `RULES` names every rule.

A rule gets a `LintContext` and yields issues that name a *path* in the document. Only the runner turns paths into lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from inspect import cleandoc
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sopkit.diagnostics import Code, Severity
from sopkit.fixed import Fixed
from sopkit.flow.graph import FlowGraph, build_flow
from sopkit.lint.language.activities import Activities, activities
from sopkit.lint.language.roles import Roles, role_phrases
from sopkit.lint.language.texts import said_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sopkit.config import Settings
    from sopkit.diagnostics import Fix
    from sopkit.errors import Text
    from sopkit.lint.knowledge import Knowledge
    from sopkit.lint.language.texts import Said
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
    lies below the root of the SOPs, None where there is no root (standard input).
    """

    sop: Sop
    settings: Settings
    knowledge: Knowledge
    as_of: date | None = None
    depth: int | None = None

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
    def activities(self) -> Activities:
        """The kegiatan of the steps with their words."""
        return activities(self.sop)

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """What each text of the SOP says, those of dasar_hukum apart: see `texts.said_in`."""
        return said_in(self.sop)

    @cached_property
    def word_set(self) -> frozenset[str]:
        """All words of the SOP, those of dasar_hukum apart, folded."""
        return frozenset(chain.from_iterable([one.words for one in self.said.values()]))


Check = Callable[[LintContext], Iterator[Issue]]
"""The body of a rule."""


class Rule(NamedTuple):
    """A rule: its code and page, and its body.

    `missing` marks rules about missing parts, which are one level milder in a draft. `fixable` marks rules whose issues carry
    a safe fix. `aliases` are names it had before.
    """

    code: Code
    check: Check
    missing: bool = False
    fixable: bool = False
    aliases: tuple[str, ...] = ()


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    since: str,
    missing: bool = False,
    fixable: bool = False,
    aliases: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Make a function into a rule. Its docstring is the page of the rule; see `Code.doc` for the form."""

    def make(check: Check) -> Rule:
        return Rule(
            Code(code, name, severity, since, cleandoc(check.__doc__ or "")), check, missing, fixable, aliases
        )

    return make
