"""Streams that are closed, full or no longer read, folders that are gone, and Ctrl-C."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = ["validate sops", "duration sops", "render sops --out hasil", "rules", "schema", "explain HKM001"]
SOP = "sopkit: 1\nnama: Uji\nlangkah:\n  - kegiatan: Menyusun draf\n"
NO_TRACEBACK = ("Traceback", "internal error", "Exception ignored")


@pytest.fixture
def office(tmp_path):
    (tmp_path / "sops").mkdir()
    for number in range(40):
        (tmp_path / f"sops/a{number}.sop.yaml").write_text(SOP)
    return tmp_path


def shell(line, cwd):
    """Run a line of the shell in which $SOPKIT is the command."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "src"), "SOPKIT": f"{sys.executable} -m sopkit"}
    return subprocess.run(
        ["bash", "-c", line],
        cwd=cwd,
        env=env,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def quiet(process):
    assert not any(word in process.stderr for word in NO_TRACEBACK), process.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_closed_output_is_one_sentence(command, office):
    process = shell(f"$SOPKIT {command} >&-", office)
    quiet(process)
    assert (process.returncode, process.stderr) == (2, "sopkit: stdout tidak dapat ditulis: tertutup\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_output_is_one_sentence(command, office):
    process = shell(f"$SOPKIT {command} >/dev/full", office)
    quiet(process)
    assert process.returncode == 2
    assert process.stderr == "sopkit: stdout tidak dapat ditulis: tempat penyimpanan penuh\n"


@pytest.mark.parametrize(("command", "status"), [("validate sops", 1), ("duration sops", 0), ("schema", 0)])
def test_a_reader_that_stops_early_changes_nothing(command, status, office):
    process = shell(f"$SOPKIT {command} | head -c 1 >&2; exit ${{PIPESTATUS[0]}}", office)
    quiet(process)
    assert process.returncode == status
    assert len(process.stderr) == 1


@pytest.mark.parametrize("where", [">&-", ">/dev/full"])
def test_errors_that_nobody_can_read_keep_the_exit_status(where, office):
    assert shell(f"$SOPKIT validate tidak-ada 2{where}", office).returncode == 2


def test_a_closed_input_is_one_sentence(office):
    process = shell("$SOPKIT validate - <&-", office)
    quiet(process)
    assert process.returncode == 2
    assert "masukan standar tertutup" in process.stderr


def test_a_folder_that_is_gone_is_one_sentence(tmp_path):
    process = shell("mkdir d && cd d && rmdir ../d && $SOPKIT validate ..", tmp_path)
    quiet(process)
    assert process.returncode == 2
    assert "folder kerja sudah tidak ada" in process.stderr


# what is started in the background of a script, as a whole run of tests may be, is deaf to Ctrl-C
LISTENING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from sopkit.__main__ import main
main()
"""


@pytest.mark.parametrize("command", ["validate", "duration", "render"])
def test_ctrl_c_ends_with_130_and_leaves_nothing_half_written(command, tmp_path):
    pipe = tmp_path / "sopkit.toml"
    os.mkfifo(pipe)
    out = tmp_path / "hasil"
    more = ["--out", str(out)] if command == "render" else []
    process = subprocess.Popen(
        [sys.executable, "-c", LISTENING, command, str(ROOT / "sops"), "--config", str(pipe), *more],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with pipe.open("wb"):  # opened, so the command has begun to read its settings and waits for them
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout) == (130, b"")
    assert b"Traceback" not in stderr
    assert not out.exists()


def on_a_terminal(arguments, cwd, columns, **env):
    """Run on a terminal of so many columns; the exit status and what the terminal got."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(cwd)
        kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
        kept |= {"PYTHONPATH": str(ROOT / "src"), "TERM": "xterm"} | env
        os.execve(sys.executable, [sys.executable, "-m", "sopkit", *arguments], kept)  # noqa: S606 - ourselves
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    got = b""
    with contextlib.suppress(OSError):  # how Linux tells that the other side has closed
        while piece := os.read(terminal, 65536):
            got += piece
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), got.decode("utf-8", "replace")


PLAIN_C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("columns", [0, 1, 20, 80, 500])
@pytest.mark.parametrize("env", [{}, PLAIN_C], ids=["utf-8", "C"])
@pytest.mark.parametrize(("command", "status"), [("validate", 1), ("duration", 0)])
def test_every_terminal_shows_the_report(command, status, env, columns, office):
    got, text = on_a_terminal([command, "sops/a1.sop.yaml"], office, columns, **env)
    assert got == status
    assert not any(word in text for word in NO_TRACEBACK)
    assert "\x1b[" in text
    assert not env or text.isascii()


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
@pytest.mark.parametrize("command", ["validate", "duration"])
def test_a_terminal_without_colours_gets_none(command, env, office):
    assert "\x1b" not in on_a_terminal([command, "sops/a1.sop.yaml"], office, 80, **env)[1]
