"""Files on disk: which files are meant by the paths of a command, reading them within bounds, writing them whole.

Every file that sopkit writes goes through `write_whole`.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopkit.errors import SopkitError, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".yaml", ".yml")
DATA = Path(__file__).parent / "data"
"""The tables of the package."""
STANDARD_INPUT = "-"


class InputFile(NamedTuple):
    """A file to read. `name` is how reports call it, and its path: as the user typed it, with forward slashes.

    `base` is the folder given by the user in which it was found, None for a file given itself; `is_link` says that it lies
    elsewhere. Ten thousand files are found sooner than as many paths are made, so that a path is made when asked for.
    """

    name: str
    base: Path | None = None
    is_link: bool = False

    @property
    def path(self) -> Path:
        """Where the file lies; what is written from standard input is called after it."""
        return Path("stdin" if self.name == STANDARD_INPUT else self.name)


def find_files(
    paths: Sequence[str], leave_out: frozenset[Path] = frozenset(), suffixes: tuple[str, ...] = SUFFIXES
) -> tuple[InputFile, ...]:
    """The files meant by `paths`: files as given, and all with one of `suffixes` below folders, sorted by name.

    Hidden folders and the resolved paths of `leave_out` are passed over; links to folders are not followed; a file that is
    meant twice comes once.

    Raises:
        SopkitError: a path is not there, is no file or folder, or a folder has no such file.
    """
    files = [file for given in paths for file in _expand(given, leave_out, suffixes)]
    if len(paths) > 1:
        once: dict[Path, InputFile] = {}
        for file in files:
            once.setdefault(file.path.absolute(), file)
        files = list(once.values())
    return tuple(sorted(files, key=attrgetter("name")))


def _expand(given: str, leave_out: frozenset[Path], suffixes: tuple[str, ...]) -> list[InputFile]:
    if given == STANDARD_INPUT:
        raise SopkitError(
            Text(
                "masukan standar (-) tidak dapat digabung dengan berkas lain",
                "standard input (-) cannot be combined with other files",
            )
        )
    if not given:
        # Path("") is the current folder: an unset variable of a script must not mean all that lies there
        raise SopkitError(
            Text(
                "nama berkas kosong; sebutkan berkas atau folder SOP",
                "a path is empty; name a file or folder of SOPs",
            )
        )
    path = Path(given)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise unreadable(given, error) from error
    if stat.S_ISREG(mode):
        return [InputFile(path.as_posix(), is_link=path.is_symlink())]
    if not stat.S_ISDIR(mode):
        raise _no_file(given)
    files = [
        InputFile(name, path, is_link)
        for name, is_link in _walk(path, suffixes)
        if not leave_out or Path(name).resolve() not in leave_out
    ]
    if not files:
        kinds = suffixes[0] if suffixes == SUFFIXES else ", ".join(suffixes)
        raise SopkitError(
            Text(
                f"folder {given} tidak berisi berkas {kinds}; sebutkan folder yang lain",
                f"the folder {given} holds no {kinds} file; name another folder",
            )
        )
    return files


def _walk(folder: Path, suffixes: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """The names of the files below `folder`, and which are links, in an order that is not by name.

    Folders may lie in folders as deep as they like.
    """
    left = [folder]
    while left:
        folder = left.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=attrgetter("name"))
        except OSError as error:
            raise unreadable(os.fsdecode(error.filename or folder), error) from error
        inside = (folder / "_").as_posix()[:-1]
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                left.append(folder / name)
            elif name.lower().endswith(suffixes):
                # a pipe or device below a folder would block the run
                if entry.is_file(follow_symlinks=False):
                    yield inside + name, False
                elif _may_be_file(folder / name):
                    yield inside + name, entry.is_symlink()


def _may_be_file(path: Path) -> bool:
    """Whether `path` is a file, or cannot be looked at, so that reading it says why."""
    try:
        return path.is_file()
    except OSError:
        return True


def read_bounded(path: Path | str, limit: int) -> bytes:
    """At most `limit` + 1 bytes of a file, so that the caller sees when it is larger.

    Raises:
        SopkitError: it cannot be read, or is no file: a pipe would be waited for without end.
    """
    try:
        handle = os.open(path, _READ_AT_ONCE)
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise _no_file(str(path))
            return _read(handle, found.st_size, limit + 1)
        finally:
            os.close(handle)
    except OSError as error:
        raise unreadable(str(path), error) from error


_READ_AT_ONCE = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Bytes as they are, and without waiting for the other end of a pipe, where the system knows such."""


def _read(handle: int, size: int, limit: int) -> bytes:
    """At most `limit` bytes of an open file that had `size` bytes when it was opened."""
    data = os.read(handle, min(size + 1, limit))
    if len(data) == size:
        return data  # in one call of the system, as a rule: one byte more was asked for and did not come
    while len(data) < limit and (more := os.read(handle, limit - len(data))):
        data += more
    return data


