"""A draft → the data of a YAML file and the comments in it: which key every value belongs to, and what is said beside it.

The writing of YAML itself belongs in `load.writing`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sopkit.errors import Text
from sopkit.intake.draft import IDENTITY, Draft, Note
from sopkit.intake.source import Place
from sopkit.load.writing import write_document
from sopkit.model.sop import SELESAI

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopkit.errors import Language
    from sopkit.intake.draft import DraftStep, Exit, Value
    from sopkit.source import DocPath

_UNTITLED = "Tanpa nama"
_UNREAD = "(belum terbaca)"
_LISTS = (*IDENTITY[12:], "tanggal.revisi")


def draft_yaml(draft: Draft, schema: str | None = None) -> str:
    """The YAML text of `draft` with `# periksa: …` above every doubtful value; `schema` is the path of the JSON Schema.

    It always loads: what the format requires and the source did not give stands in as a text that says so.
    """
    head = [f"yaml-language-server: $schema={schema}"] if schema else []
    comments: dict[DocPath, list[str]] = {}
    for note in notes(draft):
        comments.setdefault(note.path, []).append(f"periksa: {note.message.id}{where(note.place, 'id')}")
    rest = comments.setdefault((), [])
    for unused in draft.unused:
        rest.append(f"tidak terpakai{where(unused.place, 'id')}: {unused.text}")
    return write_document(draft_data(draft), comments, head)


def where(place: Place, language: Language) -> str:
    """A place in brackets, with a blank in front: ` (halaman 1, baris 3)`; "" where nothing is known of it."""
    words = {"id": ("halaman", "baris"), "en": ("page", "row")}[language]
    parts = [
        f"{word} {number}" for word, number in zip(words, (place.page, place.row), strict=True) if number
    ]
    return f" ({', '.join(parts)})" if parts else ""


def draft_data(draft: Draft) -> dict[str, Any]:
    """The data of the file, keys in the order of the format."""
    data: dict[str, Any] = {"sopkit": 1, "nomor": None, "nama": None, "status": "draf"}
    for key in IDENTITY:
        texts = _texts(draft.identity.get(key, ()))
        *parents, last = key.split(".")
        inside = data
        for parent in parents:
            inside = inside.setdefault(parent, {})
        inside[last] = _one_or_many(texts) if key in _LISTS else (texts[0] if texts else None)
    data["nama"] = data["nama"] or _UNTITLED
    if draft.labels:
        data["label"] = {key: _text(value) for key, value in draft.labels.items()}
    if draft.separate_ends:
        data["mulai_selesai"] = "terpisah"
    if draft.roles:
        data["pelaksana"] = {key: value.text for key, value in draft.roles.items()}
    references = _references(draft.steps)
    data["langkah"] = [_step(step, i, references) for i, step in enumerate(draft.steps)]
    if not _has_steps(draft):
        data["langkah"] = [{"kegiatan": _UNREAD}, *data["langkah"]]
    return data


def notes(draft: Draft) -> tuple[Note, ...]:
    """All that a person must look at in the draft, in the order of the file; those about the whole come last."""
    found: list[Note] = []
    nowhere = Place(None, None, draft.source)
    if not _texts(draft.identity.get("nama", ())):
        found.append(Note(("nama",), nowhere, _NO_NAME))
    for key in IDENTITY:
        values = draft.identity.get(key, ())
        found += _doubts(values, tuple(key.split(".")), listed=key in _LISTS)
    for key, value in draft.labels.items():
        found += _doubt(value, ("label", key))
    for key, value in draft.roles.items():
        found += _doubt(value, ("pelaksana", key))
    offset = 0 if _has_steps(draft) else 1
    if offset:
        found.append(Note(("langkah", 0, "kegiatan"), nowhere, _NO_STEPS))
    for number, step in enumerate(draft.steps, start=offset):
        found += _step_notes(step, ("langkah", number))
    return (*found, *draft.remarks)


_NO_NAME = Text("nama SOP tidak ditemukan dalam sumber", "the source does not name the SOP")
_NO_STEPS = Text("langkah tidak terbaca dari sumber", "no step could be read from the source")


def _doubt(value: Value | None, path: DocPath) -> list[Note]:
    return [Note(path, value.place, value.why)] if value is not None and value.why is not None else []


def _doubts(values: Iterable[Value | None], path: DocPath, *, listed: bool) -> Iterable[Note]:
    """The doubts about the values at `path`; in a list each stands at its own place among those with a text."""
    own = tuple(values)
    many = listed and sum(1 for value in own if _text(value)) > 1
    position = 0
    for value in own:
        at = many and _text(value)
        yield from _doubt(value, (*path, position) if at else path)
        position += 1 if at else 0


def _step_notes(step: DraftStep, path: DocPath) -> Iterable[Note]:
    for text in step.doubts:
        yield Note(path, step.place, text)
    yield from _doubt(step.kegiatan, (*path, "kegiatan"))
    if step.role_why is not None:
        yield Note((*path, "pelaksana"), step.place, step.role_why)
    for key in ("kelengkapan", "waktu", "output"):
        values = getattr(step, key)
        listed = isinstance(values, tuple)
        own = values if isinstance(values, tuple) else (values,)
        yield from _doubts(own, (*path, "mutu_baku", key), listed=listed)
    yield from _doubt(step.keterangan, (*path, "keterangan"))
    for branch, one in (step.exits or {}).items():
        if one.why is not None:
            yield Note((*path, "keputusan", branch), step.place, one.why)


def _has_steps(draft: Draft) -> bool:
    return any(_text(step.kegiatan) for step in draft.steps)


def _text(value: Value | None) -> str | None:
    """The text of a value; None for none and for blanks."""
    return value.text.strip() or None if value is not None else None


def _texts(values: Iterable[Value]) -> list[str]:
    return [text for text in map(_text, values) if text]


def _one_or_many(texts: list[str]) -> str | list[str] | None:
    return texts if len(texts) > 1 else (texts[0] if texts else None)


def _references(steps: tuple[DraftStep, ...]) -> dict[int, str]:
    """How a row is referred to: by its printed number, or by an id where that number stands twice."""
    printed = [_text(step.nomor) or str(i) for i, step in enumerate(steps, start=1)]
    times = Counter(printed)
    return {
        i: number if times[number] == 1 and number != SELESAI else f"baris_{i + 1}"
        for i, number in enumerate(printed)
    }


def _step(step: DraftStep, position: int, references: dict[int, str]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if references[position].startswith("baris_"):
        data["id"] = references[position]
    if _text(step.nomor):
        data["nomor"] = _text(step.nomor)
    data["kegiatan"] = _text(step.kegiatan)
    data["pelaksana"] = _roles(step)
    data["mutu_baku"] = {
        "kelengkapan": _one_or_many(_texts(step.kelengkapan)),
        "waktu": _text(step.waktu),
        "output": _one_or_many(_texts(step.output)),
    }
    if step.exits:
        data["keputusan"] = {branch: _exit(one, references) for branch, one in step.exits.items()}
    elif step.next:
        data["lanjut"] = _one_or_many([_reference(target, references) for target in step.next])
    if step.keterangan is not None:
        data["keterangan"] = _text(step.keterangan)
    return data


def _roles(step: DraftStep) -> Any:
    if step.together and len(step.roles) > 1:
        return {"bersama": list(step.roles)}
    return _one_or_many(list(step.roles))


def _exit(one: Exit, references: dict[int, str]) -> Any:
    target = _reference(one.target, references)
    return {"ke": target, "label": one.label} if one.label else target


def _reference(target: int | None, references: dict[int, str]) -> str:
    return SELESAI if target is None else references[target]
