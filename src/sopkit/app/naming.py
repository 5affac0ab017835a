"""What the written files are called: after their sources, never after what stands in them, and never twice the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sopkit.files import InputFile

INDEX = "index"
"""The name of the page that lists all sheets; no sheet is called so."""
_ENDINGS = (".sop.yaml", ".sop.yml", ".yaml", ".yml")


def output_names(files: Sequence[InputFile]) -> Mapping[Path, PurePosixPath]:
    """For each source its name below the output folder, without suffix: where it lay below the folder given.

    Sources whose names would be one, also where a file system does not tell capitals apart, keep their full file name, below
    the name of the folder given.

    Raises:
        SopkitError: two names are one even then.
    """
    short = {file.path: _relative(file).with_name(_stem(file.path.name)) for file in files}
    used = Counter([_folded(name) for name in short.values()] + [INDEX])
    names = {
        file.path: short[file.path] if used[_folded(short[file.path])] == 1 else _long(file) for file in files
    }
    _refuse_twins(names)
    return names


def _relative(file: InputFile) -> PurePosixPath:
    """The path of the source below the folder given; only its name when it was given itself."""
    return PurePosixPath(file.path.relative_to(file.base)) if file.base else PurePosixPath(file.path.name)


def _long(file: InputFile) -> PurePosixPath:
    folder = file.base.resolve().name if file.base else file.path.resolve().parent.name
    return PurePosixPath(folder or INDEX) / _relative(file)


def _stem(name: str) -> str:
    ending = next((ending for ending in _ENDINGS if name.lower().endswith(ending)), "")
    stem = name[: len(name) - len(ending)] if ending else PurePosixPath(name).stem
    return stem or name


def _folded(name: PurePosixPath) -> str:
    return str(name).casefold()


def _refuse_twins(names: Mapping[Path, PurePosixPath]) -> None:
    seen: dict[str, Path] = {}
    for source, name in names.items():
        first = seen.setdefault(_folded(name), source)
        if first != source:
            raise SopkitError(
                Text(
                    f"{first} dan {source} akan ditulis ke berkas yang sama; render keduanya terpisah",
                    f"{first} and {source} would be written to the same file; render them apart",
                )
            )
