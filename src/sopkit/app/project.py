"""The project a command works in: its settings, its root, and the knowledge its rules stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopkit.app.ground import Depths, Ground, files_meant, find_ground, is_whole
from sopkit.config import Settings, default_settings, read_settings
from sopkit.fixed import Fixed
from sopkit.lint.knowledge import Knowledge, package_knowledge
from sopkit.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sopkit.files import InputFile

__all__ = ["Project", "depth_below", "input_files", "is_whole", "open_project", "project_on"]


class Project(Fixed):
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
    return project_on(find_ground(paths, config))


def project_on(ground: Ground) -> Project:
    """The project of what lies on disk.

    Raises:
        SopkitError: `sopkit.toml` says what it may not say.
    """
    if ground.file is None:
        return Project(default_settings(), package_knowledge())
    settings = read_settings(str(ground.file), ground.text)
    if not ground.tables:
        return Project(settings, package_knowledge(), ground.file)
    texts = dict(ground.tables)

    def table(name: str | None) -> SourceFile | None:
        return SourceFile(name, texts[name]) if name else None

    knowledge = Knowledge(own_words=table(settings.data.kata), own_regulations=table(settings.data.regulasi))
    return Project(settings, knowledge, ground.file)


def input_files(paths: Sequence[str], project: Project) -> tuple[InputFile, ...]:
    """The files meant by `paths`; without paths those in `sops/`, else those below the folder of `sopkit.toml`.

    Raises:
        SopkitError: a path cannot be used, or there is neither.
    """
    return files_meant(paths, project.root, project.tables())


def depth_below(file: InputFile, project: Project) -> int | None:
    """How many folders `file` lies below the root of the SOPs; None when it lies below none."""
    return Depths(project.root).of(file)
