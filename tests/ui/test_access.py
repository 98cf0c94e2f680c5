"""Whoever does not see the screen is told what is on it: by roles, names, values and states."""

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Listed
from matside.ui.drawing.theme import DARK
from matside.ui.start.rail.workout_entry import WorkoutEntry
from matside.ui.start.rail.workout_list import WorkoutList
from tests.support.page_situations import page_situations
from tests.support.pages import WORKOUT, show
from tests.support.situations import runners_workout

Role = QAccessible.Role
PAGES = page_situations(runners_workout(), DARK)
STATES = ("checked", "disabled", "readOnly")
ENOUGH_TABS = 60
LEAST_RING = 100
"""So many pixels at least has the smallest ring that is drawn."""
RING_ROOM = 24
"""So far around a control lies its ring at most, in px."""


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
    page = PAGES[situation]()
    show(qtbot, page)
    return page


def widget_of(found: QAccessibleInterface) -> QWidget:
    """Return the widget that a screen reader found."""
    widget = found.object()
    if not isinstance(widget, QWidget):
        raise TypeError(f"{told(found)} is no widget")
    return widget


def focused() -> QWidget:
    """Return the widget that has the focus."""
    widget = QApplication.focusWidget()
    if widget is None:
        raise LookupError("Nothing has the focus")
    return widget


def by_tab() -> Iterator[QWidget]:
    """Go once round by Tab; yield every control while it has the focus."""
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    first = focused()
    for _ in range(ENOUGH_TABS):
        yield focused()
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is first:
            return
    raise AssertionError("Tab does not come back")


def pixels_of(picture: QPixmap, colour: QColor) -> int:
    """Return how many pixels of `picture` have `colour`."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    # In a mask as wide as this no row ends in bits that mean nothing.
    wide = image.copy(0, 0, 32 * math.ceil(image.width() / 32), image.height())
    mask = wide.createMaskFromColor(colour.rgb())
    return int.from_bytes(mask.constBits()).bit_count()


def around(control: QWidget, page: QWidget) -> QRect:
    """Return where `control` lies on `page`, with room for a ring."""
    where = QRect(control.mapTo(page, QPoint()), control.size())
    return where.adjusted(-RING_ROOM, -RING_ROOM, RING_ROOM, RING_ROOM) & page.rect()


def controls_of(page: QWidget) -> list[QAccessibleInterface]:
    """Return everything on `page` that can have the focus."""
    root = QAccessible.queryAccessibleInterface(page)
    return [found for found in tree(root) if found.state().focusable]


EFFORTS = (
    "RadioButton How hard? 1 easy",
    "RadioButton How hard? 2",
    "RadioButton How hard? 3",
    "RadioButton How hard? 4",
    "RadioButton How hard? 5 too hard",
)

WAYS = ("Button Export", "Button History")

CHOICES = (
    "Button Exercises",
    "CheckBox Warm-up, 6:26 (checked)",
    "Button Thread the Needle, 30 s each side",
    "Button Dynamic Child's Pose, 30 s",
    "Button Half-Kneeling Rainbow, 30 s each side",
    "CheckBox Superset 1, 5:34 (checked)",
    "Button Half-Kneeling Chop, 8 each side, light dumbbell",
    "Button Bear Plank Lateral Walk, 8 reps",
    "CheckBox Superset 2, 4:22 (checked)",
    "Button Reciprocal Row, 8 each side, two medium dumbbells",
    "Button Chest Fly, 8 reps, two light dumbbells",
    "CheckBox Superset 3, 3:34 (checked)",
    "Button Bent-Over Wide Row, 8 reps, two light dumbbells",
    "Button Hammer Curl, 8 reps, two medium dumbbells",
    "CheckBox Cooldown, 1:10 (checked)",
    "Button Standing Shoulder Stretch, 30 s",
    "Button Child's Pose, 30 s",
    "RadioButton 2 rounds, 19:26",
    "RadioButton 3 rounds, 24:16 (checked)",
    "RadioButton 4 rounds, 29:06",
    "Button Set weight: Light pair",
    "Button Set weight: Medium pair",
    "Button Start",
    "Button About",
)
"""All that the start page offers of the runner's workout."""

