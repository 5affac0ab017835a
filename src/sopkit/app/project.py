"""The project a command works in: its settings, its root, and the knowledge its rules stand on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sopkit.config import FILE_NAME, Settings, read_settings
from sopkit.errors import SopkitError, Text
from sopkit.files import STANDARD_INPUT, InputFile, find_files, find_upwards, is_folder, read_text
from sopkit.lint.knowledge import Knowledge
from sopkit.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_FOLDER = "sops"


@dataclass(frozen=True)
class Project:
    """Settings and where they come from. `file` is the `sopkit.toml`, None when there is none; `root` its folder."""

    settings: Settings
    knowledge: Knowledge
    file: Path | None = None

    @property
    def root(self) -> Path | None:
        """The root of the SOPs: the folder of `sopkit.toml`."""
        return self.file.parent if self.file else None

    def tables(self) -> frozenset[Path]:
        """The office's own tables, which are no SOPs."""
        if self.root is None:
            return frozenset()
        names = (self.settings.data.kata, self.settings.data.regulasi)
        return frozenset((self.root / name).resolve() for name in names if name)


def open_project(paths: Sequence[str], config: str | None = None) -> Project:
    """The project of `paths`: the file `config`, else the `sopkit.toml` found upwards from the first path.

    Raises:
        SopkitError: the file or a table that it names cannot be read.
    """
    file = Path(config) if config else _nearest(paths)
    if file is None:
        return Project(Settings(), Knowledge())
    settings = read_settings(str(file), read_text(file))
    return Project(settings, _knowledge(settings, file.parent), file)


def _nearest(paths: Sequence[str]) -> Path | None:
    first = Path(paths[0]) if paths and paths[0] != "-" else Path()
    start = first if is_folder(first) else first.parent
    return find_upwards(start, FILE_NAME)


def _knowledge(settings: Settings, folder: Path) -> Knowledge:
    def table(name: str | None) -> SourceFile | None:
        return SourceFile(name, read_text(folder / name)) if name else None

    return Knowledge(own_words=table(settings.data.kata), own_regulations=table(settings.data.regulasi))


def input_files(paths: Sequence[str], project: Project) -> tuple[InputFile, ...]:
    """The files meant by `paths`; without paths those in `sops/`, else those below the folder of `sopkit.toml`.

    Raises:
        SopkitError: a path cannot be used, or there is neither.
    """
    if list(paths) == [STANDARD_INPUT]:
        return (InputFile(STANDARD_INPUT, Path("stdin")),)
    if paths:
        return find_files(paths, project.tables())
    if Path(DEFAULT_FOLDER).is_dir():
        return find_files([DEFAULT_FOLDER], project.tables())
    if project.root is not None:
        return find_files([_shown(project.root)], project.tables())
    raise SopkitError(
        Text(
            "tidak ada folder sops/ dan tidak ada sopkit.toml; sebutkan berkas atau folder SOP",
            "there is no folder sops/ and no sopkit.toml; name a file or folder of SOPs",
        )
    )


def is_whole(files: Sequence[InputFile]) -> bool:
    """Whether `files` come from folders, so that what is not among them is not there."""
    return any(file.base is not None for file in files)


def _shown(folder: Path) -> str:
    """The folder as a path from here where it lies below, so that reports read well."""
    here = Path.cwd()
    return folder.relative_to(here).as_posix() if folder.is_relative_to(here) else str(folder)


def depth_below(file: InputFile, project: Project) -> int | None:
    """How many folders `file` lies below the root of the SOPs; None when it lies below none."""
    root = project.root or file.base
    if root is None:
        return None
    folder = file.path.resolve().parent
    return len(folder.relative_to(root.resolve()).parts) if folder.is_relative_to(root.resolve()) else None
