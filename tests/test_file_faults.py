"""Writing when the machine fails: at every system call of a write the process is killed, and the old file or the new one is left.

The process is followed by ptrace, so that nothing between two system calls can be missed.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

import pytest

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
