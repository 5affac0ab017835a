"""The same findings, byte for byte, whatever way a check goes: anew, from the cache, by many, in parts, quickly read or by typer."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORMATS = ["text", "json", "sarif", "github", "gitlab", "junit"]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Made-up SOPs, one in ten faulty, and files that are broken in ways of their own."""
    folder = tmp_path_factory.mktemp("kantor")
    subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "corpus.py", folder / "sops", "--count", "60"],
        check=True,
        capture_output=True,
    )
    odd = {
        "utf16.yaml": "nama: a\n".encode("utf-16"),
        "latin.yaml": b"nama: caf\xe9\n",
        "bom.yaml": b"\xef\xbb\xbfsopkit: 1\nnama: a: b\n",
        "empty.yaml": b"",
        "marked.yaml": b"# sopkit: abaikan[LTS003,LTS001] sama\nsopkit: 1\nnama: X\nlangkah:\n  - kegiatan: Mencatat\n",
        "twin.yaml": b"sopkit: 1\nnama: X\nlangkah:\n  - kegiatan: Mencatat\n",
    }
    for name, data in odd.items():
        (folder / "sops" / name).write_bytes(data)
    os.mkfifo(folder / "sops" / "pipa.yaml")
    return folder


@pytest.fixture
def validate(office, sopkit):
    def run(*options, **more):
        return sopkit("validate", "sops", *options, cwd=office, **more)

    return run


@pytest.fixture(scope="module")
def expected():
    return {}


@pytest.fixture
def anew(validate, expected):
    """What a run by one process without a cache gives, in each format."""
    for name in FORMATS:
        if name not in expected:
            expected[name] = outcome(validate("--no-cache", "--jobs", "1", "--format", name))
    assert expected["text"][2] == 1
    return expected


def outcome(process):
    return process.stdout, process.stderr, process.returncode


@pytest.mark.parametrize("name", FORMATS)
def test_the_cache_changes_nothing(validate, anew, name):
    assert outcome(validate("--format", name)) == anew[name]
    assert outcome(validate("--format", name)) == anew[name]


WITHOUT_FORK = """
import sys
import sopkit.app.pool
from sopkit.__main__ import main

sopkit.app.pool._FORKS = False
main()
"""


def test_processes_that_are_no_copies_change_nothing(office, anew):
    options = ["validate", "sops", "--no-cache", "--jobs", "2", "--format", "json"]
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_FORK, *options],
        cwd=office,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome(told) == anew["json"]


@pytest.mark.parametrize("jobs", ["2", "7", "auto"])
def test_the_number_of_processes_changes_nothing(validate, anew, jobs):
    for name in ("text", "sarif"):
        assert outcome(validate("--no-cache", "--jobs", jobs, "--format", name)) == anew[name]


@pytest.mark.parametrize("carrier", ["json", "sarif"])
@pytest.mark.parametrize("name", ["text", "json", "sarif"])
def test_parts_that_are_joined_change_nothing(validate, anew, sopkit, office, tmp_path, carrier, name):
    for part in ("1/3", "2/3", "3/3"):
        file = tmp_path / f"{part[0]}.{carrier}"
        process = validate("--shard", part, "--format", f"{carrier}={file}")
        assert process.returncode in {0, 1}, process.stderr
    reports = [str(tmp_path / f"{part}.{carrier}") for part in (3, 1, 2)]
    assert outcome(sopkit("merge-reports", *reports, "--format", name, cwd=office)) == anew[name]


def test_typer_reads_the_same_options(validate, anew, office):
    # of an option that is given twice the later one holds for both
    assert outcome(validate("--format", "json", "--lang=en", "--lang", "id")) == anew["json"]
    program = "from sopkit.cli.main import app; app(prog_name='sopkit')"
    by_typer = subprocess.run(
        [sys.executable, "-c", program, "validate", "sops", "--format", "json"],
        cwd=office,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert outcome(by_typer) == anew["json"]


def test_a_baseline_made_one_way_holds_the_other(validate):
    validate("--write-baseline", "baseline.json", "--no-cache")
    process = validate("--baseline", "baseline.json", "--fail-on", "info", "--jobs", "2")
    assert process.returncode == 0, process.stdout


# what is started in the background of a script, as a whole run of tests may be, is deaf to Ctrl-C
INTERRUPTED = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from sopkit.app.work import CheckWork
def wait(self, item):
    print("ready", flush=True)
    time.sleep(600)
CheckWork.__call__ = wait
sys.argv = ["sopkit", "validate", "sops", *sys.argv[1:]]
from sopkit.__main__ import main
main()
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_all_processes_at_once_with_130(office, jobs):
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, "--jobs", jobs, "--no-cache"],
        cwd=office,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    for _ in range(int(jobs)):
        assert process.stdout.readline() == b"ready\n"
    os.killpg(process.pid, signal.SIGINT)
    # the pipes end only when every process that holds them is gone
    output, error = process.communicate(timeout=60)
    assert (process.returncode, output, error) == (130, b"", b"")


KILLED = """
import os, signal, sys
from sopkit.app.work import CheckWork
check = CheckWork.__call__
def die(self, item):
    if item[0].endswith("twin.yaml"):
        os.kill(os.getpid(), signal.SIGSEGV)
    return check(self, item)
CheckWork.__call__ = die
sys.argv = ["sopkit", "validate", "sops", "--no-cache", "--jobs", "2", "--format", "json"]
from sopkit.__main__ import main
main()
"""


def test_a_file_at_which_processes_die_is_a_finding_and_the_others_are_checked(office, anew):
    process = subprocess.run(
        [sys.executable, "-c", KILLED],
        cwd=office,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "SOPKIT_LANG": "en"},
    )
    assert process.returncode == 3
    assert "a process died (SIGSEGV)" in process.stderr
    found = json.loads(process.stdout)
    assert found["files"] == json.loads(anew["json"][0])["files"]
    crashed = [one for one in found["findings"] if one["code"] == "SOP000"]
    assert [one["file"] for one in crashed] == ["sops/twin.yaml"]
    assert "died twice (SIGSEGV)" in crashed[0]["message"]


def test_clean_takes_the_cache_away(validate, sopkit, office):
    validate()
    assert (office / ".sopkit_cache").is_dir()
    assert sopkit("clean", cwd=office).returncode == 0
    assert not (office / ".sopkit_cache").exists()
