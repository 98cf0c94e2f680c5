"""A history that another window has by now is left alone, until that one lets go."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from matside.core.ports.history import HistoryError
from matside.core.session.record import Opening, OutcomeChanged, Position, SessionOutcome
from matside.files.history.store import SqliteHistory
from tests.support.file_samples import runners_plan, runners_workout

PLAN = runners_plan()
STARTED = datetime.fromisoformat("2026-03-01T07:30:15+01:00")
START = Position(PLAN.steps[0].key, elapsed=0, length=10_000, ran=0, paused=0)
LATER = Position(PLAN.steps[0].key, elapsed=5_000, length=10_000, ran=5_000, paused=0)
OPENING = Opening("runners", runners_workout(), PLAN, STARTED, START)
STOPPED = OutcomeChanged(SessionOutcome.STOPPED)


class Folder:
    """A data folder that is ours, or another window's."""

    is_ours = True

    def holds(self) -> bool:
        """Return whether it is ours."""
        return self.is_ours


def test_a_history_of_another_window_is_not_made(tmp_path: Path) -> None:
    """A session that begins where another window has the folder makes no file there."""
    folder = Folder()
    folder.is_ours = False
    with closing(SqliteHistory(tmp_path / "history.sqlite3", folder.holds)) as history:
        with pytest.raises(HistoryError, match="another window of Matside saves in"):
            history.open(OPENING)
        assert [] == list(tmp_path.iterdir())


def test_a_folder_is_asked_for_before_each_write(tmp_path: Path) -> None:
    """Lost in the middle of a session nothing is written to it; had again all is."""
    folder = Folder()
    path = tmp_path / "history.sqlite3"
    with closing(SqliteHistory(path, folder.holds)) as history:
        session = history.open(OPENING)
        folder.is_ours = False
        with pytest.raises(HistoryError, match="another window"):
            history.write(session, [STOPPED], LATER)
        assert ["history.sqlite3"] == [file.name for file in tmp_path.iterdir()]
        folder.is_ours = True
        again = history.open(OPENING)
        history.write(again, [STOPPED], LATER)
        assert session == again
        assert history.unfinished() is None


class Anew:
    """A folder that is ours only while it is missing: another window takes it once it is made."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def holds(self) -> bool:
        """Return whether it is not there yet."""
        return not self._path.exists()


def test_a_folder_that_is_made_is_asked_for_before_it_is_opened(tmp_path: Path) -> None:
    """Between making a folder and writing in it another window may come."""
    data = tmp_path / "data"
    with closing(SqliteHistory(data / "history.sqlite3", Anew(data).holds)) as history:
        with pytest.raises(HistoryError, match="another window"):
            history.open(OPENING)
        assert [] == list(data.iterdir())
