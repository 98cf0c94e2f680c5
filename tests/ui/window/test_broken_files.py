"""Files that cannot be read are listed on the start page, each with its faults."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from matside.core.settings import Settings
from matside.files.workouts.library import WorkoutLibrary
from matside.ui.drawing.theme import DARK
from matside.ui.session.preferences import Preferences
from matside.ui.start.preparation import Preparation
from matside.ui.start.rail.workout_entry import WorkoutEntry
from matside.ui.start.start_button import StartButton
from matside.ui.start.start_page import StartPage
from tests.support.fakes import fake_wall
from tests.support.file_samples import DATA, library
from tests.support.pages import show

BAD = sorted(path.stem for path in (DATA / "bad").iterdir())


@pytest.fixture(scope="module")
def read() -> WorkoutLibrary:
    """Return a library of broken files, which it reads but once."""
    return library(DATA / "bad")


class Choice:
    """The start page of an athlete who has the workouts `listed`."""

    def __init__(self, qtbot: QtBot, listed: WorkoutLibrary) -> None:
        self._qtbot = qtbot
        preferences = Preferences(Settings(), lambda _: None)
        self._preparation = Preparation(listed, preferences)
        self.page = StartPage(DARK)
        self._show()
        show(qtbot, self.page, 800, 600)

    def choose(self, name: str) -> None:
        """Choose the workout called `name`."""
        self._preparation.select(name)
        self._show()

    def entry(self, name: str) -> WorkoutEntry:
        """Return the entry of the rail for the workout called `name`, once it is made."""

        def found() -> list[WorkoutEntry]:
            entries = self.page.findChildren(WorkoutEntry)
            return [entry for entry in entries if entry.listed.name == name]

        self._qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def part(self, kind: type[QWidget]) -> QWidget:
        """Return the one part of `kind`."""
        (found,) = self.page.findChildren(kind)
        return found

    def _show(self) -> None:
        self.page.show_view(self._preparation.view(fake_wall(), None))


@pytest.mark.parametrize("name", BAD)
def test_a_broken_file_is_listed_with_its_faults(
    qtbot: QtBot, read: WorkoutLibrary, name: str
) -> None:
    """The rail has the first fault, the page has all of them, and Start is not to be pressed."""
    choice = Choice(qtbot, read)
    assert choice.part(StartButton).isEnabled()
    choice.choose(name)
    entry, faults = choice.entry(name), choice.part(QPlainTextEdit)
    assert isinstance(faults, QPlainTextEdit)
    path, first, *others = faults.toPlainText().split("\n")
    assert path.endswith(f"/{name}.yaml")
    assert entry.subtitle == first
    assert len(entry.listed.faults) == 1 + len(others)
    assert "".join((first, *others)).isprintable()
    assert entry.isChecked()
    assert not choice.part(StartButton).isEnabled()


def test_what_is_beside_broken_files_can_be_started(qtbot: QtBot, read: WorkoutLibrary) -> None:
    """After a broken file a sound one is chosen as ever."""
    choice = Choice(qtbot, read)
    choice.choose(BAD[0])
    choice.choose("upper-body-for-runners")
    assert choice.part(StartButton).isEnabled()
    assert not choice.part(QPlainTextEdit).isVisible()
