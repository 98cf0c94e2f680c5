"""What waits for the disk is done elsewhere, in order, and answered where it was asked."""

import gc
import threading
from collections.abc import Callable
from threading import Event, Thread

import pytest

from matside.files.disk_thread import DiskThread

PATIENCE = 20.0
"""How many seconds anything may take."""

SOON = 0.05
"""How many seconds a thread is late."""


class Clerk:
    """Asks a disk thread, and remembers the answers and the threads that did the work."""

    def __init__(self) -> None:
        self.woken = Event()
        self.thread = DiskThread(self.woken.set)
        self.answers: list[object] = []
        self.threads: list[str] = []

    def ask(self, work: Callable[[], object]) -> None:
        """Ask for `work`."""
        self.thread.ask(work, self._take)

    def _take(self, answer: object) -> None:
        self.threads.append(threading.current_thread().name)
        self.answers.append(repr(answer) if isinstance(answer, Exception) else answer)


def test_answers_come_in_order_and_in_the_thread_of_who_asks() -> None:
    """Works are done one after the other elsewhere; their answers are heard here."""
    clerk = Clerk()
    for _ in range(3):
        clerk.ask(lambda: threading.current_thread().name)
    clerk.ask(lambda: 4)
    assert clerk.thread.finish(PATIENCE)
    assert ["disk", "disk", "disk", 4] == clerk.answers
    assert 4 * [threading.current_thread().name] == clerk.threads


def test_who_asks_goes_on() -> None:
    """While a work takes long nothing is answered; then who asks is woken."""
    clerk, gate = Clerk(), Event()
    clerk.ask(gate.wait)
    clerk.thread.hear()
    assert ([], False) == (clerk.answers, clerk.thread.finish(0.01))
    gate.set()
    assert clerk.woken.wait(PATIENCE)
    clerk.thread.hear()
    assert [True] == clerk.answers


@pytest.mark.parametrize("fault", [OSError("full"), MemoryError("none left")])
def test_what_a_work_raises_is_its_answer(fault: Exception) -> None:
    """The thread outlives it, and does what was asked after it."""

    def fail() -> None:
        raise fault

    clerk = Clerk()
    clerk.ask(fail)
    clerk.ask(lambda: "after")
    assert clerk.thread.finish(PATIENCE)
    assert [repr(fault), "after"] == clerk.answers


def test_finishing_waits_for_what_the_answers_ask() -> None:
    """Whoever hears an answer may ask again, and that is waited for too."""
    clerk = Clerk()
    clerk.thread.ask(lambda: 1, lambda _: clerk.ask(lambda: 2))
    assert clerk.thread.finish(PATIENCE)
    assert [2] == clerk.answers


def test_finishing_waits_for_the_waking_too() -> None:
    """Who has finished may end what is woken, while a thread that wakes it would crash."""
    answered, ended = Event(), Event()

    def wake() -> None:
        answered.wait(SOON)
        ended.set()

    thread = DiskThread(wake)
    thread.ask(lambda: 1, lambda _: answered.set())
    assert thread.finish(PATIENCE)
    assert ended.is_set()


def test_what_was_asked_ends_where_it_was_asked() -> None:
    """A work, its answer and what they belong to, such as a window, may not end elsewhere."""
    ended: list[str] = []

    class Window:
        def work(self) -> None:
            raise OSError

        def hear(self, _: object) -> None:
            pass

        def __del__(self) -> None:
            ended.append(threading.current_thread().name)

    thread = DiskThread(Event().set)
    for _ in range(200):
        window = Window()
        thread.ask(window.work, window.hear)
        del window
        assert thread.finish(PATIENCE)
    thread.ask(lambda: None, lambda _: None)
    assert thread.finish(PATIENCE)
    assert {threading.current_thread().name} == set(ended)


@pytest.mark.parametrize("enabled", [True, False])
def test_no_garbage_is_collected_meanwhile(*, enabled: bool) -> None:
    """It may belong to Qt, and then it ends where it was made."""
    clerk, before = Clerk(), gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        clerk.ask(gc.isenabled)
        assert clerk.thread.finish(PATIENCE)
        assert ([False], enabled) == (clerk.answers, gc.isenabled())
    finally:
        (gc.enable if before else gc.disable)()


def test_nothing_asked_is_nothing_to_wait_for() -> None:
    """It is finished before it has begun."""
    assert Clerk().thread.finish(0.0)


class NoThread(Thread):
    """A thread that the system does not give."""

    def start(self) -> None:
        """Fail as Python does."""
        raise RuntimeError("can't start new thread")


def test_a_system_without_threads_is_told() -> None:
    """Who asks gets the reason as an answer, and is woken for it."""
    woken = Event()
    answers: list[str] = []
    thread = DiskThread(woken.set, NoThread)
    thread.ask(lambda: 1, lambda answer: answers.append(repr(answer)))
    assert woken.is_set()
    thread.hear()
    assert (['OSError("can\'t start new thread")'], True) == (answers, thread.finish(0.0))
