"""A table is looked at first, and what is new in it comes into history only when asked to."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from matside.app.cli import main
from matside.app.commands.imports import ImportRequest, import_table
from matside.app.terminal import CommandRefused
from matside.devices.desktop.folder_lock import FolderLock, Holder
from matside.files.folders import DataFolder
from tests.support.disks import small_disk
from tests.support.file_samples import DATA
from tests.support.kept_sessions import sessions_of

TABLES = DATA / "tables"
HEVY = str(TABLES / "hevy-english.csv")
UNITLESS = str(TABLES / "strong-no-unit.csv")


class Athlete:
    """Answers questions in turn, and keeps them."""

    def __init__(self, *answers: str) -> None:
        self.questions: list[str] = []
        self._answers: Iterator[str] = iter(answers)

    def __call__(self, question: str) -> str:
        """Answer `question`."""
        self.questions.append(question)
        return next(self._answers)


def run(data: Path, *words: str) -> int:
    """Run `matside history import` on the data folder."""
    return main(["history", "import", *words, "--data", str(data)])


def exercises_of(data: Path) -> list[str | None]:
    """Return the exercise of each set in the newest session."""
    return [record.exercise for record in sessions_of(data / "history.sqlite3")[0].sets]


def test_a_preview_adds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what is new; without a terminal nobody is asked."""
    assert 0 == run(tmp_path / "data", HEVY)
    out, err = capsys.readouterr()
    assert [
        f"{HEVY}: 1 session of Hevy, 2025-12-22 to 2025-12-22",
        "1 session new, with 3 sets",
        "      2 sets  Chest Fly (Dumbbell)",
        "       1 set  Plank",
    ] == out.splitlines()
    assert "nothing is added; say --yes to add what is new\n" == err
    assert not (tmp_path / "data").exists()


def test_what_is_new_is_added_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second time there is nothing new, and nobody is asked."""
    assert 0 == run(tmp_path, HEVY, "--yes")
    assert capsys.readouterr().out.endswith("\n1 session added\n")
    before = sessions_of(tmp_path / "history.sqlite3")
    assert 0 == run(tmp_path, HEVY, "--yes")
    out = capsys.readouterr().out
    assert "1 session there already, and left as they are\n0 sessions new, with 0 sets\n" in out
    assert "added" not in out
    assert before == sessions_of(tmp_path / "history.sqlite3")


def test_a_name_is_mapped_once_and_remembered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By an option, or by the answer to a question; the next table finds it known."""
    data = tmp_path / "data"
    assert 0 == run(data, HEVY, "--yes", "--map", "Chest Fly (Dumbbell)=chest-fly")
    assert "      2 sets  Chest Fly (Dumbbell) = chest-fly\n" in capsys.readouterr().out
    assert ["chest-fly", "chest-fly", None] == exercises_of(data)
    later = tmp_path / "later.csv"
    later.write_text(Path(HEVY).read_text().replace("2025", "2026"))
    athlete = Athlete("y")
    import_table(DataFolder(data), ImportRequest(later, ask=athlete))
    assert ["Add what is new? [y/N] "] == athlete.questions
    assert ["chest-fly", "chest-fly", None] == exercises_of(data)


@pytest.mark.parametrize(
    ("answer", "exercise"),
    [("y", "chest-fly"), ("", None), ("n", None), ("hammer-curl", "hammer-curl")],
)
def test_a_likely_exercise_is_asked_for(tmp_path: Path, answer: str, exercise: str | None) -> None:
    """The athlete says yes, no, or another one; what is like nothing keeps its name."""
    athlete = Athlete(answer, "yes")
    import_table(DataFolder(tmp_path), ImportRequest(Path(HEVY), ask=athlete))
    question = 'Is "Chest Fly (Dumbbell)" the exercise chest-fly? [y/N, or another id] '
    assert [question, "Add what is new? [y/N] "] == athlete.questions
    assert [exercise, exercise, None] == exercises_of(tmp_path)


