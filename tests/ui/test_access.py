"""Whoever does not see the screen is told what is on it: by roles, names, values and states."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Listed
from matside.ui.drawing.theme import DARK
from matside.ui.start.workout_entry import WorkoutEntry
from matside.ui.start.workout_rail import WorkoutRail
from tests.support.page_situations import page_situations
from tests.support.pages import WORKOUT, show
from tests.support.situations import runners_workout

Role = QAccessible.Role
NAMES = tuple(page_situations(runners_workout(), DARK))
STATES = ("checked", "disabled", "readOnly")
ENOUGH_TABS = 60
LEAST_RING = 100
"""So many pixels at least has the smallest ring that is drawn."""


def tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader finds from `root` on, but what is not shown."""
    if root.state().invisible:
        return
    yield root
    for place in range(root.childCount()):
        yield from tree(root.child(place))


def name_of(found: QAccessibleInterface) -> str:
    """Return the name that a screen reader says."""
    return found.text(QAccessible.Text.Name)


def told(found: QAccessibleInterface) -> str:
    """Return the role, the name and the states of a control in one line."""
    state = found.state()
    states = [name for name in STATES if getattr(state, name)]
    return " ".join([found.role().name, name_of(found), *(f"({name})" for name in states)])


def shown(qtbot: QtBot, situation: str) -> QWidget:
    """Return the page of `situation` in an active window."""
    page = page_situations(runners_workout(), DARK)[situation]()
    show(qtbot, page)
    return page


def by_tab(qtbot: QtBot) -> Iterator[QWidget]:
    """Go once round by Tab; yield every control while it has the focus."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    for _ in range(ENOUGH_TABS):
        yield QApplication.focusWidget()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            return
    raise AssertionError("Tab does not come back")


def pixels_of(page: QWidget, colour: QColor) -> int:
    """Return how many pixels of `page` have `colour`."""
    image = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    return pixels.tolist().count(colour.rgb())


def controls_of(page: QWidget) -> list[QAccessibleInterface]:
    """Return everything on `page` that can have the focus."""
    root = QAccessible.queryAccessibleInterface(page)
    return [found for found in tree(root) if found.state().focusable]


CONTROLS = {
    "start": [
        "RadioButton Upper Body for Runners (checked)",
        "Button Test sound 80 %",
        "Button Settings",
        "Button Keys",
        "CheckBox Warm-up, 6:26 (checked)",
        "Button About the exercises of Warm-up",
        "CheckBox Superset 1, 5:34 (checked)",
        "Button About the exercises of Superset 1",
        "CheckBox Superset 2, 4:22 (checked)",
        "Button About the exercises of Superset 2",
        "CheckBox Superset 3, 3:34 (checked)",
        "Button About the exercises of Superset 3",
        "CheckBox Cooldown, 1:10 (checked)",
        "Button About the exercises of Cooldown",
        "Button Fewer rounds",
        "Button More rounds",
        "RadioButton 2 rounds, 19:26",
        "RadioButton 3 rounds, 24:16 (checked)",
        "RadioButton 4 rounds, 29:06",
        "Button Start",
    ],
    "start-broken": [
        "RadioButton thursday (checked)",
        "RadioButton Upper Body for Runners",
        "Button Test sound 80 %",
        "Button Settings",
        "Button Keys",
        "EditableText Faults of the file (readOnly)",
        "Button Start (disabled)",
    ],
    "settings": [
        "Slider Between exercises",
        "Slider Between rounds",
        "Slider Between supersets",
        "Slider Switch sides",
        "Slider Get ready",
        "Slider Resume",
        "CheckBox Rests wait for SPACE",
        "CheckBox Reps run by the clock",
        "Slider Volume",
        "CheckBox Mute",
        "Button Hear the go sound",
        "Slider Timing",
        "CheckBox Wake Bluetooth speakers",
        "CheckBox Say what comes (checked)",
        "Slider Volume of the voice",
        "Slider Speed",
        "Button Hear the voice",
        "RadioButton Theme: System (checked)",
        "RadioButton Theme: Dark",
        "RadioButton Theme: Light",
        "RadioButton Films show: Woman (checked)",
        "RadioButton Films show: Man",
        "CheckBox Flash on change (checked)",
        "CheckBox Flash with chimes",
        "CheckBox Reduce motion",
        "CheckBox Keep screen awake (checked)",
        "CheckBox Media keys",
        "Button Change keys",
        "Button What works",
        "Button Back",
    ],
    "checkup": ["Button Settings", "Button Look again", "Button Copy as text"],
    "checkup-looking": [
        "Button Settings",
        "Button Look again (disabled)",
        "Button Copy as text (disabled)",
    ],
    "keys": ["Button Close"],
    "finish": ["Button Done", "Button Back to the last set"],
    "finish-stopped": ["Button Done", "Button Back to the workout"],
    "resume": ["Button Take it up", "Button Keep what was done"],
    "welcome": ["Button Hear the go sound  80 %", "Button All keys, at any time", "Button Go on"],
    "welcome-silent": ["Button All keys, at any time", "Button Go on"],
}
"""The controls of the pages, as a screen reader finds them."""


@pytest.mark.parametrize("situation", CONTROLS)
def test_controls_say_what_they_are(qtbot: QtBot, situation: str) -> None:
    """Every control has its role, its name and its state, and there is no other."""
    found = controls_of(shown(qtbot, situation))
    assert CONTROLS[situation] == [told(control) for control in found]


@pytest.mark.parametrize("situation", NAMES)
def test_every_page_has_a_name(qtbot: QtBot, situation: str) -> None:
    """A screen reader says where the focus has gone."""
    page = QAccessible.queryAccessibleInterface(shown(qtbot, situation))
    assert name_of(page)


@pytest.mark.parametrize("situation", NAMES)
def test_every_control_has_a_name(qtbot: QtBot, situation: str) -> None:
    """Also on the pages whose controls are not listed here."""
    nameless = [
        told(found) for found in controls_of(shown(qtbot, situation)) if not name_of(found)
    ]
    assert [] == nameless


@pytest.mark.parametrize("situation", NAMES)
def test_tab_reaches_every_control_and_comes_back(qtbot: QtBot, situation: str) -> None:
    """No control keeps the focus; of a row of words only the chosen one is a stop."""
    page = shown(qtbot, situation)
    stops = {
        told(control)
        for control in controls_of(page)
        if not control.state().disabled
        and control.object().focusPolicy() & Qt.FocusPolicy.TabFocus
    }

    reached = [told(QAccessible.queryAccessibleInterface(each)) for each in by_tab(qtbot)]

    assert stops == set(reached)
    assert len(stops) == len(reached)


@pytest.mark.no_cover
@pytest.mark.parametrize("situation", NAMES)
def test_the_focus_is_seen_wherever_tab_takes_it(qtbot: QtBot, situation: str) -> None:
    """A ring of the theme's colour stands around each control that has the focus."""
    page = shown(qtbot, situation)
    home = QApplication.focusWidget()
    home.clearFocus()
    without = pixels_of(page, DARK.focus)
    home.setFocus()
    seen = {
        told(QAccessible.queryAccessibleInterface(each)): pixels_of(page, DARK.focus) - without
        for each in by_tab(qtbot)
    }
    assert [] == [name for name, more in seen.items() if more < LEAST_RING]


