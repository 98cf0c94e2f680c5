"""`matside doctor` says in a page what works, on whatever machine, and exits 0."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from matside.core.ports.findings import Grade, Subject, What
from matside.ui.checkup.finding_words import subject_word
from tests.support.desktop import PATIENCE
from tests.support.file_samples import DATA

LONGEST = 40
"""The seconds within which the doctor has an answer, whatever hangs."""


def doctor(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the doctor in a process of its own, with `environ` beside that of the tests."""
    named = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "matside", "doctor", *words],
        env={**named, **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def hide_library(folder: Path, name: str) -> str:
    """Put a library into `folder` that is found first and cannot be loaded; return it."""
    (folder / name).write_bytes(b"no library")
    return str(folder)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """Return what the doctor says of a data folder in which nothing lies."""
    return doctor("--data", str(tmp_path_factory.mktemp("data")))


def test_a_page_of_text_says_what_works(page: subprocess.CompletedProcess[str]) -> None:
    """Each line has a mark, what it is about and what was found; below it what helps."""
    lines = page.stdout.splitlines()
    assert (0, "") == (page.returncode, page.stderr)
    assert len(lines) <= 50
    assert {"ok", "note", "fault"} >= {line.split()[0] for line in lines[2:-2] if line[0] != " "}
    place = next(place for place, line in enumerate(lines) if line.startswith("fault  Window"))
    assert lines[place + 1].strip().startswith("-> ")
    assert [] == [line for line in lines if len(line) > 96 and page.args[-1] not in line]
    subjects = max(len(subject_word(subject)) for subject in Subject)
    ends = len("fault  ") + subjects
    assert {"  "} == {line[ends : ends + 2] for line in lines[2:-2] if line[0] != " "}


def test_the_page_ends_with_how_much_is_wrong(page: subprocess.CompletedProcess[str]) -> None:
    """The numbers are those of the marks above."""
    lines = page.stdout.splitlines()

    marks = [line.split()[0] for line in lines[2:-1] if line[:1].strip()]
    faults, notes = marks.count("fault"), marks.count("note")
    assert lines[-1].startswith(f"{faults} fault")
    assert f", {notes} note" in lines[-1]


def test_json_has_the_same_findings_as_values(tmp_path: Path) -> None:
    """An array with an object for each."""
    done = doctor("--json", "--data", str(tmp_path))

    found = json.loads(done.stdout)
    assert 0 == done.returncode
    assert [list(found[0])] * len(found) == [list(row) for row in found]
    assert {"subject", "finding", "mark", "details", "says", "helps"} == set(found[0])
    assert {row["finding"] for row in found} <= {what.value for what in What}
    assert {row["mark"] for row in found} <= {mark.value for mark in Grade}
    assert [row["mark"] != "ok" for row in found] == [row["helps"] is not None for row in found]


@pytest.mark.no_cover
def test_without_qt_the_doctor_still_speaks(tmp_path: Path) -> None:
    """It names the package that is missing."""
    libraries = hide_library(tmp_path, "libglib-2.0.so.0")

    done = doctor("--data", str(tmp_path / "data"), LD_LIBRARY_PATH=libraries)

    assert (0, "") == (done.returncode, done.stderr)
    assert "-> sudo apt install libglib2.0-0" in done.stdout


@pytest.mark.no_cover
def test_names_of_files_steer_no_terminal(tmp_path: Path) -> None:
    """Neither the data folder's nor that of a file in it."""
    data = tmp_path / "a\x1b[31m\n\u202eb"
    (data / "workouts").mkdir(parents=True)
    bad = (DATA / "bad" / "hold-and-reps.yaml").read_bytes()
    (data / "workouts" / "c\x1b[2J.yaml").write_bytes(bad)

    done = doctor("--data", str(data))

    assert 0 == done.returncode
    assert r"a\x1b[31m\n\u202eb" in done.stdout
    assert r"c\x1b[2J.yaml:7:9" in done.stdout
    assert done.stdout.replace("\n", "").isprintable()


@pytest.mark.no_cover
def test_a_faulty_machine_is_no_failure_of_the_doctor(tmp_path: Path) -> None:
    """Everything that is kept is broken at once, and the desktop is gone: the code is 0."""
    (tmp_path / "settings.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "history.sqlite3").write_bytes(b"nonsense" * 1000)
    (tmp_path / "workouts").touch()
    (tmp_path / "log.txt").mkdir()

    done = doctor("--data", str(tmp_path), DISPLAY=":65000")

    assert (0, "") == (done.returncode, done.stderr)
    faulty = {line.split("  ")[1] for line in done.stdout.splitlines() if line[:5] == "fault"}
    assert {"Window", "Settings", "History"} <= faulty


@pytest.mark.no_cover
def test_the_doctor_waits_for_nobody(tmp_path: Path) -> None:
    """A display that is no machine's and a voice that hangs are told of in time."""
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    program.chmod(0o755)
    began = time.monotonic()

    done = doctor("--data", str(tmp_path / "data"), PATH=f"{tmp_path}:{os.environ['PATH']}")

    assert 0 == done.returncode
    assert time.monotonic() - began < LONGEST
    assert "it does not answer" in done.stdout