CONTROLS = {
    "start": [
        "Button Test sound 80 %",
        "Button History",
        "Button Settings",
        "Button Keys",
        "RadioButton Upper Body for Runners (checked)",
        *CHOICES,
    ],
    "start-due": [
        "Button Test sound 80 %",
        "Button History",
        "Button Settings",
        "Button Keys",
        "RadioButton Upper Body for Runners, upper-body-for-runners (checked)",
        "RadioButton Upper Body for Runners, mine",
        *CHOICES,
        "Button Last done 8 days ago. 10 weeks in a row. This week is due. Open the history",
    ],
    "start-broken": [
        "Button Test sound 80 %",
        "Button History",
        "Button Settings",
        "Button Keys",
        "RadioButton thursday.yaml (checked)",
        "RadioButton Upper Body for Runners",
        "EditableText Faults of the file (readOnly)",
        "Button Start (disabled)",
        "Button About",
    ],
    "about": ["Button Close"],
    "settings": [
        "Slider Between exercises",
        "Slider Between rounds",
        "Slider Between supersets",
        "Slider Switch sides",
        "Slider Get ready",
        "Slider After a pause",
        "CheckBox Rests wait for SPACE",
        "CheckBox Reps run by the clock",
        "Slider Volume",
        "CheckBox Mute",
        "Button Test the sound",
        "Slider Chimes come",
        "CheckBox Wake Bluetooth speakers",
        "CheckBox Say what comes (checked)",
        "Slider Volume of the voice",
        "Slider Speed",
        "Button Test the voice",
        "RadioButton Theme: As desktop (checked)",
        "RadioButton Theme: Dark",
        "RadioButton Theme: Light",
        "RadioButton Films show: Woman (checked)",
        "RadioButton Films show: Man",
        "CheckBox Flash at every change (checked)",
        "CheckBox Flash with every chime",
        "CheckBox Reduce motion",
        "CheckBox Keep screen awake (checked)",
        "CheckBox Full screen when I start",
        "CheckBox Always on top",
        "Button Show on: Any screen",
        "RadioButton Weights in: kg (checked)",
        "RadioButton Weights in: lb",
        "Button Weight of: Dumbbells",
        "Button Light: not set",
        "Button Medium: not set",
        "Button Heavy: not set",
        "Button One step: 1 kg",
        "CheckBox Say what to try next (checked)",
        "Button Week begins: As system",
        "Button Sessions a week: 1",
        "CheckBox Media keys",
        "Button Change keys",
        "Button Open the folder",
        "Button Back up",
        "Button Restore",
        "Button Import",
        "Button Export all",
        "Button Delete all my data",
        "Button Check this machine",
        "Button Back",
    ],
    "data-backup": ["Button Save", "Button Back"],
    "data-import": [
        "Button Hammer Curl (Dumbbell): Hammer Curl",
        "Button Overhead Press (Barbell): none of them",
        "Button Plank: none of them",
        "Button Add 2 sessions",
        "Button Back",
    ],
    "data-running": ["Button Cancel"],
    "data-delete": [
        "EditableText To delete all of it, type “delete” here.",
        "Button Delete all my data (disabled)",
        "Button Back",
    ],
    "checkup": ["Button Settings", "Button Look again", "Button Copy as text"],
    "checkup-looking": [
        "Button Settings",
        "Button Look again (disabled)",
        "Button Copy as text (disabled)",
    ],
    "history-empty": ["Button Back"],
    "history-one": [
        "Button Back",
        "ComboBox Half-Kneeling Chop",
        "RadioButton Sat 28 Nov, 18:05, Upper Body for Runners, 24:10 (checked)",
        "Button Edit",
        "Button Export",
        "Button Delete",
        "Button Thread the Needle, right, round 1: 30 seconds",
        "Button Thread the Needle, left, round 1: 30 seconds",
        "Button Dynamic Child's Pose, round 1: 30 seconds",
        "Button Half-Kneeling Rainbow, left, round 1: 30 seconds",
        "Button Half-Kneeling Rainbow, right, round 1: 30 seconds",
        "Button Half-Kneeling Chop, left, round 1: 8 of 8 reps",
        "Button Half-Kneeling Chop, right, round 1: 6 of 8 reps",
        "Button Bear Plank Lateral Walk, round 1: 8 of 8 reps",
        "Button Reciprocal Row, each side, round 1: 8 of 8 reps",
        "Button Chest Fly, round 1: 8 of 8 reps",
        "Button Bent-Over Wide Row, round 1: 8 of 8 reps",
        "Button Hammer Curl, round 1: 8 of 8 reps",
        "Button Standing Shoulder Stretch, round 1: 30 seconds",
        "Button Child's Pose, round 1: skipped",
        "RadioButton How hard? 1 easy",
        "RadioButton How hard? 2",
        "RadioButton How hard? 3 (checked)",
        "RadioButton How hard? 4",
        "RadioButton How hard? 5 too hard",
        "EditableText Note",
    ],
    "keys": ["Button Close"],
    "finish": ["Button Done", *EFFORTS, *WAYS, "Button Back to the last set"],
    "finish-stopped": ["Button Done", *EFFORTS, *WAYS, "Button Back to the workout"],
    "resume": ["Button Take it up", "Button Keep what was done"],
    "welcome": ["Button Test the sound", "Button All keys, at any time", "Button Go on"],
    "welcome-silent": ["Button All keys, at any time", "Button Go on"],
}
"""The controls of the pages, as a screen reader finds them."""


