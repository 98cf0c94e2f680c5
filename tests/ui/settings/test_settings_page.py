"""The settings page shows the settings and signals every change at once."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Instead, Speaks, VoiceFault, VoiceState
from matside.core.settings import Body, Settings, ThemeChoice, WeekBegins
from matside.ui.drawing.theme import DARK
from matside.ui.kit.scrolling import ThinBar
from matside.ui.settings.data.data_view import TaskKind
from matside.ui.settings.plates import PlateSheet
from matside.ui.settings.rows.setting_rows import LengthRow, PlainRow
from matside.ui.settings.rows.sound_rows import TimingRow
from matside.ui.settings.settings_page import SettingsPage, SettingsView
from matside.ui.settings.total_panel import TotalPanel, TotalTag
from matside.ui.settings.voice_panel import VoicePanel
from tests.support.pages import SIZES, cut_texts, in_sizes, overlaps, show
from tests.support.painted import painted

Key = Qt.Key
VIEW = SettingsView(
    settings=Settings(),
    total=1456,
    totals={2: 1166, 3: 1456, 4: 1746},
    percent_of_rest=31,
    rounds=3,
    ends=datetime(2026, 11, 22, 18, 42, tzinfo=UTC),
    in_session=False,
)
LENGTHS = {
    "Between exercises": "between_exercises",
    "Between rounds": "between_rounds",
    "Between supersets": "between_blocks",
    "Switch sides": "switch_sides",
    "Get ready": "get_ready",
    "After a pause": "resume",
}
THEME_WORDS = {
    ThemeChoice.SYSTEM: "As desktop",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.LIGHT: "Light",
}


class Kept:
    """A page in a window, with the settings as it has changed them."""

    def __init__(self, qtbot: QtBot, view: SettingsView = VIEW) -> None:
        self.page = SettingsPage(DARK)
        self.page.show_view(view)
        self.page.changed.connect(self.keep)
        self.settings = view.settings
        self.window = show(qtbot, self.page)

    def keep(self, settings: Settings) -> None:
        """Take `settings` over, as the program does."""
        self.settings = settings
        self.page.show_view(replace(VIEW, settings=settings))

    def slider(self, name: str) -> QSlider:
        """Return the slider called `name`."""
        sliders = self.page.findChildren(QSlider)
        return next(slider for slider in sliders if slider.accessibleName() == name)

    def button(self, name: str) -> QAbstractButton:
        """Return the button called `name`."""
        buttons = self.page.findChildren(QAbstractButton)
        return next(button for button in buttons if button.accessibleName() == name)


@pytest.mark.parametrize(("name", "field"), LENGTHS.items())
def test_each_length_is_changed_alone(qtbot: QtBot, name: str, field: str) -> None:
    """Right adds a second to the length of its row and to no other."""
    kept = Kept(qtbot)

    qtbot.keyClick(kept.slider(name), Key.Key_Right)

    expected = replace(VIEW.settings, **{field: getattr(VIEW.settings, field) + 1})
    assert expected == kept.settings


@pytest.mark.parametrize(
    ("keys", "seconds"),
    [
        ([(Key.Key_Left, False)], 19),
        ([(Key.Key_Minus, False)], 19),
        ([(Key.Key_Plus, False)], 21),
        ([(Key.Key_Right, True)], 35),
        ([(Key.Key_Left, True)], 5),
        ([(Key.Key_Left, True)] * 2, 0),
        ([(Key.Key_Right, True)] * 40, 600),
        ([(Key.Key_4, False), (Key.Key_5, False)], 45),
        ([(Key.Key_4, False), (Key.Key_5, False), (Key.Key_Backspace, False)], 4),
        ([(Key.Key_9, False)] * 3, 600),
        ([(Key.Key_4, False), (Key.Key_Right, False), (Key.Key_7, False)], 7),
    ],
)
def test_keys_change_a_length(qtbot: QtBot, keys: list[tuple[Qt.Key, bool]], seconds: int) -> None:
    """Steps, long steps and typed numbers start from 20 s and stay from 0 to 600."""
    kept = Kept(qtbot)
    slider = kept.slider("Between rounds")

    for key, shift in keys:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(slider, key, modifier)

    assert seconds == kept.settings.between_rounds


@pytest.mark.parametrize("name", ["Between exercises", "Chimes come", "Speed"])
def test_the_keys_of_long_pages_scroll_and_change_nothing(qtbot: QtBot, name: str) -> None:
    """Who looks for what is farther down does not lose a rest to the row with the focus."""
    kept = Kept(qtbot)
    kept.window.resize(1160, 500)
    (bar,) = kept.page.findChildren(ThinBar)
    before = kept.settings

    places = []
    for key in (Key.Key_Home, Key.Key_PageDown, Key.Key_End, Key.Key_PageUp, Key.Key_Home):
        qtbot.keyClick(kept.slider(name), key)
        places.append(bar.value())

    top, page_down, end, page_up, home = places
    assert (0, bar.maximum(), 0) == (top, end, home)
    assert 0 < page_down <= end
    assert page_up < end
    assert before == kept.settings


def test_it_comes_back_at_its_top(qtbot: QtBot) -> None:
    """The row that gets the focus is seen whole, however far down the page was left."""
    kept = Kept(qtbot)
    kept.window.resize(1160, 500)
    (bar,) = kept.page.findChildren(ThinBar)
    qtbot.keyClick(kept.page, Key.Key_End)
    left = bar.value()
    kept.page.hide()
    kept.page.show()
    assert (True, 0) == (left > 0, bar.value())


def test_a_number_begins_anew_when_the_focus_comes_back(qtbot: QtBot) -> None:
    """What was typed before is not continued."""
    kept = Kept(qtbot)
    slider = kept.slider("Between rounds")

    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_4)
    kept.slider("After a pause").setFocus()
    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_5)

    assert 5 == kept.settings.between_rounds


@pytest.mark.parametrize(("sign", "seconds"), [("Less", 44), ("More", 46)])
def test_buttons_change_a_length_by_a_second(qtbot: QtBot, sign: str, seconds: int) -> None:
    """Minus and plus stand beside the value."""
    kept = Kept(qtbot)

    qtbot.mouseClick(kept.button(f"{sign}: Between supersets"), Qt.MouseButton.LeftButton)

    assert seconds == kept.settings.between_blocks


@pytest.mark.parametrize("at", [0.02, 0.5, 0.87, 0.92, 0.97], ids=str)
def test_a_click_anywhere_on_a_row_lets_digits_go_there(qtbot: QtBot, at: float) -> None:
    """On its name, its slider, minus, the number, or plus."""
    kept = Kept(qtbot)
    row = kept.slider("Between supersets").parentWidget()
    place = QPoint(round(at * row.width()), row.height() // 2)
    under = row.childAt(place) or row

    qtbot.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(row, place))
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_7)

    assert (replace(VIEW.settings, between_blocks=7)) == kept.settings


@pytest.mark.parametrize("name", ["Theme: Dark", "Mute", "Weight of: Dumbbells", "Change keys"])
def test_a_clicked_row_shows_that_keys_go_there(qtbot: QtBot, name: str) -> None:
    """Its whole width has the ring, and the row before has none any more."""
    kept = Kept(qtbot)
    line = kept.button(name)
    row = line.parentWidget() if name.startswith("Theme") else line
    before = kept.slider("Between exercises").parentWidget()
    ringed = DARK.focus.rgb()

    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)

    shown = [each.grab().toImage().pixelColor(20, 1).rgb() for each in (before, row)]
    assert [False, True] == [colour == ringed for colour in shown]


@pytest.mark.parametrize(
    ("name", "field", "own"),
    [
        ("Between supersets", "between_blocks", 90),
        ("Volume", "volume", 30),
        ("Chimes come", "sound_offset", -150),
        ("Volume of the voice", "voice_volume", 5),
        ("Speed", "as_recorded", False),
    ],
)
def test_delete_chooses_a_number_as_it_comes(
    qtbot: QtBot, name: str, field: str, own: int
) -> None:
    """The same key once more takes that back, and where nothing was left it changes nothing."""
    kept = Kept(qtbot, replace(VIEW, settings=replace(VIEW.settings, **{field: own})))

    found = []
    for _ in range(3):
        qtbot.keyClick(kept.slider(name), Key.Key_Delete)
        found.append(getattr(kept.settings, field))

    comes = getattr(Settings(), field)
    assert [comes, own, comes] == found


def test_delete_leaves_what_is_as_it_comes(qtbot: QtBot) -> None:
    """There is no value before it."""
    kept = Kept(qtbot)
    with qtbot.assertNotEmitted(kept.page.changed):
        qtbot.keyClick(kept.slider("Between rounds"), Key.Key_Delete)


@pytest.mark.parametrize("is_typed", [True, False])
def test_delete_brings_back_nothing_that_was_left_otherwise(
    qtbot: QtBot, *, is_typed: bool
) -> None:
    """Typed, or shown by the page: the value as it comes has then another one before it."""
    comes = Settings().between_rounds
    kept = Kept(qtbot, replace(VIEW, settings=replace(VIEW.settings, between_rounds=comes + 5)))
    slider = kept.slider("Between rounds")
    qtbot.keyClick(slider, Key.Key_Delete)
    for value in (comes + 20, comes):
        if is_typed:
            slider.clearFocus()
            slider.setFocus()
            qtbot.keyClicks(slider, str(value))
        else:
            kept.page.show_view(
                replace(VIEW, settings=replace(kept.settings, between_rounds=value))
            )

    qtbot.keyClick(slider, Key.Key_Delete)

    assert (comes, comes) == (slider.value(), kept.settings.between_rounds)


def test_a_length_is_taken_along_by_the_pointer(qtbot: QtBot) -> None:
    """From one end of the slider to the other."""
    kept = Kept(qtbot)
    slider = kept.slider("Get ready")
    middle = slider.height() // 2

    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(1, middle))
    least = kept.settings.get_ready
    qtbot.mouseMove(slider, QPoint(slider.width() - 1, middle))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton)

    assert (0, 600) == (least, kept.settings.get_ready)


def test_the_pointer_finds_round_numbers(qtbot: QtBot) -> None:
    """By five seconds from half a minute on, by fifteen from two minutes on."""
    kept = Kept(qtbot)
    slider = kept.slider("Get ready")
    found = set()

    for x in range(slider.width()):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(x, slider.height() // 2))
        found.add(kept.settings.get_ready)

    assert {10, 15, 20, 45, 60, 90, 300, 600} <= found
    assert not {length for length in found if length > 120 and length % 15}


def test_the_wheel_changes_nothing(qtbot: QtBot) -> None:
    """Whoever scrolls over a slider does not mean it."""
    kept = Kept(qtbot)
    slider = kept.slider("Between rounds")
    wheel = QWheelEvent(
        QPointF(5, 5),
        slider.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    with qtbot.assertNotEmitted(kept.page.changed):
        QApplication.sendEvent(slider, wheel)


@pytest.mark.parametrize(
    ("name", "field", "expected"),
    [
        ("Rests wait for SPACE", "wait", True),
        ("Reps run by the clock", "rep_pace", True),
        ("Mute", "muted", True),
        ("Flash at every change", "flash_on_change", False),
        ("Reduce motion", "reduce_motion", True),
        ("Keep screen awake", "keep_awake", False),
        ("Full screen when I start", "fullscreen", True),
        ("Always on top", "always_on_top", True),
        ("Wake Bluetooth speakers", "wake_speaker", True),
        ("Flash with every chime", "flash_with_chimes", True),
        ("Media keys", "media_keys", True),
        ("Say what to try next", "proposes", False),
    ],
)
def test_switches_are_thrown(qtbot: QtBot, *, name: str, field: str, expected: bool) -> None:
    """By Space, back by Enter, and by a click."""
    kept = Kept(qtbot)
    switch = kept.button(name)
    ways = (
        lambda: qtbot.keyClick(switch, Key.Key_Space),
        lambda: qtbot.keyClick(switch, Key.Key_Return),
        lambda: qtbot.mouseClick(switch, Qt.MouseButton.LeftButton),
    )

    for way, thrown in zip(ways, (expected, not expected, expected), strict=True):
        way()
        assert replace(VIEW.settings, **{field: thrown}) == kept.settings
        assert thrown is switch.isChecked()


def test_the_volume_goes_by_five_percent(qtbot: QtBot) -> None:
    """From 80 to 85 and by Shift to 100, its end."""
    kept = Kept(qtbot)

    qtbot.keyClick(kept.slider("Volume"), Key.Key_Right)
    once = kept.settings.volume
    qtbot.keyClick(kept.slider("Volume"), Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert (85, 100) == (once, kept.settings.volume)


def test_the_go_sound_can_be_heard(qtbot: QtBot) -> None:
    """One press signals it."""
    kept = Kept(qtbot)

    with qtbot.waitSignal(kept.page.sound_pressed):
        qtbot.mouseClick(kept.button("Test the sound"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "tried"),
    [
        ("Volume", "sound_pressed"),
        ("Chimes come", "sound_pressed"),
        ("Volume of the voice", "voice_pressed"),
        ("Speed", "voice_pressed"),
    ],
)
def test_what_a_slider_does_is_heard_at_once(qtbot: QtBot, name: str, tried: str) -> None:
    """Once the athlete lets it be, and once only, however many steps it went."""
    kept = Kept(qtbot)
    heard = QSignalSpy(getattr(kept.page, tried))
    slider = kept.slider(name)

    for _ in range(3):
        qtbot.keyClick(slider, Key.Key_Right)
    before = heard.count()
    qtbot.waitUntil(lambda: heard.count() > 0)

    assert (0, 1) == (before, heard.count())


def test_a_slider_is_heard_when_the_pointer_lets_go(qtbot: QtBot) -> None:
    """Not while it is dragged, however long it rests."""
    kept = Kept(qtbot)
    heard = QSignalSpy(kept.page.sound_pressed)
    slider, middle = kept.slider("Volume"), QPoint(20, kept.slider("Volume").height() // 2)

    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    dragged = heard.count()
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle)

    assert (0, 1) == (dragged, heard.count())


@pytest.mark.parametrize("name", ["Volume", "Speed"])
def test_a_slider_stays_silent_where_all_is_mute(qtbot: QtBot, name: str) -> None:
    """Who has switched the sound off has asked for silence."""
    view = replace(VIEW, settings=replace(VIEW.settings, muted=True))
    kept = Kept(qtbot, view)
    slider = kept.slider(name)
    row = slider.parentWidget()
    assert isinstance(row, PlainRow)

    with (
        qtbot.waitSignal(row.settled),
        qtbot.assertNotEmitted(kept.page.sound_pressed),
        qtbot.assertNotEmitted(kept.page.voice_pressed),
    ):
        qtbot.keyClick(slider, Key.Key_Right)


@pytest.mark.parametrize(
    ("offset", "first", "second"), [(-300, "heard", "seen"), (300, "seen", "heard")]
)
def test_the_row_of_the_timing_lights_up_as_a_chime_is_due(
    qtbot: QtBot, offset: int, first: str, second: str
) -> None:
    """A chime comes as much before or after it as was chosen."""
    kept = Kept(qtbot, replace(VIEW, settings=replace(VIEW.settings, sound_offset=offset)))
    row = kept.slider("Chimes come").parentWidget()
    assert isinstance(row, TimingRow)
    came: list[str] = []
    row.heard.connect(lambda: came.append("heard"))
    row.lit_up.connect(lambda: came.append("seen"))

    row.sample()
    qtbot.waitUntil(lambda: len(came) == 2)

    assert [first, second] == came
    qtbot.waitUntil(lambda: not row.lit)


def test_showing_settings_changes_none(qtbot: QtBot) -> None:
    """Only the athlete changes settings."""
    kept = Kept(qtbot)

    with qtbot.assertNotEmitted(kept.page.changed):
        kept.page.show_view(
            replace(VIEW, settings=Settings(1, 2, 3, 4, 5, 6, True, 7, True, False))
        )

    assert 4 == kept.slider("Between rounds").value()


def test_down_and_up_go_from_row_to_row(qtbot: QtBot) -> None:
    """The first row has the focus when the page is shown."""
    kept = Kept(qtbot)
    first = kept.page.focusWidget()

    qtbot.keyClick(kept.page.focusWidget(), Key.Key_Down)
    second = kept.page.focusWidget()
    qtbot.keyClick(kept.page.focusWidget(), Key.Key_Up)

    assert kept.slider("Between exercises") is first
    assert kept.slider("Between rounds") is second
    assert first is kept.page.focusWidget()


def test_tab_goes_through_all_rows(qtbot: QtBot) -> None:
    """Rests, waiting, reps, sound, voice, screen, weights, week, keys, data, help, back."""
    kept = Kept(qtbot)

    names = []
    for _ in range(45):
        names.append(kept.page.focusWidget().accessibleName())
        qtbot.keyClick(kept.page.focusWidget(), Key.Key_Tab)

    rests = [*LENGTHS, "Rests wait for SPACE", "Reps run by the clock"]
    sounds = ["Volume", "Mute", "Test the sound", "Chimes come", "Wake Bluetooth speakers"]
    flashes = [
        "Theme: As desktop",
        "Films show: Woman",
        "Flash at every change",
        "Flash with every chime",
    ]
    voice = ["Say what comes", "Volume of the voice", "Speed", "Test the voice"]
    window = ["Full screen when I start", "Always on top", "Show on: Any screen"]
    screen = [*flashes, "Reduce motion", "Keep screen awake", *window]
    levels = ["Light: not set", "Medium: not set", "Heavy: not set"]
    weights = [
        "Weights in: kg",
        "Weight of: Dumbbells",
        *levels,
        "One step: 1 kg",
        "Say what to try next",
    ]
    week = ["Week begins: As system", "Sessions a week: 1"]
    keys = ["Media keys", "Change keys"]
    tasks = ["Back up", "Restore", "Import", "Export all", "Delete all my data"]
    last = ["Open the folder", *tasks, "Check this machine", "Back"]
    assert [*rests, *sounds, *voice, *screen, *weights, *week, *keys, *last] == names


@pytest.mark.parametrize(
    ("chosen", "key", "expected"),
    [(Body.WOMAN, Key.Key_Right, Body.MAN), (Body.MAN, Key.Key_Left, Body.WOMAN)],
)
def test_arrows_choose_whose_body_is_shown(
    qtbot: QtBot, chosen: Body, key: Qt.Key, expected: Body
) -> None:
    """The films show a woman or a man, and nothing else changes."""
    kept = Kept(qtbot, replace(VIEW, settings=replace(VIEW.settings, body=chosen)))
    qtbot.keyClick(kept.button(f"Films show: {chosen.name.capitalize()}"), key)
    assert replace(VIEW.settings, body=expected) == kept.settings


@pytest.mark.parametrize(
    ("row", "key", "expected"),
    [
        ("Week begins: As system", Key.Key_Right, {"week_begins": WeekBegins.MONDAY}),
        ("Week begins: As system", Key.Key_Left, {}),
        ("Sessions a week: 1", Key.Key_Right, {"weekly_goal": 2}),
        ("Sessions a week: 1", Key.Key_Left, {}),
    ],
)
def test_arrows_choose_the_week(
    qtbot: QtBot, row: str, key: Qt.Key, expected: dict[str, Any]
) -> None:
    """Its first day and its goal go from word to word, and stop at the first."""
    kept = Kept(qtbot)

    qtbot.keyClick(kept.button(row), key)

    assert replace(VIEW.settings, **expected) == kept.settings


@pytest.mark.parametrize("kind", TaskKind)
def test_a_task_is_begun_unless_a_workout_is_under_way(qtbot: QtBot, kind: TaskKind) -> None:
    """The folder can be opened at any time."""
    kept = Kept(qtbot)
    name = "Delete all my data" if kind is TaskKind.DELETE else kind.value.capitalize()
    line = kept.button("Export all" if kind is TaskKind.EXPORT else name)

    with qtbot.waitSignal(kept.page.task_pressed) as begun:
        qtbot.keyClick(line, Key.Key_Space)
    kept.page.show_view(replace(VIEW, is_idle=False))

    assert [kind] == begun.args
    assert (False, True) == (line.isEnabled(), kept.button("Open the folder").isEnabled())
    words = [word.text for sheet in painted(kept.page) for word in sheet.words]
    assert "Your data: after the workout" in words


def test_escape_closes(qtbot: QtBot) -> None:
    """From any row."""
    kept = Kept(qtbot)

    with qtbot.waitSignal(kept.page.closed):
        qtbot.keyClick(kept.slider("After a pause"), Key.Key_Escape)


def test_back_closes(qtbot: QtBot) -> None:
    """By a click too."""
    kept = Kept(qtbot)

    with qtbot.waitSignal(kept.page.closed):
        qtbot.mouseClick(kept.button("Back"), Qt.MouseButton.LeftButton)


def test_the_total_follows(qtbot: QtBot) -> None:
    """With its rounds, its end, the other rounds and the share of rest."""
    kept = Kept(qtbot)

    said = {label.text() for label in kept.page.findChildren(QLabel) if label.isVisible()}

    assert {"24:16", "3 rounds, ends 18:42 if you start now", "19:26", "29:06", "31 %"} <= said


def test_the_rounds_of_the_total_are_not_offered_again(qtbot: QtBot) -> None:
    """The small row has the rounds beside them."""
    kept = Kept(qtbot)

    said = {label.text() for label in kept.page.findChildren(QLabel) if label.isVisible()}

    assert {"2 rounds", "4 rounds", "Rest share"} <= said
    assert "3 rounds" not in said


def test_a_workout_without_one_number_of_rounds_just_ends(qtbot: QtBot) -> None:
    """Nothing is said of rounds that are no choice."""
    kept = Kept(qtbot, replace(VIEW, rounds=None, totals={}))

    said = {label.text() for label in kept.page.findChildren(QLabel) if label.isVisible()}

    assert "Ends 18:42 if you start now" in said


def test_in_a_session_it_says_when_rests_change(qtbot: QtBot) -> None:
    """Other rounds are no choice any more."""
    kept = Kept(qtbot, replace(VIEW, in_session=True))

    said = {label.text() for label in kept.page.findChildren(QLabel) if label.isVisible()}

    assert {"3 rounds, ends 18:42", "Changed rests hold from the next rest on."} <= said
    assert "19:26" not in said


def test_without_a_workout_there_is_no_total(qtbot: QtBot) -> None:
    """A file with faults takes no time."""
    kept = Kept(qtbot, replace(VIEW, total=None, totals={}))

    said = {label.text() for label in kept.page.findChildren(QLabel) if label.isVisible()}

    assert not {text for text in said if "ends" in text or "%" in text}


@pytest.mark.parametrize(
    ("chosen", "key", "expected"),
    [
        (ThemeChoice.SYSTEM, Key.Key_Right, ThemeChoice.DARK),
        (ThemeChoice.DARK, Key.Key_Right, ThemeChoice.LIGHT),
        (ThemeChoice.LIGHT, Key.Key_Left, ThemeChoice.DARK),
        (ThemeChoice.DARK, Key.Key_Left, ThemeChoice.SYSTEM),
    ],
)
def test_arrows_choose_the_theme(
    qtbot: QtBot, chosen: ThemeChoice, key: Qt.Key, expected: ThemeChoice
) -> None:
    """Left and Right go through the desktop's, dark and light, as on every row."""
    kept = Kept(qtbot, replace(VIEW, settings=replace(VIEW.settings, theme=chosen)))
    word = kept.button(f"Theme: {THEME_WORDS[chosen]}")

    word.setFocus()
    qtbot.keyClick(word, key)

    assert replace(VIEW.settings, theme=expected) == kept.settings


