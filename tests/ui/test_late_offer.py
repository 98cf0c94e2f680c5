"""Where history cannot be read at the start, somebody goes on trying."""

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from matside.core.ports import HistoryError
from matside.ui.late_offer import LateOffer


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
