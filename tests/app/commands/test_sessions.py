"""Sessions leave the laptop as FIT files, and nothing is written over unasked."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from matside.app.cli import main
from matside.core.session.record import (
    Opening,
    OutcomeChanged,
    Position,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
)
from matside.files.history.store import SqliteHistory
from tests.support.file_samples import runners_plan, runners_workout

STARTED = datetime.fromisoformat("2026-03-01T07:30:15+01:00")
TITLE = "Upper Body for Runners"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder with two sessions of one set: of the second its end is not known."""
    plan, workout = runners_plan(), runners_workout()
    folder = tmp_path / "data"
    first = plan.sets[0]
    position = Position(first.key, 0, first.length, ran=75_500, paused=0)
    with closing(SqliteHistory(folder / "history.sqlite3")) as history:
        for started, ended in ((STARTED, STARTED), (STARTED + timedelta(hours=1), None)):
            done = SetRecord(
                first.key, "Warm-up", None, "Thread", None, 8, 30, SetOutcome.DONE, ended=ended
            )
            session = history.open(Opening("runners", workout, plan, started, position))
            over = OutcomeChanged(SessionOutcome.FINISHED)
            history.write(session, [SetKept(done), over], position)
    return folder


def run(data: Path, *words: str) -> int:
    """Run the command line `words` on the data folder."""
    return main([*words, "--data", str(data)])


@pytest.mark.parametrize(("word", "number"), [("1", 1), ("2", 2), ("last", 2)])
def test_a_session_is_exported(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], word: str, number: int
) -> None:
    """It is named by its number, or as the last one."""
    path = tmp_path / "my.fit"
    assert 0 == run(data, "export", word, str(path))
    assert f"{path}: session {number}, {TITLE}\n" == capsys.readouterr().out
    assert b".FIT" == path.read_bytes()[8:12]
    assert 0o600 == path.stat().st_mode & 0o777


def test_before_the_first_export_there_is_one_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a watch recorded too will be there twice: that is said once and never again."""
    assert 0 == run(data, "export", "1", str(tmp_path / "one.fit"))
    first = capsys.readouterr().err
    assert 0 == run(data, "export", "1", str(tmp_path / "two.fit"))
    assert "a session that a watch recorded too will be there twice" in first
    assert "no service was tried" in first
    assert "" == capsys.readouterr().err


def test_faulty_settings_are_left_as_they_are(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence is said again rather than a file set aside by a mere export."""
    (data / "settings.yaml").write_text("volume: loud\n")
    for name in ("one.fit", "two.fit"):
        assert 0 == run(data, "export", "1", str(tmp_path / name))
        assert "will be there twice" in capsys.readouterr().err
    assert "volume: loud\n" == (data / "settings.yaml").read_text()


def test_what_is_estimated_is_said(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a session whose sets have no hours that is one line, of any other none."""
    assert 0 == run(data, "export", "--all", str(tmp_path))
    err = capsys.readouterr().err
    name = tmp_path / f"2026-03-01 {TITLE} (2).fit"
    assert f"{name}: nobody kept when its sets ended, so their times are estimated" in err
    assert 1 == err.count("are estimated")


def test_all_sessions_are_exported(data: Path, tmp_path: Path) -> None:
    """Each is called by its date and title."""
    assert 0 == run(data, "export", "--all", str(tmp_path))
    names = [f"2026-03-01 {TITLE} (2).fit", f"2026-03-01 {TITLE}.fit"]
    assert names == sorted(path.name for path in tmp_path.glob("*.fit"))


def test_nothing_is_written_over_unasked(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is there stays, and is named; all others are written."""
    path = tmp_path / f"2026-03-01 {TITLE}.fit"
    path.write_text("mine")
    assert 1 == run(data, "export", "1", str(path))
    assert f"{path}: there is a file already" in capsys.readouterr().err
    assert 1 == run(data, "export", "--all", str(tmp_path))
    assert f"{path}: there is a file already" in capsys.readouterr().err
    assert "mine" == path.read_text()
    assert 2 == len(list(tmp_path.glob("*.fit")))
    assert 0 == run(data, "export", "--all", str(tmp_path), "--replace")
    assert b".FIT" == path.read_bytes()[8:12]


def test_a_session_that_is_not_there_is_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a number that no session has nor a word is one."""
    for word in ("3", "first"):
        assert 1 == run(data, "export", word, str(tmp_path / "my.fit"))
        assert f"there is no session {word}" in capsys.readouterr().err
    assert [] == list(tmp_path.glob("*.fit"))


def test_a_folder_that_is_not_there_is_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing can be written, that is one line."""
    path = tmp_path / "nowhere" / "my.fit"
    assert 1 == run(data, "export", "last", str(path))
    assert f"{path}: No such file or directory" in capsys.readouterr().err


def test_where_nothing_has_been_done_there_is_nothing_to_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is told of a first export then, for there is none."""
    folder = tmp_path / "fit"
    assert 1 == run(tmp_path / "data", "export", "last", str(tmp_path / "my.fit"))
    assert "No session has been done yet.\n" == capsys.readouterr().err
    assert 0 == run(tmp_path / "data", "export", "--all", str(folder))
    assert ("No session has been done yet.\n", "") == capsys.readouterr()
    assert not folder.exists()


def test_a_folder_for_all_sessions_is_made(data: Path, tmp_path: Path) -> None:
    """Else each of them would be refused in a line of its own."""
    folder = tmp_path / "fit"
    assert 0 == run(data, "export", "--all", str(folder))
    assert 2 == len(list(folder.iterdir()))
