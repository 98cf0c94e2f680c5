"""The settings page shows the settings and signals every change at once."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from matside.core.ports.devices import Instead, Speaks, VoiceFault, VoiceState
from matside.core.settings import Body, Settings, ThemeChoice
from matside.ui.drawing.theme import DARK
from matside.ui.kit.plates import PlateSheet
from matside.ui.kit.setting_rows import LengthRow
from matside.ui.settings.settings_page import SettingsPage, SettingsView
from matside.ui.settings.total_panel import TotalPanel
from matside.ui.settings.voice_panel import VoicePanel
from tests.support.pages import SIZES, cut_texts, overlaps, show
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
    "Resume": "resume",
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
        ([(Key.Key_PageUp, False)], 35),
        ([(Key.Key_PageDown, False)] * 2, 0),
        ([(Key.Key_Home, False)], 0),
        ([(Key.Key_End, False)], 600),
        ([(Key.Key_End, False), (Key.Key_Right, False)], 600),
        ([(Key.Key_4, False), (Key.Key_5, False)], 45),
        ([(Key.Key_4, False), (Key.Key_5, False), (Key.Key_Backspace, False)], 4),
        ([(Key.Key_9, False)] * 3, 600),
        ([(Key.Key_4, False), (Key.Key_Right, False), (Key.Key_7, False)], 7),
    ],
)
def test_keys_change_a_length(qtbot: QtBot, keys: list[tuple[Qt.Key, bool]], seconds: int) -> None:
    """Steps, pages, ends and typed numbers start from 20 s and stay from 0 to 600."""
    kept = Kept(qtbot)
    slider = kept.slider("Between rounds")

    for key, shift in keys:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(slider, key, modifier)

    assert seconds == kept.settings.between_rounds


def test_a_number_begins_anew_when_the_focus_comes_back(qtbot: QtBot) -> None:
    """What was typed before is not continued."""
    kept = Kept(qtbot)
    slider = kept.slider("Between rounds")

    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_4)
    kept.slider("Resume").setFocus()
    slider.setFocus()
    qtbot.keyClick(slider, Key.Key_5)

    assert 5 == kept.settings.between_rounds


@pytest.mark.parametrize(("sign", "seconds"), [("Less", 44), ("More", 46)])
def test_buttons_change_a_length_by_a_second(qtbot: QtBot, sign: str, seconds: int) -> None:
    """Minus and plus stand beside the value."""
    kept = Kept(qtbot)

    qtbot.mouseClick(kept.button(f"{sign}: Between supersets"), Qt.MouseButton.LeftButton)

    assert seconds == kept.settings.between_blocks


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
        ("Flash on change", "flash_on_change", False),
        ("Reduce motion", "reduce_motion", True),
        ("Keep screen awake", "keep_awake", False),
        ("Wake Bluetooth speakers", "wake_speaker", True),
        ("Flash with chimes", "flash_with_chimes", True),
        ("Media keys", "media_keys", True),
    ],
)
@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, None])
def test_switches_are_thrown(
    qtbot: QtBot,
    *,
    name: str,
    field: str,
    expected: bool,
    key: Qt.Key | None,
) -> None:
    """By Space, by Enter and by a click."""
    kept = Kept(qtbot)
    switch = kept.button(name)

    if key is None:
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(switch, key)

    assert replace(VIEW.settings, **{field: expected}) == kept.settings
    assert expected is switch.isChecked()


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
        qtbot.mouseClick(kept.button("Hear the go sound"), Qt.MouseButton.LeftButton)


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
    """Rests, waiting, reps, sound, voice, screen, keys, what works, back."""
    kept = Kept(qtbot)

    names = []
    for _ in range(27):
        names.append(kept.page.focusWidget().accessibleName())
        qtbot.keyClick(kept.page.focusWidget(), Key.Key_Tab)

    rests = [*LENGTHS, "Rests wait for SPACE", "Reps run by the clock"]
    sounds = ["Volume", "Mute", "Hear the go sound", "Timing", "Wake Bluetooth speakers"]
    flashes = ["Theme: System", "Films show: Woman", "Flash on change", "Flash with chimes"]
    voice = ["Say what comes", "Volume of the voice", "Speed", "Hear the voice"]
    screen = [*flashes, "Reduce motion", "Keep screen awake"]
    keys = ["Media keys", "Change keys"]
    assert [*rests, *sounds, *voice, *screen, *keys, "What works", "Back"] == names


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


def test_escape_closes(qtbot: QtBot) -> None:
    """From any row."""
    kept = Kept(qtbot)

    with qtbot.waitSignal(kept.page.closed):
        qtbot.keyClick(kept.slider("Resume"), Key.Key_Escape)


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

    assert {"2 rounds", "4 rounds", "Of it rest"} <= said
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
    word = kept.button(f"Theme: {chosen.name.capitalize()}")

    word.setFocus()
    qtbot.keyClick(word, key)

    assert replace(VIEW.settings, theme=expected) == kept.settings


@pytest.mark.parametrize("chosen", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_click_chooses_the_theme(qtbot: QtBot, chosen: ThemeChoice) -> None:
    """Each of the words can be hit."""
    kept = Kept(qtbot)

    qtbot.mouseClick(kept.button(f"Theme: {chosen.name.capitalize()}"), Qt.MouseButton.LeftButton)

    assert replace(VIEW.settings, theme=chosen) == kept.settings


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_M, Key.Key_Backspace])
def test_other_keys_are_left_to_the_window(qtbot: QtBot, key: Qt.Key) -> None:
    """Full screen and mute hold everywhere."""
    kept = Kept(qtbot)

    qtbot.keyClick(kept.page.focusWidget(), key)

    assert [key] == kept.window.keys


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("in_session", [False, True])
def test_parts_lie_apart_and_inside(
    qtbot: QtBot,
    size: tuple[int, int],
    *,
    in_session: bool,
) -> None:
    """In every shape of window."""
    page = SettingsPage(DARK)
    page.show_view(replace(VIEW, in_session=in_session))
    show(qtbot, page, *size)

    assert [] == overlaps(page)
    assert [] == overlaps(page.findChildren(PlateSheet)[0])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("total", [4, 13500, 445500])
def test_totals_are_shown_whole(qtbot: QtBot, size: tuple[int, int], total: int) -> None:
    """With no rests and with the longest, in every shape of window."""
    page = SettingsPage(DARK)
    page.show_view(replace(VIEW, total=total, totals={2: total, 3: total, 4: total}))
    show(qtbot, page, *size)

    assert [] == cut_texts(page)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("in_session", [False, True])
def test_what_the_total_panel_says_lies_apart(
    qtbot: QtBot, size: tuple[int, int], *, in_session: bool
) -> None:
    """Also where the panel is low, beside other groups in a tall window."""
    page = SettingsPage(DARK)
    page.show_view(replace(VIEW, in_session=in_session))
    show(qtbot, page, *size)

    assert [] == overlaps(page.findChildren(TotalPanel)[0])


@pytest.mark.parametrize("size", SIZES)
def test_rows_are_high_enough_for_their_words(qtbot: QtBot, size: tuple[int, int]) -> None:
    """A name and what it is for stand below each other in every row, whole."""
    page = SettingsPage(DARK)
    page.show_view(VIEW)
    show(qtbot, page, *size)

    rows = page.findChildren(LengthRow)

    assert len(LENGTHS) == len(rows)
    assert all(row.height() >= 1.6 * (row.cap + row.small) for row in rows)


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
        kept.button("Hear the voice").click()


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
    qtbot.keyClick(speed, Key.Key_Home)
    assert (True, None) == (kept.settings.as_recorded, kept.settings.chosen_voice_rate)


@pytest.mark.parametrize(
    ("voice", "heading", "why"),
    [
        (VoiceState(), "Voice", ""),
        (VoiceState(Speaks.RECORDED), "Voice: recorded", ""),
        (
            VoiceState(Speaks.RECORDED, VoiceFault.PARTLY),
            "Voice: recorded",
            "only what is recorded",
        ),
        (
            VoiceState(Speaks.ENGINE, instead=Instead.OTHER_WORDS),
            "Voice: the system's",
            "not all words are recorded",
        ),
        (
            VoiceState(Speaks.ENGINE, instead=Instead.OTHER_SPEED),
            "Voice: the system's",
            "recordings have one speed",
        ),
        (
            VoiceState(Speaks.ENGINE, instead=Instead.NO_RECORDING),
            "Voice: the system's",
            "there are no recordings",
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
        ([Key.Key_Left], -10, "10 ms early"),
        ([Key.Key_Right, Key.Key_Right], 20, "20 ms late"),
        ([Key.Key_PageDown], -50, "50 ms early"),
        ([Key.Key_Home], -300, "300 ms early"),
        ([Key.Key_End], 300, "300 ms late"),
        ([Key.Key_Left, Key.Key_Right], 0, "on time"),
    ],
)
def test_chimes_are_moved_by_key(
    qtbot: QtBot, keys: list[Qt.Key], offset: int, words: str
) -> None:
    """Earlier to the left, later to the right, and the row says which."""
    kept = Kept(qtbot)
    slider = kept.slider("Timing")

    for key in keys:
        qtbot.keyClick(slider, key)

    assert (offset, words) == (kept.settings.sound_offset, slider.accessibleDescription())


def test_chimes_are_moved_by_the_pointer(qtbot: QtBot) -> None:
    """From one end to the other."""
    kept = Kept(qtbot)
    slider = kept.slider("Timing")
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
    assert "takes them from the music player" == media.accessibleDescription()


def test_changing_keys_is_asked_for(qtbot: QtBot) -> None:
    """It has a page of its own."""
    kept = Kept(qtbot)

    with qtbot.waitSignal(kept.page.keys_pressed):
        qtbot.mouseClick(kept.button("Change keys"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("size", SIZES)
def test_every_row_can_be_seen(qtbot: QtBot, size: tuple[int, int]) -> None:
    """Where the page is too low for all of them it scrolls to the one with the focus."""
    page = SettingsPage(DARK)
    page.show_view(VIEW)
    show(qtbot, page, *size)
    unseen = []

    for _ in range(22):
        focused = page.focusWidget()
        whole = focused.visibleRegion().boundingRect() == focused.rect()
        unseen += [] if whole else [focused.accessibleName()]
        qtbot.keyClick(focused, Key.Key_Tab)

    assert [] == unseen


def test_what_works_is_asked_by_key_and_by_button(qtbot: QtBot) -> None:
    """No other key is needed for it, and no setting changes."""
    kept = Kept(qtbot)

    with qtbot.waitSignal(kept.page.checkup_pressed):
        qtbot.keyClick(kept.page.focusWidget(), Key.Key_F2)
    with qtbot.waitSignal(kept.page.checkup_pressed):
        kept.button("What works").click()

    assert VIEW.settings == kept.settings


def test_another_voice_changes_the_heading_that_is_shown(qtbot: QtBot) -> None:
    """Another speed makes an engine speak while the page is open."""
    page = SettingsPage(DARK)
    page.show_view(replace(VIEW, voice=VoiceState(Speaks.RECORDED)))
    show(qtbot, page)
    page.show_view(replace(VIEW, voice=VoiceState(Speaks.ENGINE, instead=Instead.OTHER_SPEED)))
    words = [word.text for sheet in painted(page) for word in sheet.words]
    assert "Voice: the system's" in words
    assert "Voice: recorded" not in words
    assert "recordings have one speed" in words
