"""The machine is looked at beside the window, and what was found is remembered."""

from threading import Event

from pytestqt.qtbot import QtBot

from matside.core.ports.findings import Finding, What
from matside.ui.checkup.checkup import Checkup

FOUND = (Finding(What.NO_DISPLAY),)


def test_what_was_found_is_told_when_it_is_known(qtbot: QtBot) -> None:
    """Until then the window goes on, and knows that somebody is looking."""
    goes_on = Event()

    def examine() -> tuple[Finding, ...]:
        goes_on.wait(20)
        return FOUND

    checkup = Checkup(examine)
    checkup.begin()
    before = checkup.findings, checkup.is_running
    with qtbot.waitSignal(checkup.changed):
        goes_on.set()

    assert ((), True) == before
    assert (FOUND, False) == (checkup.findings, checkup.is_running)


def test_who_looks_already_is_not_asked_again(qtbot: QtBot) -> None:
    """Only when that is over the next look begins, and the last findings stay till its end."""
    looks: list[Event] = []

    def examine() -> tuple[Finding, ...]:
        looks.append(Event())
        looks[-1].wait(20)
        return FOUND * len(looks)

    checkup = Checkup(examine)
    for _ in range(3):
        checkup.begin()
    qtbot.waitUntil(lambda: len(looks) == 1)
    with qtbot.waitSignal(checkup.changed):
        looks[0].set()
    checkup.begin()
    between = checkup.findings
    qtbot.waitUntil(lambda: len(looks) == 2)
    with qtbot.waitSignal(checkup.changed):
        looks[1].set()

    assert (FOUND, FOUND * 2) == (between, checkup.findings)


def test_a_look_has_no_effect_on_a_window_that_is_gone(qtbot: QtBot) -> None:
    """What it finds is told to nobody."""
    goes_on, over = Event(), Event()

    def examine() -> tuple[Finding, ...]:
        goes_on.wait(20)
        over.set()
        return FOUND

    checkup = Checkup(examine)
    told: list[object] = []
    checkup.begin()
    checkup.changed.connect(lambda: told.append(checkup))
    checkup.deleteLater()
    with qtbot.waitSignal(checkup.destroyed):
        pass
    goes_on.set()
    qtbot.waitUntil(over.is_set)

    assert [] == told