@pytest.mark.parametrize("chosen", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_click_chooses_the_theme(qtbot: QtBot, chosen: ThemeChoice) -> None:
    """Each of the words can be hit."""
    kept = Kept(qtbot)

    qtbot.mouseClick(kept.button(f"Theme: {THEME_WORDS[chosen]}"), Qt.MouseButton.LeftButton)

    assert replace(VIEW.settings, theme=chosen) == kept.settings


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_M, Key.Key_Backspace])
def test_other_keys_are_left_to_the_window(qtbot: QtBot, key: Qt.Key) -> None:
    """Full screen and mute hold everywhere."""
    kept = Kept(qtbot)

    qtbot.keyClick(kept.page.focusWidget(), key)

    assert [key] == kept.window.keys


@pytest.mark.parametrize("in_session", [False, True])
def test_parts_lie_apart_and_inside(qtbot: QtBot, *, in_session: bool) -> None:
    """In every shape of window; also where the total's panel is low, beside other groups."""
    page = SettingsPage(DARK)
    page.show_view(replace(VIEW, in_session=in_session))

    for size in in_sizes(qtbot, page):
        for part in (page, page.findChildren(PlateSheet)[0], page.findChildren(TotalPanel)[0]):
            assert [] == overlaps(part), size


def test_totals_are_shown_whole(qtbot: QtBot) -> None:
    """With no rests and with the longest, in every shape of window."""
    page = SettingsPage(DARK)

    for size in in_sizes(qtbot, page):
        for total in (4, 13500, 445500):
            page.show_view(replace(VIEW, total=total, totals={2: total, 3: total, 4: total}))
            assert [] == cut_texts(page), size


