"""The identity block of one SOP: labelled fields, the agency at the head, the title where no label names it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.intake.agency import Line, read_agency
from sopkit.intake.draft import Note, Value
from sopkit.intake.labels import Labelled, read_labels
from sopkit.intake.lists import is_nothing, items, one_line
from sopkit.intake.signer import read_signer
from sopkit.intake.source import Unused
from sopkit.intake.words import SECTIONS, fold
from sopkit.model.tanggal import parse_tanggal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopkit.intake.region import Region
    from sopkit.intake.source import Place
    from sopkit.intake.words import Words

_DATES = ("pembuatan", "revisi", "efektif")
_TITLE = re.compile(r"(?:sop|standar operasional|prosedur|pos)\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:hal(?:aman)?\.?\s*)?[-–—\s]*[0-9]{1,3}[-–—\s]*(?:dari\s+[0-9]{1,3})?", re.IGNORECASE
)
_DATE_SPLIT = re.compile(r"\n+|;|,(?=\s*[0-9]{1,2}\s)")
_NIP_DIGITS = 18


@dataclass
class Identity:
    """What was read: values by the keys of `IDENTITY`, the labels of this office, and what found no place."""

    values: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    labels: dict[str, Value] = field(default_factory=dict)
    remarks: list[Note] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)


def read_identity(regions: Sequence[Region], words: Words) -> Identity:
    """The fields of the block that `regions` make up together."""
    identity = Identity()
    read = [(region, read_labels(region, words)) for region in regions]
    _sort_out([one for _, labelled in read for one in labelled], identity, words)
    taken = {(id(region), cell) for region, labelled in read for one in labelled for cell in one.cells}
    loose = [
        Line(text, region.place(cell))
        for region in regions
        for cell in region.cells
        if (id(region), cell) not in taken
        for text in _lines(cell.text, words)
    ]
    agency = read_agency(loose, words)
    identity.values.update({key: (value,) for key, value in agency.values.items()})
    _title(agency.rest, identity)
    identity.unused += [Unused(line.place, line.text) for line in agency.rest]
    return identity


def _lines(text: str, words: Words) -> Iterator[str]:
    for line in text.splitlines():
        if (
            fold(line)
            and not words.begins_with(line, "bukan_isi")
            and not _PAGE_NUMBER.fullmatch(line.strip())
        ):
            yield one_line(line)


def _sort_out(found: Sequence[Labelled], identity: Identity, words: Words) -> None:
    """Fields by key; the first with a text counts, another text for the same field is kept as unused and told."""
    chosen: dict[str, Labelled] = {}
    for one in found:
        known = chosen.get(one.key)
        if one.after:
            _unlabelled(one, found, identity)
        elif known is None or (is_nothing(known.text) and not is_nothing(one.text)):
            chosen[one.key] = one
        elif not is_nothing(one.text) and fold(one.text) != fold(known.text):
            identity.unused.append(Unused(one.place, f"{one.printed}: {one_line(one.text)}"))
            identity.remarks.append(Note((), one.place, _twice(one.printed)))
    for key, one in chosen.items():
        own = _values(one, words)
        for name, values in own.items():
            identity.values[name] = values + identity.values.get(name, ())
        _label(key, one, identity, words)


def _twice(label: str) -> Text:
    return Text(
        f"“{label}” tercetak dua kali dengan isi berbeda; yang pertama dipakai",
        f"“{label}” is printed twice with different texts; the first is used",
    )


def _unlabelled(one: Labelled, found: Sequence[Labelled], identity: Identity) -> None:
    """Text without a label below a section: the next section where that is the one missing from the sheet's order."""
    labelled = {other.key for other in found if not other.after}
    place = SECTIONS.index(one.key) + 1
    following = SECTIONS[place] if place < len(SECTIONS) else None
    guess = following if following == "pencatatan" and following not in labelled else one.key
    why = Text(
        f"bagian ini tanpa judul dalam sumber; dikira {guess}",
        f"this part has no heading in the source; taken for {guess}",
    )
    values = tuple(Value(item, one.place, why) for item in items(one.text))
    identity.values[guess] = identity.values.get(guess, ()) + values


