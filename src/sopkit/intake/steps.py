"""Rows of a table → steps of a draft: texts split into lists, times with their unit, numbers where they are not 1, 2, 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.intake.draft import DraftStep, Value
from sopkit.intake.lists import is_nothing, items, lines, one_line
from sopkit.intake.rows import is_time, with_unit
from sopkit.model.waktu import Bentuk, parse_waktu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopkit.intake.heading import Heading
    from sopkit.intake.rows import Row
    from sopkit.intake.who import Who
    from sopkit.intake.words import Words

_SHARED = Text(
    "satu sel untuk beberapa langkah; bagilah waktunya bila perlu",
    "one cell for several steps; divide the time among them where needed",
)

_SHARED_TEXT = Text(
    "satu sel untuk beberapa langkah; pastikan isinya milik langkah ini",
    "one cell for several steps; make sure that this belongs to the step",
)


def draft_step(row: Row, heading: Heading, who: Who, *, number: bool, words: Words) -> DraftStep:
    """The step of `row`, done by `who`; its printed number only with `number`."""
    task = lines(row.text("kegiatan"))
    doubts = tuple(row.doubts) + _decision(task, words)
    return DraftStep(
        place=row.place,
        kegiatan=Value(task, row.place, _why(row, "kegiatan") if task else _EMPTY),
        nomor=_number(row) if number else None,
        roles=who.roles,
        together=who.together,
        role_why=who.why,
        kelengkapan=_values(row, "kelengkapan"),
        waktu=_waktu(row, heading),
        output=_values(row, "output"),
        keterangan=_note(row),
        doubts=doubts,
    )


def are_counted(rows: Sequence[Row]) -> bool:
    """Whether the printed numbers are 1, 2, 3 …, so that they need not be written."""
    return all(row.number in (None, str(position)) for position, row in enumerate(rows, start=1))


_EMPTY = Text("kegiatan tidak terbaca dari sumber", "the kegiatan could not be read from the source")


def _number(row: Row) -> Value | None:
    if row.number is not None:
        return Value(row.number, row.place)
    return None


def _values(row: Row, key: str) -> tuple[Value, ...]:
    """The items of a cell; what is doubtful about the cell is said once, at the first of them."""
    found = items(row.text(key))
    whys = [_why(row, key), *(None for _ in found)]
    return tuple(Value(item, row.place, why) for item, why in zip(found, whys, strict=False))


def _note(row: Row) -> Value | None:
    text = lines(row.text("keterangan"))
    return None if is_nothing(text) else Value(text, row.place, _why(row, "keterangan"))


def _why(row: Row, key: str) -> Text | None:
    return _SHARED_TEXT if key in row.shared else None


def _waktu(row: Row, heading: Heading) -> Value | None:
    text = one_line(row.text("waktu"))
    if is_nothing(text):
        return None
    written = with_unit(text, heading.unit)
    why = _SHARED if "waktu" in row.shared else None
    if parse_waktu(written).bentuk is Bentuk.TAK_TERBACA:
        why = Text("waktu ini tidak terbaca sebagai lama waktu", "this cannot be read as a length of time")
    elif len(row.texts.get("waktu", ())) > 1 and all(
        is_time(part, heading.unit) for part in row.texts["waktu"]
    ):
        why = Text(
            "beberapa waktu dalam satu langkah digabung", "several times in one step were put together"
        )
    return Value(written, row.place, why)


def _decision(task: str, words: Words) -> tuple[Text, ...]:
    """A note where the sentence speaks of a condition and of going back: the branches themselves are not guessed."""
    folded = f" {task.casefold()} "
    condition = any(f" {word} " in folded for word in words.lists["syarat"])
    back = next((word for word in words.lists["balik"] if word in folded), None)
    if not condition or back is None:
        return ()
    return (
        Text(
            f"kalimat ini menyebut syarat (“{back}”); bila keputusan, tulis cabangnya: keputusan: {{ya: …, tidak: …}}",
            f"the sentence names a condition (“{back}”); if it is a decision, write its branches: keputusan: {{ya: …, tidak: …}}",
        ),
    )
