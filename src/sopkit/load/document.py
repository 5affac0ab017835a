"""YAML text → plain data and places, in one pass over the events of the parser; plain text goes the quicker way of `plain`.

Every scalar is a text as it stands in the file, or None where nothing, `~` or `null` stands: there is no resolver, so `no`,
`09`, `1:30` and `2022-03-01` stay what was written. Anchors, aliases, merge keys and tags are findings and are never
obeyed. Events, not nodes, because a composer calls itself for every level and crashes on hostile nesting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sopkit.load import hints
from sopkit.load.brackets import MAX_ITEMS
from sopkit.load.codes import FORBIDDEN_YAML, NOT_YAML, UNQUOTED_NUMBER, WRONG_SHAPE, finding
from sopkit.load.line import MAX_TEXT
from sopkit.load.places import Ranges
from sopkit.load.plain import read_plain
from sopkit.load.scalars import NULLS, NUMBER, RAW_IDENTIFIERS
from sopkit.source import MAX_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopkit.diagnostics import Code, Finding
    from sopkit.errors import Text
    from sopkit.load.events import Stopped
    from sopkit.load.places import Places
    from sopkit.source import DocPath, SourceFile

MAX_DEPTH = 64
"""The format is six levels deep."""


class Document(NamedTuple):
    """The data of a file: dict, list, str and None; `data` is None as well when `usable` is false.

    Unusable is a file that is not YAML, or from which an alias or merge key would be missing.
    """

    source: SourceFile
    data: Any
    usable: bool
    places: Places
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun; `key` is the mapping's key that waits for its value.

    `count` is how many items or keys it has so far, doubled keys included.
    """

    path: DocPath
    content: dict[str, Any] | list[Any]
    start: int
    key: str | None = None
    skip: bool = False
    count: int = 0


class _Unreadable(Exception):  # noqa: N818 - a signal inside this module, not an error of a caller
    def __init__(self, found: Finding, *, syntax: bool = False) -> None:
        super().__init__(found.message.en)
        self.found = found
        self.syntax = syntax


def read_document(source: SourceFile) -> Document:
    """Read one YAML document. Never raises for what stands in the file."""
    plain = read_plain(source) if len(source.text) <= MAX_CHARACTERS else None
    if plain is not None:
        return Document(source, plain.data, usable=True, places=plain.places, findings=())
    builder = _Builder(source)
    try:
        builder.guard()
        builder.read()
    except _Unreadable as stop:
        findings = [*builder.findings, stop.found]
        if stop.syntax and builder.findings and _begins_a_text(builder.findings[-1], stop.found):
            findings.pop()
        return Document(source, None, usable=False, places=builder.places, findings=tuple(findings))
    return Document(
        source,
        builder.root if builder.usable else None,
        usable=builder.usable,
        places=builder.places,
        findings=tuple(builder.findings),
    )


def _begins_a_text(sign: Finding, stop: Finding) -> bool:
    """Whether the parser stopped only because `sign` is an alias, anchor or tag that should be the beginning of a text."""
    return sign.code == FORBIDDEN_YAML.code and sign.span.start.line == stop.span.start.line