def test_rows_are_high_enough_for_their_words(qtbot: QtBot) -> None:
    """A name and what it is for stand below each other in every row, whole."""
    page = SettingsPage(DARK)
    page.show_view(VIEW)

    for size in in_sizes(qtbot, page):
        rows = page.findChildren(LengthRow)
        assert len(LENGTHS) == len(rows)
        assert all(row.height() >= 1.6 * (row.cap + row.small) for row in rows), size


def test_the_first_row_leaves_its_heading_air(qtbot: QtBot) -> None:
    """At the size the window has at first, the ring of the row stands off from the word above."""
    page = SettingsPage(DARK)
    page.show_view(VIEW)
    show(qtbot, page, 1120, 630)
    row = page.findChildren(LengthRow)[0]

    above = QRect(row.mapTo(page, QPoint(0, -10)), QSize(row.width(), 9))
    image = page.grab(above).toImage()

    assert {DARK.surface.name()} == {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_the_voice_is_set_apart_from_the_chimes(qtbot: QtBot) -> None:
    """It has a switch, a volume and a speed, and can be heard at once."""
    kept = Kept(qtbot)
    kept.button("Say what comes").click()
    qtbot.keyClick(kept.slider("Volume of the voice"), Key.Key_Left)
    assert replace(VIEW.settings, voice=False, voice_volume=75) == kept.settings
    with qtbot.waitSignal(kept.page.voice_pressed):
        kept.button("Test the voice").click()


def test_the_speed_is_spoken_with_its_unit(qtbot: QtBot) -> None:
    """A number alone would say nothing to who does not see the page."""
    kept = Kept(qtbot)
    kept.slider("Speed").setValue(155)
    assert "155 words a minute" == kept.slider("Speed").accessibleDescription()


def test_the_lowest_speed_is_that_of_the_recorded_voice(qtbot: QtBot) -> None:
    """The next one up is an engine's, and remembered apart from it."""
    kept = Kept(qtbot)
    speed = kept.slider("Speed")
    assert "as recorded" == speed.accessibleDescription()
    qtbot.keyClick(speed, Key.Key_Right)
    assert (False, 100) == (kept.settings.as_recorded, kept.settings.voice_rate)
    qtbot.keyClick(speed, Key.Key_Left)
    assert (True, None) == (kept.settings.as_recorded, kept.settings.chosen_voice_rate)


@pytest.mark.parametrize(
    ("voice", "heading", "why"),
    [
        (VoiceState(), "Voice", ""),
        (VoiceState(Speaks.RECORDED), "Voice: recorded", ""),
        (
            VoiceState(Speaks.RECORDED, VoiceFault.PARTLY),
            "Voice: recorded",
            "says only what is recorded",
        ),
        (
            VoiceState(Speaks.ENGINE, instead=Instead.OTHER_WORDS),
            "Voice: this computer's",
            "not all words are recorded",
        ),
        (
            VoiceState(Speaks.ENGINE, instead=Instead.OTHER_SPEED),
            "Voice: this computer's",
            "the recording has one speed",
        ),
        (
            VoiceState(Speaks.ENGINE, instead=Instead.NO_RECORDING),
            "Voice: this computer's",
            "nothing is recorded",
        ),
    ],
)
def test_the_panel_says_whose_voice_is_heard_and_why(
    qtbot: QtBot, voice: VoiceState, heading: str, why: str
) -> None:
    """Who wonders about another voice finds the reason where it is set."""
    parent = QWidget()
    qtbot.addWidget(parent)
    panel = VoicePanel(parent, DARK, lambda _: None)
    panel.show_voice(voice)
    assert (heading, why) == (panel.heading, panel.stops[0].accessibleDescription())


@pytest.mark.parametrize(
    ("keys", "offset", "words"),
    [
        ([Key.Key_Left], -10, "0.01 s early"),
        ([Key.Key_Right, Key.Key_Right], 20, "0.02 s late"),
        ([Key.Key_Left] * 5, -50, "0.05 s early"),
        ([Key.Key_Left] * 31, -300, "0.3 s early"),
        ([Key.Key_Right] * 31, 300, "0.3 s late"),
        ([Key.Key_Left, Key.Key_Right], 0, "on time"),
    ],
)
def test_chimes_are_moved_by_key(
    qtbot: QtBot, keys: list[Qt.Key], offset: int, words: str
) -> None:
    """Earlier to the left, later to the right, and the row says which."""
    kept = Kept(qtbot)
    slider = kept.slider("Chimes come")

    for key in keys:
        qtbot.keyClick(slider, key)

    assert (offset, words) == (kept.settings.sound_offset, slider.accessibleDescription())


def test_chimes_are_moved_by_the_pointer(qtbot: QtBot) -> None:
    """From one end to the other."""
    kept = Kept(qtbot)
    slider = kept.slider("Chimes come")
    middle = slider.height() // 2

    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(1, middle))
    earliest = kept.settings.sound_offset
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 1, middle))

    assert (-300, 300) == (earliest, kept.settings.sound_offset)