@pytest.mark.parametrize("situation", CONTROLS)
def test_controls_say_what_they_are(qtbot: QtBot, situation: str) -> None:
    """Every control has its role, its name and its state, and there is no other."""
    found = controls_of(shown(qtbot, situation))
    assert CONTROLS[situation] == [told(control) for control in found]


@pytest.mark.no_cover
@pytest.mark.parametrize("situation", PAGES)
def test_every_page_and_all_on_it_has_a_name(qtbot: QtBot, situation: str) -> None:
    """A screen reader says where the focus has gone, also where controls are not listed here."""
    page = shown(qtbot, situation)
    nameless = [told(found) for found in controls_of(page) if not name_of(found)]
    assert [] == nameless
    assert name_of(QAccessible.queryAccessibleInterface(page))


@pytest.mark.no_cover
@pytest.mark.parametrize("situation", PAGES)
def test_tab_reaches_every_control_and_comes_back(qtbot: QtBot, situation: str) -> None:
    """No control keeps the focus; of a row of words only the chosen one is a stop."""
    page = shown(qtbot, situation)
    stops = {
        told(control)
        for control in controls_of(page)
        if not control.state().disabled
        and widget_of(control).focusPolicy() & Qt.FocusPolicy.TabFocus
    }

    reached = [told(QAccessible.queryAccessibleInterface(each)) for each in by_tab()]

    assert stops == set(reached)
    assert len(stops) == len(reached)


@pytest.mark.no_cover
@pytest.mark.parametrize("situation", PAGES)
def test_the_focus_is_seen_wherever_tab_takes_it(qtbot: QtBot, situation: str) -> None:
    """A ring of the theme's colour stands around each control that has the focus."""
    page = shown(qtbot, situation)
    home = focused()
    home.clearFocus()
    without = page.grab()
    home.setFocus()
    seen = {}
    for each in by_tab():
        area = around(each, page)
        ring = pixels_of(page.grab(area), DARK.focus)
        before = pixels_of(without.copy(area), DARK.focus)
        seen[told(QAccessible.queryAccessibleInterface(each))] = ring - before
    assert [] == [name for name, more in seen.items() if more < LEAST_RING]


def test_a_slider_says_its_value_with_the_unit(qtbot: QtBot) -> None:
    """The number is its value; what it counts and is for stand in its description."""
    page = shown(qtbot, "settings")
    slider = controls_of(page)[0]

    QTest.keyClick(widget_of(slider), Qt.Key.Key_Plus)

    assert "11" == slider.text(QAccessible.Text.Value)
    said = slider.text(QAccessible.Text.Description)
    assert "11 seconds, time to change weights" == said


def test_a_single_second_is_said_as_one(qtbot: QtBot) -> None:
    """One is no plural."""
    slider = controls_of(shown(qtbot, "settings"))[0]

    QTest.keyClick(widget_of(slider), Qt.Key.Key_1)

    assert slider.text(QAccessible.Text.Description).startswith("1 second,")


def test_a_card_tells_its_exercises(qtbot: QtBot) -> None:
    """The name is the block's, the description what is done in it."""
    found = controls_of(shown(qtbot, "start"))
    card = next(each for each in found if name_of(each).startswith("Superset 3"))
    assert [
        "Bent-Over Wide Row, 8 reps, two light dumbbells",
        "Hammer Curl, 8 reps, two medium dumbbells",
    ] == card.text(QAccessible.Text.Description).split("; ")


def test_tab_scrolls_to_what_it_reaches(qtbot: QtBot) -> None:
    """The last of many workouts is brought into view when it gets the focus."""
    listing = [Listed(f"workout-{number}", WORKOUT) for number in range(40)]
    workouts = WorkoutList(DARK, window := QWidget())
    show(qtbot, window)
    workouts.put(QRectF(0, 0, 300, 500), 8, 13, 11)
    workouts.show_workouts(listing, "workout-0", {}, {})
    workouts.show()
    qtbot.waitUntil(lambda: len(workouts.findChildren(WorkoutEntry)) == len(listing))
    last = workouts.controls[len(listing) - 1]
    hidden = last.visibleRegion().isEmpty()

    last.setFocus(Qt.FocusReason.TabFocusReason)

    assert hidden
    assert last.rect() == last.visibleRegion().boundingRect()


def test_the_keys_page_can_be_heard(qtbot: QtBot) -> None:
    """What is painted on it stands in its description, Space first."""
    page = QAccessible.queryAccessibleInterface(shown(qtbot, "keys"))
    said = page.text(QAccessible.Text.Description).splitlines()
    assert said[0].startswith("SPACE: Start page: start.  Reps: set done.")
    assert "BACK: Go back, Also Left" == said[1]