def read_text(path: Path) -> str:
    """A text file in UTF-8 with line ends as they are.

    Raises:
        SopkitError: the file cannot be read or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise unreadable(str(path), error) from error
    except UnicodeDecodeError as error:
        raise SopkitError(
            Text(
                f"{path} bukan teks UTF-8; simpan ulang sebagai UTF-8",
                f"{path} is not UTF-8; save it as UTF-8",
            )
        ) from error


def write_whole(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Write `data` to `path` whole or not at all: a temporary file beside it, synced, then put in its place.

    A link is followed, the mode of an existing file is kept, missing folders are made. A device or pipe, such as
    `/dev/stdout`, is written to as it is: it must never be replaced by a file. Without `sync` a power failure may leave the
    file damaged, which suits only what can be made again.

    Raises:
        SopkitError: it cannot be written; what was there before is untouched.
    """
    try:
        before = _mode(path)
        if before is not None and not stat.S_ISREG(before) and not stat.S_ISDIR(before):
            _write_through(path, data)
            return
        target = path.resolve() if path.is_symlink() else path
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data, stat.S_IMODE(before) if before is not None else None, sync=sync)
    except (OSError, RuntimeError, ValueError) as error:
        raise unwritable(str(path), error) from error


def _mode(path: Path) -> int | None:
    """Kind and mode of what `path` leads to, None where nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb", buffering=0) as file:
        left = memoryview(data)
        while left:
            left = left[file.write(left) or 0 :]


def write_if_unchanged(path: Path, before: bytes, after: bytes) -> None:
    """Write `after` to `path` as long as it still holds `before`.

    Raises:
        SopkitError: it holds something else by now, or it cannot be read or written.
    """
    if read_bounded(path, len(before)) != before:
        raise SopkitError(
            Text(
                f"{path} berubah selagi diperbaiki dan tidak disentuh; jalankan lagi",
                f"{path} changed while it was being mended and was not touched; run again",
            )
        )
    write_whole(path, after)


def _replace(target: Path, data: bytes, mode: int | None, *, sync: bool) -> None:
    import tempfile  # noqa: PLC0415 - it imports archives and compressors, and a check need not write

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        temporary.chmod(mode if mode is not None else 0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    # the mask can only be read by setting it; sopkit writes from one thread
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _no_file(name: str) -> SopkitError:
    return SopkitError(Text(f"{name} bukan berkas atau folder", f"{name} is neither a file nor a folder"))


_NO_FOLDER = Text("memuat bagian yang bukan folder", "has a part that is no folder")
_LOOP = Text("tautannya berputar ke dirinya sendiri", "its link leads back to itself")
_REASONS = {
    errno.ENOENT: Text("tidak ada", "does not exist"),
    errno.EACCES: Text("tidak boleh diakses", "permission denied"),
    errno.EPERM: Text("tidak boleh diakses", "permission denied"),
    errno.EISDIR: Text("adalah folder", "is a folder"),
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.ELOOP: _LOOP,
    errno.ENAMETOOLONG: Text("namanya terlalu panjang", "its name is too long"),
    errno.ENOSPC: Text("tempat penyimpanan penuh", "no space is left on the device"),
    errno.EDQUOT: Text("jatah penyimpanan habis", "the disk quota is used up"),
    errno.EFBIG: Text(
        "sistem tidak mengizinkan berkas sebesar itu", "the system allows no file as large as that"
    ),
    errno.EROFS: Text("tempat penyimpanan hanya dapat dibaca", "the file system is read-only"),
}


def _reason(error: BaseException) -> Text:
    if isinstance(error, OSError) and error.errno in _REASONS:
        return _REASONS[error.errno]
    if isinstance(
        error, RuntimeError
    ):  # how pathlib tells of a link that leads back to itself, before Python 3.13
        return _LOOP
    detail = getattr(error, "strerror", None) or str(error)
    return Text(f"gagal ({detail})", f"failed ({detail})")


def unreadable(name: str, error: BaseException) -> SopkitError:
    """The error for a path that cannot be read."""
    reason = _reason(error)
    return SopkitError(
        Text(f"{name} tidak dapat dibaca: {reason.id}", f"{name} cannot be read: {reason.en}"),
    )


def unwritable(name: str, error: BaseException) -> SopkitError:
    """The error for a path that cannot be written."""
    reason = _reason(error)
    return SopkitError(
        Text(f"{name} tidak dapat ditulis: {reason.id}", f"{name} cannot be written: {reason.en}")
    )


def find_upwards(start: Path, name: str) -> Path | None:
    """The file `name` in `start` or the nearest folder above it; None when there is none, or `start` is no path at all.

    What is wrong with such a `start` is told by whoever reads it.
    """
    try:
        folder = start.resolve()
        return next((at / name for at in (folder, *folder.parents) if (at / name).is_file()), None)
    except (OSError, RuntimeError, ValueError):
        return None


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder; False for whatever cannot be one, such as a name that is too long."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
