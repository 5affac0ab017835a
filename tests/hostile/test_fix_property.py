"""`--fix` on mutated real SOPs: it changes the texts it names and nothing else, and a second time nothing at all."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopkit.app.check import CheckOptions, Input, check
from sopkit.app.fix import fix
from sopkit.app.project import Project
from sopkit.config import Settings
from sopkit.lint.knowledge import Knowledge
from sopkit.load.document import read_document
from sopkit.source import SourceFile

ROOT = Path(__file__).parents[2]
REAL = tuple(path.read_bytes().decode() for path in sorted((ROOT / "sops").rglob("*.yaml")))
PROJECT = Project(Settings(), Knowledge())
MENDABLE = (
    (r"(\d) menit", r"\1 mnt"),
    (r"(\d) jam", r"\1jam"),
    (r"(\d) hari", r"\1 hr"),
    ("Februari", "Pebruari"),
    ("Maret", "March"),
    ("November", "Nopember"),
    ("Nomor ", "No. "),
    (" Tahun ", " Th. "),
    ("Undang-Undang", "UU"),
    ("koordinasi", "kordinasi"),
    ("analisis", "analisa"),
    ("dokumen", "dokument"),
    ("/20", "/ 20"),
)


def quoted(line, style):
    """The line with its plain value written in another way of writing the same text."""
    match = re.fullmatch(r"(\s*(?:- )?(?:\w+: )?)([^\s'\"\[{|>#&*!%@`-][^'\"#:\\]*?)\s*", line)
    if not match:
        return line
    head, value = match.groups()
    return {
        "single": f"{head}'{value}'",
        "double": f'{head}"{value}"',
        "comment": f"{head}{value}  # catatan: {value}",
        "folded": f"{head}{value.replace(' ', chr(10) + ' ' * 12, 1)}",
    }[style]


@st.composite
def mendable(draw):
    text = draw(st.sampled_from(REAL))
    for pattern, worse in draw(st.lists(st.sampled_from(MENDABLE), min_size=1, max_size=5, unique=True)):
        text = re.sub(pattern, worse, text, count=draw(st.sampled_from((0, 1, 3))))
    lines = text.splitlines()
    for at in draw(st.lists(st.integers(0, len(lines) - 1), max_size=25)):
        lines[at] = quoted(lines[at], draw(st.sampled_from(("single", "double", "comment", "folded"))))
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    text = "\n".join(lines) + draw(st.sampled_from(("", "\n", "\n\n# akhir\n")))
    bom = draw(st.sampled_from((b"", b"\xef\xbb\xbf")))
    return bom + text.replace("\n", end).encode()


def scalars(data, path=()):
    if isinstance(data, dict):
        return {
            place: text for key, part in data.items() for place, text in scalars(part, (*path, key)).items()
        }
    if isinstance(data, list):
        return {
            place: text for i, part in enumerate(data) for place, text in scalars(part, (*path, i)).items()
        }
    return {path: data}


def document(data):
    return read_document(SourceFile("a", data.decode("utf-8-sig")))


def outside(data, paths):
    """The text with the scalars at `paths` taken out."""
    read = document(data)
    text = read.source.text
    for start, end in sorted((read.places.value_range(path) for path in paths), reverse=True):
        text = text[:start] + text[end:]
    return text


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(data=mendable(), unsafe=st.booleans())
def test_mending_changes_the_texts_it_names_and_nothing_else(data, unsafe):
    options = CheckOptions()
    fixed = fix(Input("a.yaml", data, 0), PROJECT, options, unsafe=unsafe)
    before, after = scalars(document(data).data), scalars(document(fixed.after).data)
    changed = {path for path in before if before[path] != after[path]}
    named = {found.fix.path for found in fixed.applied}
    assert list(before) == list(after)
    assert changed <= named | {path[:-1] for path in named if path[-1] == 0}
    assert outside(data, changed) == outside(fixed.after, changed)
    assert fixed.after.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert {*re.findall(rb"\r\n|\r|\n", fixed.after)} == {*re.findall(rb"\r\n|\r|\n", data)}
    again = fix(Input("a.yaml", fixed.after, 0), PROJECT, options, unsafe=unsafe)
    assert (again.after, again.applied) == (fixed.after, ())


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(data=mendable())
def test_what_can_be_mended_is_mended(data):
    fixed = fix(Input("a.yaml", data, 0), PROJECT, CheckOptions(), unsafe=False)
    left = check([Input("a.yaml", fixed.after, 0)], PROJECT, CheckOptions()).findings
    assert [(found.code, found.path) for found in left if found.fix and found.fix.safe] == []
