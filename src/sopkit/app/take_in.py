"""Take in old documents: each file read, turned into drafts, and written where nothing is overwritten unasked."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sopkit.errors import SopkitError, Text
from sopkit.files import find_files, find_upwards, read_bounded, write_whole
from sopkit.intake.assemble import drafts
from sopkit.intake.bounded import Limits, bounded_run
from sopkit.intake.compose import draft_yaml, notes
from sopkit.intake.readers import MAX_BYTES, READERS, read_source
from sopkit.intake.result import TakenDraft, TakenFile
from sopkit.load.loading import load_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sopkit.app.project import Project
    from sopkit.files import InputFile
    from sopkit.intake.draft import Draft

SCHEMA = "schema/sop.schema.json"
_LOCK = "~$"
"""What Office puts before the name of a file that somebody has open."""


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """Where drafts go, and how they are cut and written."""

    out: Path
    everywhere: bool = False
    """A new SOP begins at every table that counts from 1 again."""
    force: bool = False
    """Files that are already there are replaced."""
    dry_run: bool = False
    """Nothing is written."""
    limits: Limits = field(default_factory=Limits)
    """What reading one file may take."""


def source_files(paths: Sequence[str]) -> tuple[InputFile, ...]:
    """The documents meant by `paths`: files as given, and below folders all that a reader knows, sorted by name.

    Raises:
        SopkitError: a path is not there, is no file or folder, or a folder has no such file.
    """
    found = find_files(paths, suffixes=tuple(READERS))
    return tuple(file for file in found if not file.path.name.startswith(_LOCK))


def take_in(files: Sequence[InputFile], project: Project, options: IntakeOptions) -> Iterator[TakenFile]:
    """What becomes of `files`, one at a time in their order; a file at fault does not stop the others."""
    names = _names(files)
    for file in files:
        try:
            yield _take_in(file, names[file.path], project, options)
        except SopkitError as error:
            yield TakenFile(file.name, problem=error.message)
        except Exception as error:  # noqa: BLE001 - a fault of ours in one document must not cost the others
            yield TakenFile(file.name, problem=_internal(file.name, error), internal=True)


def _internal(name: str, error: Exception) -> Text:
    what = f"{type(error).__name__}: {error}"
    return Text(
        f"{name}: kesalahan internal saat membaca ({what}); laporkan",
        f"{name}: internal error while reading ({what}); report it",
    )


def _take_in(file: InputFile, name: PurePosixPath, project: Project, options: IntakeOptions) -> TakenFile:
    with bounded_run(file.name, options.limits):
        document = read_source(read_bounded(file.path, MAX_BYTES), file.name)
        found = drafts(document, project.knowledge, everywhere=options.everywhere)
        paths = [options.out / path for path in _paths(name, len(found))]
        taken = tuple(_draft(draft, path) for draft, path in zip(found, paths, strict=True))
    if options.dry_run:
        return TakenFile(file.name, taken)
    there = [path for path in paths if path.exists() or path.is_symlink()]
    if there and not options.force:
        return TakenFile(file.name, taken, _already_there(there[0]))
    for one, path in zip(taken, paths, strict=True):
        write_whole(path, one.text.encode("utf-8"))
    return TakenFile(file.name, taken)


def _already_there(path: Path) -> Text:
    return Text(
        f"{path.as_posix()} sudah ada dan tidak ditimpa; pakai --force untuk menimpa, atau --out folder lain",
        f"{path.as_posix()} is already there and was not overwritten; use --force to replace it, or another --out",
    )


def _draft(draft: Draft, path: Path) -> TakenDraft:
    """The file of a draft.

    Raises:
        SopkitError: it is too large to be a file of an SOP.
    """
    text = draft_yaml(draft, _schema(path))
    if load_bytes(path.name, text.encode("utf-8")).sop is None:
        raise SopkitError(
            Text(
                f"{draft.source}: draf terlalu besar untuk satu berkas SOP",
                f"{draft.source}: the draft is too large for one file of an SOP",
            )
        )
    return TakenDraft(path.as_posix(), draft, text, notes(draft))


def _schema(path: Path) -> str | None:
    """The way from a draft to the JSON Schema of the collection it lies in; None where there is none."""
    folder = path.parent.absolute()
    schema = find_upwards(folder, SCHEMA)
    return Path(os.path.relpath(schema, folder.resolve())).as_posix() if schema else None


def _paths(name: PurePosixPath, count: int) -> list[PurePosixPath]:
    if count == 1:
        return [name.with_name(f"{name.name}.sop.yaml")]
    return [name.with_name(f"{name.name}-{number}.sop.yaml") for number in range(1, count + 1)]


def _names(files: Sequence[InputFile]) -> Mapping[Path, PurePosixPath]:
    """For each source its name below the output folder: where it lay below the folder given, without suffix.

    Sources whose names would be one, also where a file system does not tell capitals apart, keep their suffix, and where even
    that is the same, a number.
    """
    short = {file.path: _relative(file).with_suffix("") for file in files}
    used = Counter(str(name).casefold() for name in short.values())
    names: dict[Path, PurePosixPath] = {}
    taken: set[str] = set()
    for file in files:
        name = short[file.path]
        if used[str(name).casefold()] > 1:
            name = name.with_name(f"{name.name}-{file.path.suffix.removeprefix('.').lower()}")
        number = 2
        unique = name
        while str(unique).casefold() in taken:
            unique = name.with_name(f"{name.name}-{number}")
            number += 1
        taken.add(str(unique).casefold())
        names[file.path] = unique
    return names


def _relative(file: InputFile) -> PurePosixPath:
    return PurePosixPath(file.path.relative_to(file.base)) if file.base else PurePosixPath(file.path.name)
