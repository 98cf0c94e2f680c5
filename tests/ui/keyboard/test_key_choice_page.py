"""The page of the keys: choose an act, press a key."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from matside.core.keymap import USUAL_KEYS, Act, Keymap
from matside.ui.drawing.theme import DARK
from matside.ui.keyboard.act_row import ActRow
from matside.ui.keyboard.key_choice_page import KeyChoicePage
from matside.ui.kit.labels import Label
from matside.ui.kit.lines import ActionRow
from matside.ui.kit.page_button import PageButton
from tests.support.pages import SIZES, cut_texts, overlaps, show
from tests.support.painted import painted

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Chosen:
    """A page in a window, with the keys as it has changed them."""

    def __init__(self, qtbot: QtBot, keymap: Keymap = USUAL_KEYS) -> None:
        self.qtbot = qtbot
        self.page = KeyChoicePage(DARK)
        self.page.show_keymap(keymap)
        self.page.changed.connect(self.keep)
        self.keymap = keymap
        self.window = show(qtbot, self.page)

    def keep(self, keymap: Keymap) -> None:
        """Remember `keymap`."""
        self.keymap = keymap

    def row(self, act: Act) -> ActRow:
        """Return the row of `act`."""
        return next(row for row in self.page.findChildren(ActRow) if row.act is act)

    def button(self, words: str) -> QAbstractButton:
        """Return the button of all lines whose name has `words`."""
        buttons = self.page.findChildren(ActionRow)
        return next(button for button in buttons if words in button.accessibleName())

    def choose(self, act: Act) -> ActRow:
        """Choose the row of `act` by a click, so that it waits for its key."""
        row = self.row(act)
        self.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        assert row.waits
        return row

    @property
    def line(self) -> str:
        """The one line that is seen below the title."""
        (seen,) = (
            each.text()
            for kind in (Label, PageButton)
            for each in self.page.findChildren(kind)
            if each.isVisible() and each.text() not in {"Change keys", "Back"}
        )
        return seen

    def give(self, act: Act, key: Key) -> None:
        """Choose the row of `act` and press `key`."""
        self.qtbot.keyClick(self.choose(act), key)


@pytest.fixture
def chosen(qtbot: QtBot) -> Chosen:
    """Return the page with the keys as they come."""
    return Chosen(qtbot)


@pytest.mark.parametrize("act", list(Act))
def test_every_act_can_be_given_a_key(chosen: Chosen, act: Act) -> None:
    """It stands first from then on."""
    chosen.give(act, Key.Key_F9)

    assert "F9" == chosen.keymap.of(act)[0]
    assert not chosen.row(act).waits


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return])
def test_a_row_is_chosen_by_key_and_does_not_take_that_key(chosen: Chosen, key: Key) -> None:
    """Space and Enter choose; held on, they choose nothing more."""
    row = chosen.row(Act.MUTE)
    row.setFocus()
    chosen.qtbot.keyClick(row, key)
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(row, held)
    assert row.waits
    chosen.qtbot.keyClick(row, Key.Key_B)
    assert ("B", "M") == chosen.keymap.of(Act.MUTE)


def test_keys_with_control_and_media_keys_can_be_chosen(chosen: Chosen) -> None:
    """Control itself is only waited on."""
    row = chosen.choose(Act.MUTE)
    chosen.qtbot.keyClick(row, Key.Key_Control, CONTROL)
    assert row.waits
    chosen.qtbot.keyClick(row, Key.Key_K, CONTROL)
    chosen.give(Act.PRESS, Key.Key_VolumeUp)
    assert ("Ctrl+K", "Volume Up") == (
        chosen.keymap.of(Act.MUTE)[0],
        chosen.keymap.of(Act.PRESS)[0],
    )


def test_a_key_that_the_act_has_is_taken_away(chosen: Chosen) -> None:
    """Pressed once more it is gone."""
    chosen.give(Act.FULL_SCREEN, Key.Key_F11)
    assert ("F",) == chosen.keymap.of(Act.FULL_SCREEN)


def test_a_clash_is_refused_with_its_reason(chosen: Chosen) -> None:
    """Nothing changes, and the page names the act that has the key."""
    chosen.give(Act.MUTE, Key.Key_P)
    assert USUAL_KEYS == chosen.keymap
    assert "P is already “Pause or resume”: take it away there first." == chosen.page.note


@pytest.mark.parametrize(
    ("act", "key", "reason"),
    [
        (Act.MUTE, Key.Key_1, "1 cannot be chosen"),
        (Act.MUTE, Key.Key_M, "M stays: “Mute” must not be left without it."),
    ],
)
def test_other_refusals_are_said_too(chosen: Chosen, act: Act, key: Key, reason: str) -> None:
    """Keys that pages need, and the last key of an act."""
    chosen.give(act, key)
    assert USUAL_KEYS == chosen.keymap
    assert chosen.page.note.startswith(reason)


def test_escape_leaves_the_keys_and_then_the_page(chosen: Chosen) -> None:
    """While a key is waited for it only ends the waiting."""
    row = chosen.choose(Act.MUTE)
    assert "Press the key for “Mute”" in chosen.page.note
    with chosen.qtbot.assertNotEmitted(chosen.page.closed):
        chosen.qtbot.keyClick(row, Key.Key_Escape)
    assert (False, USUAL_KEYS) == (row.waits, chosen.keymap)
    with chosen.qtbot.waitSignal(chosen.page.closed):
        chosen.qtbot.keyClick(row, Key.Key_Escape)


def test_going_elsewhere_ends_the_waiting(chosen: Chosen) -> None:
    """Tab goes to the next row, and no row waits."""
    row = chosen.choose(Act.MUTE)
    chosen.qtbot.keyClick(row, Key.Key_Tab)
    assert not row.waits


def test_up_and_down_go_from_row_to_row(chosen: Chosen) -> None:
    """As on the other settings; keys of the window are left to it."""
    first, second = chosen.row(Act.PRESS), chosen.row(Act.PAUSE_OR_RESUME)
    first.setFocus()
    chosen.qtbot.keyClick(first, Key.Key_Down)
    assert second.hasFocus()
    chosen.qtbot.keyClick(second, Key.Key_Up)
    assert first.hasFocus()
    chosen.qtbot.keyClick(first, Key.Key_F)
    assert [Key.Key_F] == chosen.window.keys


def test_all_keys_can_be_had_as_they_came(qtbot: QtBot) -> None:
    """One button, which has nothing to do where nothing was changed."""
    chosen = Chosen(qtbot, Keymap({Act.MUTE: ("B",)}))
    reset = chosen.button("as they came")
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert (USUAL_KEYS, False) == (chosen.keymap, reset.isEnabled())


@pytest.mark.parametrize("by_key", [True, False])
def test_keys_that_were_put_back_can_be_had_again(qtbot: QtBot, *, by_key: bool) -> None:
    """By Ctrl+Z or a click on the line that says so, for as long as it stands there."""
    own = Keymap({Act.MUTE: ("B",), Act.PACE: ("T", "Y")})
    chosen = Chosen(qtbot, own)
    undo = next(each for each in chosen.page.findChildren(PageButton) if "yours" in each.text())
    seen = [undo.isVisible()]
    reset = chosen.button("as they came")
    reset.click()
    seen.append(undo.isVisible())
    assert USUAL_KEYS == chosen.keymap

    if by_key:
        qtbot.keyClick(chosen.row(Act.PRESS), Key.Key_Z, CONTROL)
    else:
        undo.click()

    assert ([False, True, False], own) == ([*seen, undo.isVisible()], chosen.keymap)
    qtbot.keyClick(chosen.row(Act.PRESS), Key.Key_Z, CONTROL)
    assert own == chosen.keymap


def test_what_is_said_is_seen_where_keys_can_be_brought_back(qtbot: QtBot) -> None:
    """One line is seen at a time; the offer comes back, and holds all the while."""
    own = Keymap({Act.PACE: ("T", "Y")})
    chosen = Chosen(qtbot, own)
    chosen.button("as they came").click()
    offer = "All keys are as they came: bring yours back"
    seen = [chosen.line]
    row = chosen.choose(Act.MUTE)
    seen.append(chosen.line)
    qtbot.keyClick(row, Key.Key_Escape)
    seen.append(chosen.line)
    chosen.give(Act.MUTE, Key.Key_5)
    seen.append(chosen.line)
    qtbot.keyClick(row, Key.Key_Z, CONTROL)
    waits = "Press the key for “Mute”; Esc leaves its keys as they are."
    refused = "5 cannot be chosen: pages need it to type and to go about."
    assert ([offer, waits, offer, refused], own) == (seen, chosen.keymap)


def test_keys_from_elsewhere_end_the_offer(qtbot: QtBot) -> None:
    """A backup that came back brings its own; what was before them is gone."""
    chosen = Chosen(qtbot, Keymap({Act.MUTE: ("B",)}))
    chosen.button("as they came").click()
    chosen.page.show_keymap(Keymap({Act.PACE: ("Y",)}))
    qtbot.keyClick(chosen.row(Act.PRESS), Key.Key_Z, CONTROL)
    assert chosen.line.startswith("Choose a line")
    assert USUAL_KEYS == chosen.keymap


def test_another_change_forgets_the_keys_before(chosen: Chosen) -> None:
    """What was changed last is what counts."""
    chosen.give(Act.MUTE, Key.Key_B)
    chosen.button("as they came").click()
    chosen.give(Act.PACE, Key.Key_Y)
    chosen.qtbot.keyClick(chosen.row(Act.PRESS), Key.Key_Z, CONTROL)
    assert Keymap({Act.PACE: ("Y", "T")}) == chosen.keymap


@pytest.mark.parametrize(("width", "shown"), [(800, ["+2"]), (1920, [])])
def test_keys_without_room_are_counted(qtbot: QtBot, width: int, shown: list[str]) -> None:
    """Nobody takes those that are seen for all of them."""
    chosen = Chosen(qtbot)
    chosen.window.resize(width, 600 if width < 1000 else 1080)
    (sheet,) = painted(chosen.row(Act.PRESS if shown else Act.BACK))
    assert shown == [word.text for word in sheet.words if word.text.startswith("+")]


def test_the_keys_of_a_row_are_said(chosen: Chosen) -> None:
    """To those who do not see the keycaps."""
    assert "Backspace, Left, Page Up, Previous" == chosen.row(Act.BACK).accessibleDescription()


def test_parts_lie_apart_and_are_whole(qtbot: QtBot) -> None:
    """In every shape of window, also with the longest reason."""
    chosen = Chosen(qtbot)
    chosen.give(Act.MUTE, Key.Key_PageDown)

    for size in SIZES:
        chosen.window.resize(*size)
        assert "Page Down is already" in chosen.page.note
        assert [] == overlaps(chosen.page), size
        assert [] == cut_texts(chosen.page), size


@pytest.mark.parametrize("size", [(683, 768), (800, 600), (1366, 768)])
def test_lines_have_air(qtbot: QtBot, size: tuple[int, int]) -> None:
    """So that a pointer meets the one that is meant, also in half of a screen."""
    page = KeyChoicePage(DARK)
    show(qtbot, page, *size)
    rows = page.findChildren(ActRow)
    assert min(row.height() / row.cap for row in rows) > 2.4