def test_a_slider_says_its_value_with_the_unit(qtbot: QtBot) -> None:
    """The number is its value; what it counts and is for stand in its description."""
    page = shown(qtbot, "settings")
    slider = controls_of(page)[0]

    qtbot.keyClick(slider.object(), Qt.Key.Key_Plus)

    assert "11" == slider.text(QAccessible.Text.Value)
    said = slider.text(QAccessible.Text.Description)
    assert "11 seconds, time to change weights" == said


def test_a_single_second_is_said_as_one(qtbot: QtBot) -> None:
    """One is no plural."""
    slider = controls_of(shown(qtbot, "settings"))[0]

    qtbot.keyClick(slider.object(), Qt.Key.Key_1)

    assert slider.text(QAccessible.Text.Description).startswith("1 second,")


def test_a_card_tells_its_exercises(qtbot: QtBot) -> None:
    """The name is the block's, the description what is done in it."""
    card = controls_of(shown(qtbot, "start"))[10]
    assert [
        "Bent-Over Wide Row, 8 reps, two light dumbbells",
        "Hammer Curl, 8 reps, two medium dumbbells",
    ] == card.text(QAccessible.Text.Description).split("; ")


def test_tab_scrolls_to_what_it_reaches(qtbot: QtBot) -> None:
    """The last of many workouts is brought into view when it gets the focus."""
    listing = [Listed(f"workout-{number}", WORKOUT) for number in range(40)]
    rail = WorkoutRail(DARK, window := QWidget())
    show(qtbot, window)
    rail.put(QRectF(0, 0, 300, 768), 8, 13, 11)
    rail.show_workouts(listing, "workout-0", {}, {})
    rail.show()
    qtbot.waitUntil(lambda: len(rail.findChildren(WorkoutEntry)) == len(listing))
    last = rail.controls[len(listing) - 1]
    hidden = last.visibleRegion().isEmpty()

    last.setFocus(Qt.FocusReason.TabFocusReason)

    assert hidden
    assert last.rect() == last.visibleRegion().boundingRect()


def test_the_keys_page_can_be_heard(qtbot: QtBot) -> None:
    """What is painted on it stands in its description, Space first."""
    page = QAccessible.queryAccessibleInterface(shown(qtbot, "keys"))
    said = page.text(QAccessible.Text.Description).splitlines()
    assert said[0].startswith("SPACE: Start page: start.  Reps: set done.")
    assert "Left: Back" == said[1]
