"""The window is there before what fills it, and closes when that agrees."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from matside.core.settings import ThemeChoice
from matside.override import override
from matside.ui.drawing.ground import DARK_GROUND, is_light
from matside.ui.window.frame.shell import Shell


class Content(QWidget):
    """Something that closes only when it is ready to."""

    def __init__(self) -> None:
        super().__init__()
        self.ready = False
        self.keys: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.ready)


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    """Return an empty window on the screen."""
    made = Shell(DARK_GROUND)
    made.resize(800, 600)
    with qtbot.waitSignal(made.painted):
        made.show()
    return made


def test_the_ground_is_painted_first(shell: Shell) -> None:
    """Before anything is loaded the window has the colour of its ground."""
    assert DARK_GROUND == shell.grab().toImage().pixelColor(400, 300)


def test_it_is_painted_for_the_first_time_once(qtbot: QtBot, shell: Shell) -> None:
    """Later paints tell nobody."""
    with qtbot.assertNotEmitted(shell.painted):
        shell.repaint()


def test_the_name_for_screen_readers_counts_no_seconds(shell: Shell) -> None:
    """The title does, in the task bar."""
    shell.setWindowTitle("0:30 Stretch")
    window = QAccessible.queryAccessibleInterface(shell)
    assert "Matside" == window.text(QAccessible.Text.Name)


def test_an_empty_window_closes(shell: Shell) -> None:
    """There is nothing that could refuse."""
    assert shell.close()


def test_its_content_fills_it_and_has_the_keys(qtbot: QtBot, shell: Shell) -> None:
    """What is put in takes all the room, and the focus."""
    content = Content()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.fill(content)
    qtbot.waitUntil(lambda: content.size() == shell.size())
    assert content is QApplication.focusWidget()
    content.ready = True


def test_a_key_that_comes_too_early_is_kept(qtbot: QtBot, shell: Shell) -> None:
    """Space pressed while the rest is loading reaches what is loaded, once and when all is."""
    QTest.keyClick(shell, Qt.Key.Key_Space)
    content = Content()
    shell.fill(content)
    QApplication.processEvents()
    assert [] == content.keys
    shell.hand_over_keys()
    qtbot.waitUntil(lambda: content.keys == [Qt.Key.Key_Space])
    QTest.keyClick(content, Qt.Key.Key_P)
    assert [Qt.Key.Key_Space, Qt.Key.Key_P] == content.keys
    content.ready = True


def test_a_page_is_seen_before_the_content(qtbot: QtBot, shell: Shell) -> None:
    """It takes all the room; keys are kept for the content, which takes the page over."""
    page, content = QWidget(), Content()
    shell.preview(page)
    QApplication.processEvents()
    assert (True, shell.size()) == (page.isVisible(), page.size())
    QTest.keyClick(shell, Qt.Key.Key_Space)
    page.setParent(content)
    shell.fill(content)
    shell.hand_over_keys()
    qtbot.waitUntil(lambda: content.keys == [Qt.Key.Key_Space])
    assert content.size() == shell.size()
    content.ready = True


def test_it_closes_when_its_content_does(shell: Shell) -> None:
    """The content may refuse, and is asked again the next time."""
    content = Content()
    shell.fill(content)
    assert not shell.close()
    assert shell.isVisible()
    content.ready = True
    assert shell.close()


@pytest.mark.parametrize(
    ("light", "choice", "scheme"),
    [
        (False, ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown),
        (False, ThemeChoice.SYSTEM, Qt.ColorScheme.Dark),
        (True, ThemeChoice.SYSTEM, Qt.ColorScheme.Light),
        (True, ThemeChoice.LIGHT, Qt.ColorScheme.Dark),
        (False, ThemeChoice.DARK, Qt.ColorScheme.Light),
    ],
)
def test_the_choice_goes_before_the_desktop(
    light: bool,  # noqa: FBT001 - a parameter of the test
    choice: ThemeChoice,
    scheme: Qt.ColorScheme,
) -> None:
    """Only who leaves it to the desktop gets the desktop's, and dark where that says nothing."""
    assert light is is_light(choice, scheme)


SMALL = QSize(683, 384)
"""A screen of 1366x768 that is scaled by 2."""

offscreen = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""The platform of the tests says that it hands no least size on, where a real one does."""


@offscreen
def test_a_window_is_no_larger_than_its_screen(shell: Shell) -> None:
    """It shrinks to a smaller one with room for its frame, and may be as small as that."""
    shell.fit_to(SMALL)
    assert shell.size() == shell.size().boundedTo(SMALL)
    assert shell.minimumSize() == shell.minimumSize().boundedTo(shell.size())


def test_a_window_that_fits_keeps_its_size(shell: Shell) -> None:
    """Only what is too large is changed."""
    shell.fit_to(QSize(1920, 1040))
    assert QSize(800, 600) == shell.size()
    assert QSize(600, 450) == shell.minimumSize()


def test_a_window_as_wide_as_its_screen_keeps_its_size(shell: Shell) -> None:
    """Only the frame that it has is counted."""
    shell.fit_to(shell.frameGeometry().size())
    assert QSize(800, 600) == shell.size()


def test_full_screen_is_left_for_a_size_that_fits(qtbot: QtBot, shell: Shell) -> None:
    """Whatever the desktop has remembered, the screen of the tests is 800x800."""
    shell.setWindowState(Qt.WindowState.WindowFullScreen)
    shell.setWindowState(Qt.WindowState.WindowNoState)
    shell.resize(2000, 2000)
    screen = shell.screen().availableSize()
    qtbot.waitUntil(lambda: shell.size() == shell.size().boundedTo(screen))


@offscreen
@pytest.mark.parametrize(
    "state", [Qt.WindowState.WindowFullScreen, Qt.WindowState.WindowMaximized]
)
def test_a_window_that_fills_its_screen_is_left_alone(shell: Shell, state: Qt.WindowState) -> None:
    """Its size is the desktop's; but it asks for no more than the screen has."""
    shell.setWindowState(state)
    before = shell.size()
    shell.fit_to(SMALL)
    assert before == shell.size()
    assert shell.minimumSize() == shell.minimumSize().boundedTo(SMALL)