def test_the_media_keys_say_why_they_are_off(qtbot: QtBot) -> None:
    """They come off, and the row says whose they are then."""
    kept = Kept(qtbot)
    media = kept.button("Media keys")

    assert not media.isChecked()
    assert "your music player loses them" == media.accessibleDescription()


def test_changing_keys_is_asked_for(qtbot: QtBot) -> None:
    """It has a page of its own."""
    kept = Kept(qtbot)

    with qtbot.waitSignal(kept.page.keys_pressed):
        qtbot.mouseClick(kept.button("Change keys"), Qt.MouseButton.LeftButton)


def test_every_row_can_be_seen(qtbot: QtBot) -> None:
    """Where the page is too low for all of them it scrolls to the one with the focus."""
    page = SettingsPage(DARK)
    page.show_view(VIEW)
    unseen = []

    for size in in_sizes(qtbot, page):
        page.setFocus()
        for _ in range(22):
            focused = page.focusWidget()
            whole = focused.visibleRegion().boundingRect() == focused.rect()
            unseen += [] if whole else [(size, focused.accessibleName())]
            qtbot.keyClick(focused, Key.Key_Tab)

    assert [] == unseen


def test_what_works_is_asked_by_key_and_by_button(qtbot: QtBot) -> None:
    """No other key is needed for it, and no setting changes."""
    kept = Kept(qtbot)

    with qtbot.waitSignal(kept.page.checkup_pressed):
        qtbot.keyClick(kept.page.focusWidget(), Key.Key_F2)
    with qtbot.waitSignal(kept.page.checkup_pressed):
        kept.button("Check this machine").click()

    assert VIEW.settings == kept.settings


def test_the_total_is_seen_while_a_rest_is_changed(qtbot: QtBot) -> None:
    """Beside the rests, or in the header where it would be below them and out of sight."""
    kept = Kept(qtbot)
    for size in ((640, 480), (683, 384), *SIZES):
        kept.window.resize(*size)
        for name in LENGTHS:
            kept.slider(name).setFocus()
            totals = [*kept.page.findChildren(TotalTag), *kept.page.findChildren(TotalPanel)]
            whole = [total.visibleRegion().boundingRect() == total.rect() for total in totals]
            assert any(whole), (name, size)


def test_another_voice_changes_the_heading_that_is_shown(qtbot: QtBot) -> None:
    """Another speed makes an engine speak while the page is open."""
    page = SettingsPage(DARK)
    page.show_view(replace(VIEW, voice=VoiceState(Speaks.RECORDED)))
    show(qtbot, page)
    page.show_view(replace(VIEW, voice=VoiceState(Speaks.ENGINE, instead=Instead.OTHER_SPEED)))
    words = [word.text for sheet in painted(page) for word in sheet.words]
    assert "Voice: this computer's" in words
    assert "Voice: recorded" not in words
    assert "the recording has one speed" in words
