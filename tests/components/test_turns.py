"""Runs take turns: in the order in which they came, one at a time, and a long one holds up nobody."""

import threading
import time

import pytest

from components.turns import Turns


def _run(turns: Turns, name: str, log: list[str], until: threading.Event | None = None) -> threading.Thread:
    def run() -> None:
        with turns.taken():
            log.append(f"{name} begins")
            if until:
                until.wait(10)
            log.append(f"{name} ends")

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def _waiting(turns: Turns, count: int) -> None:
    while len(turns._queue) < count:
        time.sleep(0.001)


def test_runs_follow_each_other_in_the_order_in_which_they_came() -> None:
    turns, log, done = Turns(), list[str](), threading.Event()
    threads = [_run(turns, "a", log, done)]
    for count, name in enumerate("bcd", 2):
        _waiting(turns, count - 1)
        threads.append(_run(turns, name, log))
    _waiting(turns, 4)
    done.set()
    for thread in threads:
        thread.join(10)
    assert log == [f"{name} {what}" for name in "abcd" for what in ("begins", "ends")]


def test_a_long_run_loses_its_turn_and_disturbs_no_later_one() -> None:
    turns, log, done = Turns(), list[str](), threading.Event()
    long = _run(turns, "long", log, done)
    _waiting(turns, 1)
    _run(turns, "short", log).join(10)
    assert log == ["long begins", "short begins", "short ends"]
    with turns.taken():
        done.set()
        long.join(10)
        assert len(turns._queue) == 1
    assert not turns._queue


def test_a_run_that_fails_gives_its_turn_away() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="no"), turns.taken():
        raise ValueError("no")
    assert not turns._queue
