"""The page that says what works shows every finding, and what helps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QScrollBar
from pytestqt.qtbot import QtBot

from matside.core.ports.findings import Finding, What
from matside.ui.checkup.checkup_page import CheckupPage
from matside.ui.checkup.finding_list import FindingList
from matside.ui.drawing.theme import DARK
from matside.ui.kit.page_button import PageButton
from tests.support.pages import HTML, cut_texts, in_sizes, overlaps, show

PACKAGES = {"libraries": "libpulse.so.0", "packages": "libpulse0"}
FOUND = (
    Finding(What.BUS),
    Finding(What.NO_SOUND_LIBRARY, PACKAGES),
    Finding(What.NO_VOICE),
)
MANY = FOUND * 15


def page_with(found: tuple[Finding, ...], *, is_running: bool = False) -> CheckupPage:
    """Return a page that shows `found`."""
    page = CheckupPage(DARK)
    page.show_findings(found, is_running=is_running)
    return page


def labels_of(page: CheckupPage) -> set[str]:
    """Return what the labels of `page` say."""
    return {label.text() for label in page.findChildren(QLabel)}


def bar_of(page: CheckupPage) -> QScrollBar:
    """Return the scroll bar of the list."""
    (bar,) = [
        bar
        for bar in page.findChildren(QScrollBar)
        if bar.orientation() is Qt.Orientation.Vertical
    ]
    return bar


def test_every_finding_is_shown_with_what_helps(qtbot: QtBot) -> None:
    """What is well needs no help."""
    page = page_with(FOUND)
    show(qtbot, page)

    assert [
        "The desktop can hand media keys on",
        "No chimes. Missing: libpulse.so.0",
        "sudo apt install libpulse0",
        "Words of your own are not said: espeak-ng is not installed.",
        "sudo apt install espeak-ng",
    ] == list(page.shown)


@pytest.mark.parametrize(
    ("found", "is_running", "expected"),
    [
        (FOUND, False, "Not working: 1, could be better: 1"),
        (FOUND[:1], False, "All is well"),
        (FOUND, True, "Looking at this machine …"),
        ((), True, "Looking at this machine …"),
    ],
)
def test_a_summary_stands_beside_the_title(
    qtbot: QtBot,
    found: tuple[Finding, ...],
    expected: str,
    *,
    is_running: bool,
) -> None:
    """While somebody is looking there is none."""
    page = page_with(found, is_running=is_running)
    show(qtbot, page)

    assert {"This machine", expected} == labels_of(page)


def test_esc_closes_the_page(qtbot: QtBot) -> None:
    """So does its button, which has the focus."""
    page = page_with(FOUND)
    show(qtbot, page)

    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
        with qtbot.waitSignal(page.closed):
            qtbot.keyClick(page.focusWidget(), key)


def test_f5_looks_again_unless_somebody_is_looking(qtbot: QtBot) -> None:
    """One look at a time."""
    page = page_with(FOUND)
    show(qtbot, page)
    with qtbot.waitSignal(page.again_pressed):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F5)
    page.show_findings(FOUND, is_running=True)

    with qtbot.assertNotEmitted(page.again_pressed):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F5)


def test_the_findings_can_be_copied_as_text(qtbot: QtBot) -> None:
    """A line each, to be sent to somebody who knows."""
    page = page_with(FOUND)
    show(qtbot, page)

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert [
        "ok  Media keys: The desktop can hand media keys on",
        "fault  Sound: No chimes. Missing: libpulse.so.0  sudo apt install libpulse0",
        (
            "note  Voice: Words of your own are not said: espeak-ng is not installed.  "
            "sudo apt install espeak-ng"
        ),
    ] == QGuiApplication.clipboard().text().splitlines()


def test_before_anything_is_known_there_is_nothing_to_copy(qtbot: QtBot) -> None:
    """The button says so."""
    page = page_with((), is_running=True)
    show(qtbot, page)

    enabled = {button.text() for button in page.findChildren(PageButton) if button.isEnabled()}
    assert {"Settings"} == enabled


def test_a_long_list_is_scrolled_by_keys(qtbot: QtBot) -> None:
    """To its end and back, and step by step."""
    page = page_with(MANY)
    show(qtbot, page, 800, 600)
    bar = bar_of(page)

    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(page.focusWidget(), key)
        places.append(bar.value())

    assert 0 < places[0] < places[1] < places[2] == bar.maximum()
    assert 0 == places[3]


def test_a_screen_reader_is_told_the_findings(qtbot: QtBot) -> None:
    """All of them, with what helps."""
    page = page_with(FOUND)
    qtbot.addWidget(page)

    (told,) = page.findChildren(FindingList)
    assert 3 == len(told.accessibleDescription().splitlines())
    assert "sudo apt install libpulse0" in told.accessibleDescription()


def test_names_of_files_are_no_markup(qtbot: QtBot) -> None:
    """They are painted as they are."""
    page = page_with((Finding(What.SETTINGS_READ, {"file": HTML}),))
    show(qtbot, page)

    assert HTML in page.shown[0]


def test_other_keys_are_left_to_the_window(qtbot: QtBot) -> None:
    """Full screen holds everywhere."""
    page = page_with(FOUND)
    window = show(qtbot, page)

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F)

    assert [Qt.Key.Key_F] == window.keys


@pytest.mark.parametrize("found", [(), FOUND, MANY])
def test_parts_lie_apart_and_whole(qtbot: QtBot, found: tuple[Finding, ...]) -> None:
    """In every shape of window, and nothing is cut."""
    page = page_with(found, is_running=not found)

    for size in in_sizes(qtbot, page):
        cut = [line for line in (*page.shown, *cut_texts(page)) if line.endswith("…")]
        assert ([], []) == (overlaps(page), cut), size


@pytest.mark.parametrize(("found", "filled"), [((), 0.0), (FOUND, 0.35), (MANY, 0.95)])
def test_the_plate_is_as_high_as_what_was_found(
    qtbot: QtBot, found: tuple[Finding, ...], filled: float
) -> None:
    """No frame stands empty, not even while the machine is looked at."""
    page = page_with(found)
    show(qtbot, page, 1366, 768)
    column = page.grab().toImage()
    seen = [column.pixelColor(44, y) == DARK.surface for y in range(120, 690)]
    assert filled == pytest.approx(sum(seen) / len(seen), abs=0.1)
