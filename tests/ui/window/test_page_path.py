"""Esc leads from every page to the one that it was opened over."""

import pytest
from pytestqt.qtbot import QtBot

from matside.core.history.recorder import Recorder
from matside.ui.session.player import Player
from matside.ui.window.making.page_context import PageName
from matside.ui.window.page_path import PagePath
from tests.support.fakes import FakeHistory, FakeTicks, fake_wall

LOWEST = {PageName.START, PageName.STAGE, PageName.FINISH, PageName.RESUME, PageName.WELCOME}
"""The pages that follow from the session, and are never opened over another."""

OPENED = [name for name in PageName if name not in LOWEST]


@pytest.fixture
def path(qtbot: QtBot) -> PagePath:
    """Return a path that stands at the start page."""
    player = Player(FakeTicks().clock, fake_wall, Recorder(FakeHistory()))
    path = PagePath(player, player, welcomes=False)
    del qtbot
    return path


@pytest.mark.parametrize("over", OPENED)
@pytest.mark.parametrize("page", OPENED)
def test_every_page_is_closed_to_the_one_it_was_opened_over(
    path: PagePath, over: PageName, page: PageName
) -> None:
    """Whichever page it is, and whichever that was."""
    path.open(over)
    path.open(page)
    assert page is path.page
    path.close()
    assert (PageName.START if page is over else over) is path.page


def test_a_page_that_is_open_already_is_gone_back_to(path: PagePath) -> None:
    """Going back and forth between two pages leaves nothing to be closed twice."""
    for page in (PageName.SETTINGS, PageName.KEYS) * 3:
        path.open(page)
    path.close()
    assert PageName.SETTINGS is path.page
    path.close()
    assert not path.is_covered


def test_pages_opened_and_closed_are_told(path: PagePath, qtbot: QtBot) -> None:
    """Once each."""
    path.open(PageName.SETTINGS)
    with qtbot.waitSignal(path.changed, timeout=0):
        path.open(PageName.CHECKUP)
    with qtbot.waitSignal(path.changed, timeout=0):
        path.close()
    with qtbot.waitSignal(path.changed, timeout=0):
        path.close_all()
    assert PageName.START is path.page


def test_the_welcome_is_left_for_good(qtbot: QtBot) -> None:
    """The start page is below it."""
    player = Player(FakeTicks().clock, fake_wall, Recorder(FakeHistory()))
    path = PagePath(player, player, welcomes=True)
    assert PageName.WELCOME is path.page
    with qtbot.waitSignal(path.changed, timeout=0):
        path.leave_welcome()
    assert PageName.START is path.page
