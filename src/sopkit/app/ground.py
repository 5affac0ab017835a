"""What a run stands on, as it lies on disk: `sopkit.toml`, the office's own tables, and the files meant.

Nothing is understood here beyond names of files, so that a run that finds everything in the cache needs no more than this.
Settings with their meaning are in `project`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopkit.errors import SopkitError, Text
from sopkit.files import STANDARD_INPUT, InputFile, find_files, find_upwards, is_folder, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE_NAME = "sopkit.toml"
DEFAULT_FOLDER = "sops"


class Ground(NamedTuple):
    """The `sopkit.toml` with its text, None where there is none, and the tables that its [data] names, with their texts."""

    file: Path | None = None
    text: str = ""
    tables: tuple[tuple[str, str], ...] = ()

    @property
    def root(self) -> Path | None:
        """The root of the SOPs: the folder of `sopkit.toml`."""
        return self.file.parent if self.file else None

    def table_files(self) -> frozenset[Path]:
        """The office's own tables, which are no SOPs."""
        root = self.root
        return frozenset((root / name).resolve() for name, _ in self.tables) if root else frozenset()


def find_ground(paths: Sequence[str], config: str | None = None) -> Ground:
    """The ground of `paths`: the file `config`, else the `sopkit.toml` found upwards from the first path.

    Raises:
        SopkitError: the file or a table that it names cannot be read.
    """
    file = Path(config) if config else _nearest(paths)
    if file is None:
        return Ground()
    text = read_text(file)
    return Ground(file, text, tuple((name, read_text(file.parent / name)) for name in _table_names(text)))


def _nearest(paths: Sequence[str]) -> Path | None:
    first = Path(paths[0]) if paths and paths[0] != STANDARD_INPUT else Path()
    start = first if is_folder(first) else first.parent
    return find_upwards(start, FILE_NAME)


def _table_names(text: str) -> tuple[str, ...]:
    """The names under [data]; what is wrong with the file is told when its settings are read."""
    import tomllib  # noqa: PLC0415 - not every office has a sopkit.toml

    try:
        data = tomllib.loads(text).get("data")
    except tomllib.TOMLDecodeError:
        return ()
    names = [data.get("kata"), data.get("regulasi")] if isinstance(data, dict) else []
    return tuple(name for name in names if isinstance(name, str) and name)


def files_meant(paths: Sequence[str], root: Path | None, leave_out: frozenset[Path]) -> tuple[InputFile, ...]:
    """The files meant by `paths`; without paths those in `sops/`, else those below `root`.

    Raises:
        SopkitError: a path cannot be used, or there is neither.
    """
    if list(paths) == [STANDARD_INPUT]:
        return (InputFile(STANDARD_INPUT),)
    if paths:
        return find_files(paths, leave_out)
    if Path(DEFAULT_FOLDER).is_dir():
        return find_files([DEFAULT_FOLDER], leave_out)
    if root is not None:
        return find_files([_shown(root)], leave_out)
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


class Depths:
    """How many folders files lie below the root of the SOPs: `root`, else the folder in which each was found."""

    def __init__(self, root: Path | None) -> None:
        self._root = root
        self._known: dict[tuple[str, Path], int | None] = {}

    def of(self, file: InputFile) -> int | None:
        """The depth of `file`; None when it lies below no root. A link lies where it leads."""
        root = self._root or file.base
        if root is None:
            return None
        if file.is_link:
            return _depth(file.path.resolve().parent, root)
        key = (file.name[: file.name.rfind("/") + 1], root)
        if key not in self._known:
            self._known[key] = _depth(file.path.parent.resolve(), root)
        return self._known[key]


def _depth(folder: Path, root: Path) -> int | None:
    top = root.resolve()
    return len(folder.relative_to(top).parts) if folder.is_relative_to(top) else None