class _Builder:
    """Builds data and places from events; an explicit stack, so that depth is counted and never recursed into."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.places = Ranges(source)
        self.findings: list[Finding] = []
        self.usable = True
        self.root: Any = None
        self.documents = 0
        self.stack: list[_Open] = []
        self.last: tuple[int, int] | None = None

    def read(self) -> None:
        """Read the events of the parser.

        Raises:
            _Unreadable: it stops before the end.
        """
        from sopkit.load import events as yaml  # noqa: PLC0415 - most texts are plain, and the library takes long to import

        for event in self._events():
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._begin(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end(event)
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                self._document(event)
        if not self.documents:
            raise _Unreadable(self._finding(NOT_YAML, (0, 0), (hints.EMPTY_FILE, hints.EMPTY_FILE_HELP)))

    def guard(self) -> None:
        """Refuse a text that is too long or holds what YAML forbids, before any parser sees it.

        Raises:
            _Unreadable: it is refused.
        """
        text = self.source.text
        if len(text) > MAX_CHARACTERS:
            raise _Unreadable(self._finding(NOT_YAML, (0, 0), (hints.TOO_LARGE, hints.TOO_LARGE_HELP)))
        bad = hints.ILLEGAL_CHARACTER.search(text)
        if bad:
            what = hints.illegal_character(bad[0])
            raise _Unreadable(self._finding(NOT_YAML, bad.span(), what))

    def _events(self) -> Iterator[Any]:
        from sopkit.load.events import Stopped, read_events  # noqa: PLC0415 - as above

        try:
            yield from read_events(self.source.text)
        except Stopped as stop:
            raise _Unreadable(self._syntax_error(stop), syntax=True) from stop

    def _syntax_error(self, stop: Stopped) -> Finding:
        from sopkit.load import syntax  # noqa: PLC0415 - only when something is wrong

        explained = syntax.explain(
            syntax.Stop(
                self.source.text, stop.problem, stop.context, stop.index, stop.context_index, self.last
            )
        )
        return self._finding(NOT_YAML, (explained.start, explained.end), (explained.message, explained.help))

    def _finding(
        self, code: Code, place: tuple[int, int], what: tuple[Text, Text | None], path: DocPath = ()
    ) -> Finding:
        message, advice = what
        return finding(code, self.source, self.source.span(*place), message, path=path, help=advice)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            start = event.start_mark.index
            raise _Unreadable(
                self._finding(
                    WRONG_SHAPE, (start, start + 3), (hints.SECOND_DOCUMENT, hints.SECOND_DOCUMENT_HELP)
                )
            )

    def _scalar(self, event: Any) -> None:
        start, end = self.last = event.start_mark.index, event.end_mark.index
        plain = event.style is None or event.style == ""
        value: str | None = event.value
        if end - start > MAX_TEXT:
            raise _Unreadable(self._finding(NOT_YAML, (start, end), (hints.TOO_LONG, hints.TOO_LONG_HELP)))
        if event.anchor is not None or event.tag is not None:
            start = self._forbidden(event, start, end)
        if plain and (not value or value in NULLS):
            value = None
        if self._is_key():
            self._key(value, start, end, plain=plain)
            return
        path = self._attach(value, start)
        self.places.values[path] = (start, end)
        if plain and path in RAW_IDENTIFIERS and value is not None and NUMBER.fullmatch(value):
            self.findings.append(
                self._finding(UNQUOTED_NUMBER, (start, end), hints.unquoted_number(path, value), path)
            )

    def _is_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].content, dict) and self.stack[-1].key is None

    def _key(self, key: str | None, start: int, end: int, *, plain: bool) -> None:
        parent = self.stack[-1]
        self._count(parent, start)
        name = key or ""
        path = (*parent.path, name)
        parent.key, parent.skip = name, False
        if plain and name == "<<":
            self._unusable(FORBIDDEN_YAML, (start, end), (hints.MERGE_KEY, hints.MERGE_KEY_HELP), path)
            parent.skip = True
        elif path in self.places.keys:
            first = self.source.position(self.places.keys[path][0]).line
            self._unusable(WRONG_SHAPE, (start, end), hints.duplicate_key(name, first), path)
            parent.skip = True
        else:
            self.places.keys[path] = (start, end)

    def _unusable(self, code: Code, place: tuple[int, int], what: tuple[Text, Text], path: DocPath) -> None:
        self.findings.append(self._finding(code, place, what, path))
        self.usable = False

    def _count(self, parent: _Open, start: int) -> None:
        parent.count += 1
        if parent.count > MAX_ITEMS:
            raise _Unreadable(
                self._finding(
                    NOT_YAML, (start, start + 1), (hints.TOO_MANY, hints.TOO_MANY_HELP), parent.path
                )
            )

    def _attach(self, value: Any, start: int) -> DocPath:
        """Put `value` where it belongs and return its path. The second value of a doubled key falls away."""
        if not self.stack:
            self.root = value
            return ()
        parent = self.stack[-1]
        if isinstance(parent.content, list):
            self._count(parent, start)
            parent.content.append(value)
            return (*parent.path, len(parent.content) - 1)
        key = parent.key or ""
        parent.key = None
        if not parent.skip:
            parent.content[key] = value
        return (*parent.path, key)

    def _begin(self, event: Any, content: dict[str, Any] | list[Any]) -> None:
        start = event.start_mark.index
        if self._is_key():
            raise _Unreadable(
                self._finding(WRONG_SHAPE, (start, start + 1), (hints.COMPLEX_KEY, hints.COMPLEX_KEY_HELP))
            )
        if len(self.stack) >= MAX_DEPTH:
            raise _Unreadable(
                self._finding(NOT_YAML, (start, start + 1), (hints.TOO_DEEP, hints.TOO_DEEP_HELP))
            )
        if event.anchor is not None or event.tag is not None:
            start = self._forbidden(event, start, start + 1)
        self.stack.append(_Open(self._attach(content, start), content, start))

    def _end(self, event: Any) -> None:
        ended = self.stack.pop()
        end = event.end_mark.index
        # a block collection ends where the next token begins: take back the blank lines and comments between
        text = self.source.text[ended.start : end]
        self.places.values.setdefault(ended.path, (ended.start, ended.start + len(text.rstrip())))

    def _forbidden(self, event: Any, start: int, end: int) -> int:
        """Report an anchor or tag in front of a value; return where the value itself begins."""
        what = hints.forbidden(event.anchor, event.tag)
        self.findings.append(self._finding(FORBIDDEN_YAML, (start, end), what, self._next_path()))
        return int(start)

    def _next_path(self) -> DocPath:
        if not self.stack:
            return ()
        parent = self.stack[-1]
        last = len(parent.content) if isinstance(parent.content, list) else parent.key
        return parent.path if last is None else (*parent.path, last)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        what = hints.alias(event.anchor)

        self._unusable(FORBIDDEN_YAML, (start, end), what, self._next_path())
        if self._is_key():
            self._count(self.stack[-1], start)
            self.stack[-1].key, self.stack[-1].skip = "", True
        else:
            self._attach(None, start)