def test_a_no_adds_nothing(tmp_path: Path) -> None:
    """Neither does an empty answer."""
    import_table(DataFolder(tmp_path), ImportRequest(Path(HEVY), ask=Athlete("y", "")))
    assert [] == list(tmp_path.iterdir())


def test_a_unit_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By a question, or where nobody can answer by a sentence."""
    assert 1 == run(tmp_path, UNITLESS, "--yes")
    assert "add --unit kg or --unit lb" in capsys.readouterr().err
    assert 0 == run(tmp_path, UNITLESS, "--yes", "--unit", "lb")
    (session,) = sessions_of(tmp_path / "history.sqlite3")
    assert ["20 lb"] == [record.load and record.load.written for record in session.sets]
    other = DataFolder(tmp_path / "other")
    import_table(other, ImportRequest(Path(UNITLESS), ask=Athlete("KG", "y")))
    (session,) = sessions_of(other.history)
    assert ["20 kg"] == [record.load and record.load.written for record in session.sets]
    with pytest.raises(CommandRefused):
        import_table(other, ImportRequest(Path(UNITLESS), ask=Athlete("stone")))


def test_what_is_no_table_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what was expected; a history that cannot be read is told too."""
    path = tmp_path / "t.csv"
    path.write_text("name;age\nA;1\n")
    assert 1 == run(tmp_path, str(path))
    assert f"{path}: expected is a table of Strong" in capsys.readouterr().err
    (tmp_path / "history.sqlite3").write_text("no database " * 100)
    assert 1 == run(tmp_path, HEVY)
    assert "the history is damaged" in capsys.readouterr().err


def test_rows_that_cannot_be_read_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first ten, and how many more."""
    path = tmp_path / "t.csv"
    rows = "".join(f"A,never,Curl,{number},8,5\n" for number in range(14))
    path.write_text(f"title,start_time,exercise_title,set_index,reps,weight_kg\n{rows}")
    assert 0 == run(tmp_path, str(path))
    out, err = capsys.readouterr()
    assert f"{path}: 0 sessions of Hevy\n0 sessions new, with 0 sets\n" == out
    assert 'row 2 is left out: "never" is no date that is known' == err.splitlines()[0]
    assert "4 more are left out" == err.splitlines()[10]
    assert 0 == run(tmp_path, str(TABLES / "strong-older.csv"))
    assert 0 == run(tmp_path, str(TABLES / "strong-comma.csv"), "--unit", "kg")
    assert "1 row without a set left out" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--map", "Plank"], 2),
        (["--unit", "stone"], 2),
        (["--map", "Plank=nonsuch"], 1),
    ],
)
def test_wrong_words_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int
) -> None:
    """Nothing is added by them."""
    assert code == run(tmp_path, HEVY, "--yes", *words)
    assert "" != capsys.readouterr().err
    assert [] == list(tmp_path.iterdir())


def test_a_window_keeps_its_history_to_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where Matside is open nothing is added."""
    lock = FolderLock(DataFolder(tmp_path).lock)
    assert Holder.US is lock.take()
    command = [sys.executable, "-m", "matside", "history", "import", HEVY, "--yes"]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [*command, "--data", str(tmp_path)],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (1, True) == (done.returncode, "Matside is open there" in done.stderr)
    lock.release()
    assert 0 == run(tmp_path, HEVY, "--yes")
    assert "1 session added" in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a disk that can only be read, as one line."""
    with small_disk(tmp_path / "disk") as disk:
        disk.make_read_only()
        assert 1 == run(disk.path / "data", HEVY, "--yes")
        assert f"{disk.path / 'data'}: " in capsys.readouterr().err


def test_sessions_are_printed_as_strong_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was imported leaves again as a table that others open."""
    assert 0 == run(tmp_path, HEVY, "--yes")
    capsys.readouterr()
    assert 0 == main(["history", "--strong", "--data", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit")
    assert 1 < len(lines)
