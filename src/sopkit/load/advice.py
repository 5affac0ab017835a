"""What to do about content that does not have the shape of an SOP: words of help, by place and by what stands there."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sopkit.errors import Text
from sopkit.load.keys import LIST_ITEM, homes, known_keys, pattern_of
from sopkit.model.sop import Status
from sopkit.spelling import nearest

if TYPE_CHECKING:
    from sopkit.load.document import Document
    from sopkit.source import DocPath

_STEPS = Text(
    "awali setiap langkah dengan tanda -: - kegiatan: …", "begin each step with a dash: - kegiatan: …"
)
_ITEMS = Text("awali setiap butir dengan tanda -", "begin each item with a dash")
_QUOTE = Text(
    'bila titik dua itu bagian dari teks, beri tanda kutip: "…"',
    'if the colon belongs to the text, quote it: "…"',
)
_COLUMNS = Text(
    "tulis kunci dan judul setiap kolom di bawahnya, misalnya sekretaris: Sekretaris",
    "write the key and the heading of each column below it, such as sekretaris: Sekretaris",
)
_COMMA = Text(
    'bila koma itu bagian dari teks, beri tanda kutip: "…, …"',
    'if the comma belongs to the text, quote it: "…, …"',
)
_HASH = Text(
    'tanda # memulai komentar; bila termasuk teks, beri tanda kutip: "#…"',
    'a # begins a comment; if it belongs to the text, quote it: "#…"',
)
_BY_PLACE = {("langkah",): _STEPS, ("langkah", LIST_ITEM): _STEPS, ("pelaksana",): _COLUMNS}
_FIRST = {
    "sopkit": Text("tambahkan sopkit: 1", "add sopkit: 1"),
    "langkah": Text(
        "tambahkan langkah: dan di bawahnya - kegiatan: …", "add langkah: and below it - kegiatan: …"
    ),
}


def meant(path: DocPath) -> DocPath:
    """The place of the known key that the unknown key at `path` is a misspelling of; `path` itself where none is near."""
    key = _clean(str(path[-1]))
    known = known_keys(path[:-1])
    near = key if key in known else nearest(key, known)
    return (*path[:-1], near) if near else path


def of_a_missing_key(key: str) -> Text:
    """What to do where `key` is missing."""
    return _FIRST.get(key, Text(f"tambahkan {key}: …", f"add {key}: …"))


def of_an_unknown_key(path: DocPath, value: object, document: Document) -> Text:
    """What to do about the unknown key at `path`, whose value is `value`."""
    key = str(path[-1])
    odd = next((char for char in key if _is_odd(char)), None)
    if odd is not None:
        return _retype(odd, _clean(key))
    if value is None and _stands_alone(path, document):
        return _COMMA
    near = meant(path)
    if near != path and not _is_inside(path, key):
        return Text(f"maksudnya {near[-1]}?", f"did you mean {near[-1]}?")
    known = ", ".join(known_keys(path[:-1]))
    return _home(path, key) or Text(f"kunci yang dikenal di sini: {known}", f"known keys here: {known}")


def _is_odd(char: str) -> bool:
    """Whether a character cannot be told from a blank, or not be seen at all."""
    return char != " " and unicodedata.category(char) in {"Cc", "Cf", "Zs"}


def _clean(key: str) -> str:
    """`key` as it looks: without invisible characters and unusual blanks."""
    return "".join(char for char in key if not _is_odd(char)).strip()


def _retype(odd: str, clean: str) -> Text:
    name = f"U+{ord(odd):04X}"
    return Text(
        f"di sini ada karakter tak tampak {name}, biasanya dari Word; ketik ulang {clean} dan spasi di depannya",
        f"there is an invisible character {name} here, usually from Word; type {clean} and the blanks before it again",
    )


def _stands_alone(path: DocPath, document: Document) -> bool:
    """Whether the key has no colon behind it: a word behind a comma inside {…}."""
    key = document.places.key_range(path)
    return key is not None and document.source.text[key[1] :].lstrip()[:1] in {",", "}"}


def _is_inside(path: DocPath, key: str) -> bool:
    """Whether `key` belongs exactly one level further in, as waktu does in mutu_baku."""
    here = pattern_of(path[:-1])
    return any(home[:-1] == here for home in homes(key) if home)


def _home(path: DocPath, key: str) -> Text | None:
    """Where `key`, which is known elsewhere, belongs."""
    here = pattern_of(path[:-1])
    places = homes(key)
    for home in places:
        if home and home[:-1] == here:
            return Text(f"pindahkan ke dalam {home[-1]}", f"move it into {home[-1]}")
    for home in places:
        if home == here[: len(home)]:
            part = next(part for part in here[len(home) :] if part != LIST_ITEM)
            return Text(
                f"kunci ini tidak termasuk {part}; kurangi spasi di depannya",
                f"this key does not belong to {part}; give it less indent",
            )
    names = [part for part in places[0] if part != LIST_ITEM] if places else []
    if not names:
        return None
    return Text(f"tempatnya di dalam {names[-1]}", f"it belongs into {names[-1]}")


def of_a_kind(path: DocPath, value: object, document: Document) -> Text | None:
    """What to do where `value` is of the wrong kind: a text for a list, pairs for a text, nothing at all."""
    pattern = pattern_of(path)
    if pattern == ("langkah", LIST_ITEM) and isinstance(value, str):
        return Text(f"tulis - kegiatan: {value}", f"write - kegiatan: {value}")
    if pattern in _BY_PLACE:
        return _BY_PLACE[pattern]
    keys = known_keys(path)
    if keys and not isinstance(value, dict):
        listed = ", ".join(f"{key}: …" for key in keys)
        return Text(f"tulis di bawahnya, menjorok: {listed}", f"write below it, indented: {listed}")
    if isinstance(value, dict):
        return _QUOTE
    if value is None and _is_comment(path, document):
        return _HASH
    return None


def of_a_value(path: DocPath, value: object) -> Text | None:
    """What to do where a value is refused by its own field."""
    if path == ("status",):
        near = nearest(value.casefold(), tuple(Status)) if isinstance(value, str) else None
        return Text(f"maksudnya {near}?", f"did you mean {near}?") if near else None
    if path == ("langkah",):
        return _STEPS
    if isinstance(value, dict) and not known_keys(path):
        return _ITEMS if len(path) == 1 else None
    return None


def _is_comment(path: DocPath, document: Document) -> bool:
    """Whether a # follows the key at `path` where its value should be."""
    key = document.places.key_range(path)
    return key is not None and document.source.text[key[1] :].lstrip(": ").startswith("#")
