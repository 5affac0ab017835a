"""Work shared among processes: every item comes back once, whoever dies on the way."""

from __future__ import annotations

import os
import signal
import time

import pytest

from sopkit.app.pool import PIECE, Died, in_processes

ITEMS = [[number] for number in range(3 * PIECE + 5)]


def double(item):
    return [item[0], item[0] * 2]


class DiesAt:
    """Kills its own process at one item, as often as there is no file that says it did so before."""

    def __init__(self, number, once=None):
        self.number = number
        self.once = once

    def __call__(self, item):
        if item[0] == self.number and not (self.once and self.once.exists()):
            if self.once:
                self.once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return double(item)


@pytest.fixture
def deaths():
    return []


@pytest.fixture(params=["forked", "started anew"], autouse=True)
def workers(request, monkeypatch):
    """Systems without fork are tried where there is one."""
    monkeypatch.setattr("sopkit.app.pool._FORKS", request.param == "forked")


def run(work, jobs, deaths):
    return list(in_processes(ITEMS, work, jobs, lambda why, count: deaths.append((why, count))))


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_item_is_done_once(jobs, deaths):
    assert sorted(run(double, jobs, deaths)) == [double(item) for item in ITEMS]
    assert deaths == []


def test_the_items_of_a_worker_that_dies_are_done_again(deaths, tmp_path):
    results = run(DiesAt(PIECE + 2, once=tmp_path / "died"), 2, deaths)
    assert sorted(results) == [double(item) for item in ITEMS]
    assert deaths == [("SIGKILL", PIECE)]


def test_an_item_that_kills_its_worker_twice_is_given_up_alone(deaths):
    results = run(DiesAt(PIECE + 2), 2, deaths)
    assert [one for one in results if isinstance(one, Died)] == [Died([PIECE + 2], "SIGKILL")]
    done = sorted(one for one in results if not isinstance(one, Died))
    assert done == [double(item) for item in ITEMS if item[0] != PIECE + 2]


def test_a_worker_that_leaves_is_told_by_its_exit_status(deaths):
    results = run(leave, 3, deaths)
    assert all(isinstance(one, Died) and one.why == "exit status 7" for one in results)
    assert len(results) == len(ITEMS)


def leave(_):
    os._exit(7)


def test_who_stops_listening_ends_the_workers(tmp_path):
    results = in_processes(ITEMS, Slow(tmp_path), 2, lambda *_: None)
    next(results)
    results.close()
    for path in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.name), 0)


class Slow:
    """Leaves its process id in a folder, does one piece, and then waits without end."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, item):
        (self.folder / str(os.getpid())).touch()
        if item[0] >= PIECE:
            time.sleep(600)
        return double(item)
