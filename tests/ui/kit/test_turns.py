"""Long work goes on by turns, and never holds the event loop for more than one step."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete

from matside.ui.kit.turns import Turn, Turns


class Work:
    """Three pieces of work, and who has done a step in each pass of the event loop."""

    def __init__(self, owner: QObject, turns: Turns) -> None:
        self.all = turns
        self.done: list[str] = []
        self.turns = {name: Turn(owner, self._step(name), turns) for name in "abc"}

    def passes(self, count: int) -> list[str]:
        """Let the event loop pass so often; return who did a step in each."""
        self.done.clear()
        seen = []
        for _ in range(count):
            before = len(self.done)
            QCoreApplication.processEvents()
            seen.append("".join(self.done[before:]))
        return seen

    def _step(self, name: str) -> Callable[[], None]:
        return lambda: self.done.append(name)


@pytest.fixture
def work(qapp: QObject) -> Iterator[Work]:
    """Return work in turn with nobody else's."""
    turns = Turns(qapp)
    yield Work(qapp, turns)
    delete(turns)


def test_each_pass_of_the_loop_takes_one_step(work: Work) -> None:
    """Whoever began takes turns; who has stopped leaves them to the others."""
    for name in "abc":
        work.turns[name].start()
        work.turns[name].start()
    assert ["a", "b", "c", "a", "b"] == work.passes(5)
    work.turns["c"].stop()
    work.turns["c"].stop()
    assert ["a", "b", "a"] == work.passes(3)
    assert [True, True, False] == [work.turns[name].is_active for name in "abc"]


def test_nothing_is_done_when_all_have_stopped(work: Work) -> None:
    """And who begins again goes on."""
    work.turns["a"].start()
    assert ["a", "a"] == work.passes(2)
    work.turns["a"].stop()
    assert ["", "", ""] == work.passes(3)
    work.turns["b"].start()
    assert ["b"] == work.passes(1)


def test_work_ends_with_its_owner(work: Work) -> None:
    """What is gone is asked for nothing any more."""
    owner = QObject()
    lost = Turn(owner, lambda: pytest.fail("the owner is gone"), work.all)
    lost.start()
    work.turns["a"].start()
    delete(owner)
    assert "a" in work.passes(2)
    assert not lost.is_active


def test_a_turn_names_nothing_of_qt() -> None:
    """The style of the application has more names than the first page uses together."""
    program = """
from PySide6 import QtWidgets
from matside.ui.kit.turns import Turn

application = QtWidgets.QApplication([])
window = QtWidgets.QWidget()
window.show()
before = set(vars(QtWidgets))
Turn(application, print).start()
print(*set(vars(QtWidgets)) - before)
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "" == done.stdout.strip()