def _label(key: str, one: Labelled, identity: Identity, words: Words) -> None:
    """The office's own word for a field, where it is another one; capitals become those of a heading."""
    if fold(one.printed) == fold(words.standard(key)):
        return
    text = one.printed
    if text.isupper():
        text = " ".join(word if word.lower() != "dan" else "dan" for word in text.title().split())
        text = re.sub(r"\b(Sop|Ap)\b", lambda match: match[0].upper(), text).replace(" Dan ", " dan ")
    identity.labels[key] = Value(text, one.place)


def _values(one: Labelled, words: Words) -> dict[str, tuple[Value, ...]]:
    if one.key in SECTIONS:
        return {one.key: tuple(Value(item, one.place) for item in items(one.text))}
    if one.key == "disahkan_oleh":
        return _signer(one, words)
    if is_nothing(one.text):
        return {}
    if one.key in _DATES:
        return {f"tanggal.{one.key}": _dates(one)}
    return {one.key: (_single(one),)}


def _single(one: Labelled) -> Value:
    lines = [line for line in one.text.split("\n\n") if fold(line)]
    if one.key == "nomor" and len(lines) > 1:
        why = Text(
            f"beberapa nomor tercetak ({', '.join(map(one_line, lines))}); yang terakhir dipakai",
            f"several numbers are printed ({', '.join(map(one_line, lines))}); the last is used",
        )
        return Value(one_line(lines[-1]), one.place, why)
    text = one_line(one.text)
    odd = one.key == "nomor" and not any(char.isdigit() for char in text)
    return Value(text, one.place, _NO_DIGIT if odd else None)


_NO_DIGIT = Text("nomor SOP ini tanpa angka", "this number has no digit")


def _dates(one: Labelled) -> tuple[Value, ...]:
    texts = [one_line(text) for text in _DATE_SPLIT.split(one.text) if not is_nothing(text)]
    values = tuple(Value(text, one.place, _unreadable(text)) for text in texts)
    if one.key == "revisi" or len(values) == 1:
        return values
    whole = one_line(one.text)
    return (Value(whole, one.place, _unreadable(whole)),)


def _unreadable(text: str) -> Text | None:
    if parse_tanggal(text).readable:
        return None
    return Text("tidak terbaca sebagai tanggal", "this cannot be read as a date")


def _signer(one: Labelled, words: Words) -> dict[str, tuple[Value, ...]]:
    signer = read_signer(one.text, words)
    place: Place = one.place
    values: dict[str, tuple[Value, ...]] = {}
    for key, text in (("jabatan", signer.jabatan), ("nama", signer.nama), ("pangkat", signer.pangkat)):
        if text:
            values[f"disahkan_oleh.{key}"] = (Value(text, place, signer.why if key == "nama" else None),)
    if signer.nip:
        digits = sum(char.isdigit() for char in signer.nip)
        why = (
            Text(f"NIP ini {digits} angka", f"this NIP has {digits} digits")
            if digits != _NIP_DIGITS
            else None
        )
        values["disahkan_oleh.nip"] = (Value(signer.nip, place, why),)
    return values


def _title(lines: list[Line], identity: Identity) -> None:
    """A heading that repeats the name is used up; without a labelled name the first that looks like a title is it."""
    name = identity.values.get("nama")
    if name:
        known = fold(name[0].text)
        lines[:] = [line for line in lines if not _repeats(fold(line.text), known)]
        return
    title = next((line for line in lines if _TITLE.match(line.text)), None)
    if title is not None:
        why = Text(
            "nama SOP diambil dari judul karena tidak ada isian Nama SOP",
            "taken from the title because no field names the SOP",
        )
        identity.values["nama"] = (Value(title.text, title.place, why),)
        lines.remove(title)


def _repeats(line: str, name: str) -> bool:
    bare = re.sub(r"^(?:sop|standar operasional prosedur|prosedur|ap)\s+", "", line)
    return name in (line, bare) or re.sub(r"^(?:sop|prosedur)\s+", "", name) == bare
