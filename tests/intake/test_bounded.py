"""A file that keeps a reader busy, or eats up the memory, ends with one sentence; nothing of the bounds is left behind."""

from __future__ import annotations

import signal
import threading

import pytest

from sopkit.errors import SopkitError, Text
from sopkit.intake.bounded import Limits, bounded_run

resource = pytest.importorskip("resource")

SHORT = Limits(seconds=0.2)
SMALL = Limits(memory=64 << 20)


def busy():
    while True:
        pass


def greedy():
    return bytearray(1 << 30)


def test_a_reader_that_does_not_end_is_interrupted():
    with pytest.raises(SopkitError) as caught, bounded_run("lama.txt", SHORT):
        busy()
    assert "lama.txt: takes too long" in caught.value.message.en


def test_nobody_between_can_take_the_interruption_for_damage():
    def careless():
        try:
            busy()
        except Exception:  # noqa: BLE001 - what readers do around a library
            pytest.fail("the interruption was caught")

    with pytest.raises(SopkitError, match="takes too long"), bounded_run("lama.txt", SHORT):
        careless()


def test_an_interruption_that_was_swallowed_comes_again():
    def stubborn():
        try:
            busy()
        except BaseException:  # noqa: BLE001 - as in a callback whose errors are ignored
            busy()

    with pytest.raises(SopkitError, match="takes too long"), bounded_run("lama.txt", SHORT):
        stubborn()


def test_a_reader_that_wants_too_much_memory_is_refused():
    with pytest.raises(SopkitError) as caught, bounded_run("besar.txt", SMALL):
        greedy()
    assert "besar.txt: needs too much memory" in caught.value.message.en


def test_a_lack_of_memory_is_not_called_damage():
    def careless():
        try:
            greedy()
        except Exception as error:
            raise SopkitError(Text("rusak", "damaged")) from error

    with pytest.raises(SopkitError, match="too much memory"), bounded_run("besar.txt", SMALL):
        careless()


def test_other_refusals_stay_as_they_are():
    refused = SopkitError(Text("rusak", "damaged"))
    with pytest.raises(SopkitError) as caught, bounded_run("a.txt", Limits()):
        raise refused
    assert caught.value is refused


@pytest.mark.parametrize("deed", [busy, greedy, int], ids=["too long", "too much", "well"])
def test_clock_and_ceiling_are_taken_off_again(deed):
    before = (
        signal.getsignal(signal.SIGALRM),
        resource.getrlimit(resource.RLIMIT_AS),
        signal.getitimer(signal.ITIMER_REAL),
    )
    try:
        with bounded_run("a.txt", Limits(seconds=0.2, memory=64 << 20)):
            deed()
    except SopkitError:
        pass
    after = (
        signal.getsignal(signal.SIGALRM),
        resource.getrlimit(resource.RLIMIT_AS),
        signal.getitimer(signal.ITIMER_REAL),
    )
    assert after == before


def test_outside_of_the_main_thread_there_is_no_clock_and_no_fault():
    done = []

    def work():
        with bounded_run("a.txt", Limits()):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
