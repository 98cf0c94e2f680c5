"""The athlete says once what light, medium and heavy weigh, of each kind of thing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, parse_load
from matside.ui.drawing.theme import DARK
from matside.ui.kit.scrolling import Scroll
from matside.ui.settings.rows.turn_row import TurnRow
from matside.ui.settings.settings_page import SettingsPage, SettingsView
from tests.support.pages import show

VIEW = SettingsView(
    settings=Settings(),
    total=1456,
    totals={},
    percent_of_rest=31,
    rounds=3,
    ends=datetime(2026, 11, 22, 18, 42, tzinfo=UTC),
    in_session=False,
)


class Kept:
    """A page in a window, with the settings as it has changed them."""

    def __init__(self, qtbot: QtBot, settings: Settings | None = None) -> None:
        self.page = SettingsPage(DARK)
        self.page.changed.connect(self.keep)
        self.keep(settings or Settings())
        self.window = show(qtbot, self.page)

    def keep(self, settings: Settings) -> None:
        """Take `settings` over, as the program does."""
        self.settings = settings
        self.page.show_view(replace(VIEW, settings=settings))

    def line(self, name: str) -> QAbstractButton:
        """Return the line, or the button, whose name begins with `name`."""
        buttons = self.page.findChildren(QAbstractButton)
        return next(button for button in buttons if button.accessibleName().startswith(name))

    def type(self, name: str, keys: str) -> None:
        """Type `keys` on the line called `name`."""
        self.line(name).setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClicks(self.line(name), keys)

    def weighs(self, level: Level, of: Implement = Implement.DUMBBELL) -> str | None:
        """Return what `level` weighs by the settings."""
        load = self.settings.weights.get(of, {}).get(level)
        return load and load.written


def loads(**written: str) -> dict[Level, Load]:
    """Return the loads that are written by their levels."""
    found = {Level(level): parse_load(text) for level, text in written.items()}
    return {level: load for level, load in found.items() if load is not None}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("4", "4 kg"),
        ("12", "12 kg"),
        ("7.5", "7.5 kg"),
        ("7,25", "7.25 kg"),
        ("7,257", "7.25 kg"),
        ("0.5", "0.5 kg"),
        (".5", "0.5 kg"),
        ("4.", "4 kg"),
        ("5001", "500 kg"),
        ("0", None),
    ],
)
def test_a_weight_is_typed(qtbot: QtBot, keys: str, expected: str | None) -> None:
    """With a point or a comma; what would be too heavy, or too exact, is not taken."""
    kept = Kept(qtbot)
    kept.type("Light", keys)
    assert expected == kept.weighs(Level.LIGHT)


def test_backspace_takes_back_what_was_typed(qtbot: QtBot) -> None:
    """Character by character, at last all."""
    kept, seen = Kept(qtbot), []
    kept.type("Medium", "12")
    for _ in range(2):
        qtbot.keyClick(kept.line("Medium"), Qt.Key.Key_Backspace)
        seen.append(kept.weighs(Level.MEDIUM))
    assert ["1 kg", None] == seen


def test_a_number_begins_anew_when_the_focus_comes_back(qtbot: QtBot) -> None:
    """What was typed before is not continued."""
    kept = Kept(qtbot)
    kept.type("Light", "4")
    kept.type("Medium", "6")
    kept.type("Light", "5")
    assert ("5 kg", "6 kg") == (kept.weighs(Level.LIGHT), kept.weighs(Level.MEDIUM))


def test_delete_unsets_a_weight(qtbot: QtBot) -> None:
    """Then it says that it is not set, and all others stay."""
    kept = Kept(qtbot, Settings(weights={Implement.DUMBBELL: loads(light="4 kg", heavy="9 kg")}))
    qtbot.keyClick(kept.line("Light"), Qt.Key.Key_Delete)
    assert "Light: not set" == kept.line("Light").accessibleName()
    assert {Implement.DUMBBELL: loads(heavy="9 kg")} == kept.settings.weights


def test_arrows_go_by_the_steps_of_the_athlete(qtbot: QtBot) -> None:
    """Up from a lighter one where nothing is set, and down to nothing."""
    step = Load(2_000, Unit.KILOGRAM)
    kept = Kept(
        qtbot,
        Settings(
            weights={Implement.DUMBBELL: loads(light="4 kg")},
            weight_steps={Implement.DUMBBELL: step},
        ),
    )
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Plus, *[Qt.Key.Key_Left] * 4):
        qtbot.keyClick(kept.line("Medium"), key)
        seen.append(kept.weighs(Level.MEDIUM))
    assert ["6 kg", "8 kg", "6 kg", "4 kg", "2 kg", None] == seen


def test_minus_and_plus_do_so_by_mouse(qtbot: QtBot) -> None:
    """They stand beside the value."""
    kept = Kept(qtbot)
    for name in ("More: Heavy", "More: Heavy", "Less: Heavy"):
        qtbot.mouseClick(kept.line(name), Qt.MouseButton.LeftButton)
    assert "1 kg" == kept.weighs(Level.HEAVY)


def test_each_kind_of_thing_has_weights_of_its_own(qtbot: QtBot) -> None:
    """Dumbbells come first, and the arrows turn to the others."""
    kept = Kept(qtbot, Settings(weights={Implement.DUMBBELL: loads(light="4 kg")}))
    qtbot.keyClick(kept.line("Weight of"), Qt.Key.Key_Right)
    assert "Weight of: Kettlebells" == kept.line("Weight of").accessibleName()
    assert "Light: not set" == kept.line("Light").accessibleName()
    kept.type("Light", "12")
    assert {
        Implement.DUMBBELL: loads(light="4 kg"),
        Implement.KETTLEBELL: loads(light="12 kg"),
    } == kept.settings.weights


def test_what_the_workouts_ask_for_is_offered_first(qtbot: QtBot) -> None:
    """Then all others; what the athlete has turned to stays."""
    page, seen = Kept(qtbot).page, []
    page.show_view(replace(VIEW, implements=(Implement.BAND, Implement.BALL)))
    line = next(each for each in page.findChildren(TurnRow) if "Weight of" in each.text())
    for _ in range(4):
        seen.append(line.accessibleName().removeprefix("Weight of: "))
        qtbot.keyClick(line, Qt.Key.Key_Right)
    page.show_view(VIEW)
    assert ["Bands", "Balls", "Dumbbells", "Kettlebells"] == seen
    assert "Weight of: Barbells" == line.accessibleName()


def test_pounds_are_typed_where_they_are_chosen(qtbot: QtBot) -> None:
    """What was typed in kilograms stays as it was typed."""
    kept = Kept(qtbot)
    kept.type("Light", "4")
    qtbot.mouseClick(kept.line("Weights in: lb"), Qt.MouseButton.LeftButton)
    kept.type("Medium", "12")
    assert ("4 kg", "12 lb") == (kept.weighs(Level.LIGHT), kept.weighs(Level.MEDIUM))
    assert "Medium: 12 lb" == kept.line("Medium").accessibleName()
    assert "One step: 2.5 lb" == kept.line("One step").accessibleName()


def test_the_step_is_chosen_and_taken_back(qtbot: QtBot) -> None:
    """By key like the weights; Delete brings the usual one back."""
    kept, seen = Kept(qtbot), []
    for act in ("2", "Right", "Delete"):
        key = {"2": Qt.Key.Key_2, "Right": Qt.Key.Key_Right, "Delete": Qt.Key.Key_Delete}[act]
        qtbot.keyClick(kept.line("One step"), key)
        seen.append(kept.line("One step").accessibleName())
    assert ["One step: 2 kg", "One step: 2.25 kg", "One step: 1 kg"] == seen
    assert {} == kept.settings.weight_steps


def test_the_page_can_ask_for_one_weight(qtbot: QtBot) -> None:
    """Its plate is scrolled to, its kind is shown, and a number can be typed at once."""
    kept = Kept(qtbot)
    kept.page.ask_for_load(Implement.KETTLEBELL, Level.HEAVY)
    kept.page.setFocus()
    line = kept.line("Heavy")
    assert line is kept.page.focusWidget()
    assert line.visibleRegion().boundingRect().height() == line.height()
    assert kept.page.findChildren(Scroll)[0].verticalScrollBar().value() > 0
    QTest.keyClicks(line, "24")
    assert "24 kg" == kept.weighs(Level.HEAVY, Implement.KETTLEBELL)
