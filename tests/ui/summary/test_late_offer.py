"""Where history cannot be read at the start, somebody goes on trying."""

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from matside.core.ports.history import HistoryError
from matside.ui.summary.late_offer import LateOffer
from tests.support.fakes import FakeDisk


class Locked:
    """A history that another program has locked for some looks."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def unfinished(self) -> None:
        """Find nothing open, once it can be read."""
        self.looks -= 1
        if self.looks >= 0:
            raise HistoryError("locked")


def test_it_looks_until_history_can_be_read(qtbot: QtBot) -> None:
    """Then it tells what it found, and looks no more."""
    history = Locked(3)
    offer = LateOffer(history.unfinished, again_after=1)
    with qtbot.waitSignal(offer.settled) as told:
        pass
    assert ([None], -1) == (told.args, history.looks)
    timer = offer.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()


def test_it_looks_once_at_a_time(qtbot: QtBot) -> None:
    """A disk that takes its time is not asked again before it has answered."""
    disk, history = FakeDisk(), Locked(1)
    offer = LateOffer(history.unfinished, again_after=1, ask=disk.ask)
    (timer,) = offer.findChildren(QTimer)
    qtbot.waitUntil(lambda: disk.waiting == 1)
    assert not timer.isActive()
    disk.go_on()
    assert timer.isActive()
    qtbot.waitUntil(lambda: disk.waiting == 1)
    with qtbot.waitSignal(offer.settled):
        disk.go_on()
