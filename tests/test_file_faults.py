"""Writing when the machine fails: at every system call of a write the process is killed, and the old file or the new one is left.

The process is followed by ptrace, so that nothing between two system calls can be missed.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sopkit.errors import SopkitError
from sopkit.files import write_if_unchanged, write_whole

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="ptrace as Linux has it")

TRACEME, SYSCALL = 0, 24
OLD, NEW = b"lama\n" * 3000, b"baru\n" * 4000
LIBC = ctypes.CDLL(None, use_errno=True)


def killed_at(stop, write):
    """Run `write` in a child and kill it at its `stop`-th stop (two for each system call); False when it ended before."""
    child = os.fork()
    if not child:
        LIBC.ptrace(TRACEME, 0, None, None)
        os.kill(os.getpid(), signal.SIGSTOP)
        try:
            write()
        finally:
            os._exit(0)
    try:
        os.waitpid(child, 0)
        for _ in range(stop):
            assert LIBC.ptrace(SYSCALL, child, None, None) == 0, "ptrace is not allowed here"
            _, status = os.waitpid(child, 0)
            if os.WIFEXITED(status):
                child = 0
                return False
        return True
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def every_kill(write, prepare, check):
    """Kill the write at every stop, each time anew; how many stops there were."""
    stop = 1
    while True:
        prepare()
        ended = not killed_at(stop, write)
        check(ended=ended)
        if ended:
            return stop
        stop += 1


@pytest.mark.parametrize("writer", ["whole", "unsynced", "unchanged"])
def test_a_kill_at_any_system_call_leaves_the_old_file_or_the_new_one(tmp_path, writer):
    path = tmp_path / "sop.yaml"
    write = {
        "whole": lambda: write_whole(path, NEW),
        "unsynced": lambda: write_whole(path, NEW, sync=False),
        "unchanged": lambda: write_if_unchanged(path, OLD, NEW),
    }[writer]
    seen = set()

    def prepare():
        path.write_bytes(OLD)
        path.chmod(0o640)

    def check(*, ended):
        content = path.read_bytes()
        assert content in (OLD, NEW)
        assert path.stat().st_mode & 0o777 == 0o640
        assert content == NEW or not ended
        seen.add(content)

    stops = every_kill(write, prepare, check)
    assert stops > 10
    assert seen == {OLD, NEW}


def test_a_kill_at_any_system_call_leaves_no_file_or_the_new_one(tmp_path):
    path = tmp_path / "new" / "sop.yaml"

    def check(*, ended):
        if ended or path.exists():
            assert path.read_bytes() == NEW

    every_kill(lambda: write_whole(path, NEW), lambda: path.unlink(missing_ok=True), check)


def test_a_kill_behind_a_link_leaves_the_link_and_the_old_file_or_the_new_one(tmp_path):
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    link.symlink_to(real)

    def check(*, ended):
        assert link.is_symlink()
        assert real.read_bytes() == NEW if ended else real.read_bytes() in (OLD, NEW)

    every_kill(lambda: write_whole(link, NEW), lambda: real.write_bytes(OLD), check)


def test_what_a_killed_write_leaves_behind_is_no_sop(tmp_path):
    path = tmp_path / "sop.yaml"
    path.write_bytes(OLD)
    stop = 1
    while killed_at(stop, lambda: write_whole(path, NEW)):
        stop += 1
    left = {file.name for file in tmp_path.iterdir()} - {"sop.yaml"}
    assert left
    assert all(name.startswith(".") and name.endswith(".tmp") for name in left)


TOO_LARGE = """
import resource, sys
from pathlib import Path
from sopkit.errors import SopkitError
from sopkit.files import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    write_whole(Path(sys.argv[1]), b"baru" * 5_000)
except SopkitError as error:
    print(error.message.en)
"""


def test_a_disk_that_takes_no_more_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "sop.yaml"
    path.write_bytes(OLD)
    process = subprocess.run(
        [sys.executable, "-c", TOO_LARGE, path],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1] / "src")},
    )
    assert process.stdout == f"{path} cannot be written: the system allows no file as large as that\n"
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("fails", ["os.fdopen", "os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"])
def test_a_full_disk_at_any_point_of_a_write_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, fails
):
    path = tmp_path / "sop.yaml"
    path.write_bytes(OLD)

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(fails, full)
    with pytest.raises(SopkitError) as caught:
        write_whole(path, NEW)
    monkeypatch.undo()
    assert caught.value.message.en == f"{path} cannot be written: no space is left on the device"
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]
