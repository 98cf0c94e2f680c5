"""The command line says what it is asked, exits as it promises and loads no more than it needs."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from matside import __version__
from matside.app.cli import main
from matside.app.request import WindowRequest
from matside.core.session.record import (
    Opening,
    OutcomeChanged,
    Planned,
    Position,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Load, Unit
from matside.files.history.archive import SqliteArchive
from matside.files.history.store import SqliteHistory
from matside.files.resources import bundled_exercises, bundled_workouts
from tests.support.file_samples import DATA, runners_plan, runners_workout

RUNNERS = "upper-body-for-runners"
BAD = DATA / "bad" / "hold-and-reps.yaml"
GOOD = DATA / "good" / "everything.yaml"
STARTED = datetime.fromisoformat("2026-03-01T07:30:15+01:00")


class Windows:
    """Opens no windows, and keeps what was asked of them."""

    def __init__(self, code: int = 0) -> None:
        self.requests: list[WindowRequest] = []
        self._code = code

    def __call__(self, request: WindowRequest) -> int:
        """Keep `request`."""
        self.requests.append(request)
        return self._code


def json_of(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """Return the JSON that the command line `words` prints."""
    assert 0 == main(words)
    return json.loads(capsys.readouterr().out)


def start(words: Sequence[str], **options: Any) -> subprocess.Popen[str]:
    """Start Matside in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, *words]
    return subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


HEAVY = Load(7_500, Unit.KILOGRAM)


def keep_sessions(data: Path) -> None:
    """Write a finished session of two sets into the data folder, and an open one of none."""
    plan, workout = runners_plan(), runners_workout()
    first, second = plan.sets[0], plan.sets[2]
    position = Position(first.key, 0, first.length, ran=75_500, paused=0)
    done = SetRecord(
        first.key, "Warm-up", "thread-the-needle", "Thread", first.side, None, 30, SetOutcome.DONE
    )
    skipped = SetRecord(
        second.key, "Pair", None, '=Row, "wide"', None, 8, 12, SetOutcome.SKIPPED, HEAVY
    )
    with closing(SqliteHistory(data / "history.sqlite3")) as history:
        session = history.open(Opening("runners", workout, plan, STARTED, position))
        ended = OutcomeChanged(SessionOutcome.FINISHED)
        history.write(session, [SetKept(done), SetKept(skipped), ended], position)
        later = STARTED + timedelta(hours=1)
        history.open(Opening("runners", workout, plan, later, position))


# check


def test_check_says_of_each_file_whether_it_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """Sound files are ok, faulty ones have their faults, and one of these makes the code 1."""
    swing = DATA / "good" / "swing.yaml"
    assert 1 == main(["check", str(GOOD), str(BAD), str(swing)])
    out, err = capsys.readouterr()
    fault = f"{BAD}:7:9: hold and reps stand together; write one of them"
    assert [f"{GOOD}: ok", fault, f"{swing}: ok"] == out.splitlines()
    assert "" == err


def test_check_of_sound_files_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    """All that comes with Matside passes its own check."""
    files = [*bundled_workouts().glob("*.yaml"), *bundled_exercises().glob("*.yaml")]
    assert 0 == main(["check", *map(str, files)])
    assert [f"{path}: ok" for path in files] == capsys.readouterr().out.splitlines()


def test_check_tells_what_is_not_used_any_more(capsys: pytest.CaptureFixture[str]) -> None:
    """The figure of an older file is no fault: it is told apart, and the code is 0."""
    older = DATA / "good" / "older.yaml"
    assert 0 == main(["check", str(older)])
    out, err = capsys.readouterr()
    assert f"{older}: ok\n" == out
    assert err.startswith(f"{older}:4:1: the key figure is not used any more")
    assert 1 == len(err.splitlines())


def test_check_finds_the_athletes_exercises(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A workout may use the exercises of the data folder."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "hop.yaml").write_text("id: hop\nname: Hop\nreps: 5\n")
    workout = tmp_path / "hops.yaml"
    workout.write_text("title: Hops\nblocks: [{kind: circuit, exercises: [{exercise: hop}]}]\n")
    assert 1 == main(["check", str(workout)])
    assert 0 == main(["check", str(workout), "--data", str(tmp_path)])
    assert f"{workout}: ok" == capsys.readouterr().out.splitlines()[-1]


def test_check_prints_no_control_characters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the name of a file nor what it holds steers the terminal."""
    path = tmp_path / "a\x1b[31m\udce9.yaml"
    path.write_text('title: "\\e[31m"\n"\\u202ekey": 1\n')
    assert 1 == main(["check", str(path)])
    out = capsys.readouterr().out
    assert r"a\x1b[31m\udce9.yaml:2:1: a workout has no key " + r'"\u202ekey"' in out
    assert out.replace("\n", "").isprintable()


@pytest.mark.parametrize("words", [("check", "a"), ("plan",), ("history",), ()])
def test_wrong_usage_steers_no_terminal(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """What is told of a wrong option has its control characters escaped."""
    assert 2 == main([*words, "--\x1b[31m\r\u202e"])
    err = capsys.readouterr().err
    assert r"--\x1b[31m\r\u202e" in err
    assert err.replace("\n", "").isprintable()


@pytest.mark.parametrize("name", ["-", "--help", "--", "-x.yaml"])
def test_check_reads_files_of_any_name(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    """Behind two dashes a name is a name, and a dash is no other name for the keyboard."""
    monkeypatch.chdir(tmp_path)
    Path(name).write_text((DATA / "good" / "smallest.yaml").read_text())
    assert 0 == main(["check", "--", name])
    assert f"{name}: ok\n" == capsys.readouterr().out


HOSTILE = "a\x1b]0;b\x07\r\x7f\x9b\u202e\udce9"


@pytest.mark.parametrize(
    "words", [("plan",), ("plan", "--json"), ("history",), ("history", "--json", "--csv")]
)
def test_names_of_files_steer_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    """Whatever a workout and its file are called, only what can be printed is."""
    command, *forms = words
    path = tmp_path / "workouts" / f"{HOSTILE}.yaml"
    path.parent.mkdir()
    path.write_text("title: Broken")
    plan, workout = runners_plan(), runners_workout()
    first = plan.sets[0]
    position = Position(first.key, 0, first.length, ran=0, paused=0)
    with closing(SqliteHistory(tmp_path / "history.sqlite3")) as history:
        name = HOSTILE.replace("\udce9", "")
        session = history.open(
            Opening(name, replace(workout, title=name), plan, STARTED, position)
        )
        done = SetRecord(first.key, name, name, name, None, 8, 30, SetOutcome.DONE)
        ended = OutcomeChanged(SessionOutcome.FINISHED)
        history.write(session, [SetKept(done), ended], position)
    for form in forms or [None]:
        call = [command, *([] if form is None else [form]), "--data", str(tmp_path)]
        main([*call, HOSTILE] if command == "plan" else call)
        out, err = capsys.readouterr()
        said = f"{out}{err}".replace("\n", "")
        assert "a\\" in said
        assert said.isprintable()


# plan


def test_the_plan_is_printed_step_by_step(capsys: pytest.CaptureFixture[str]) -> None:
    """Every step has a line with its start and length, and the total stands below."""
    assert 0 == main(["plan"])
    lines = capsys.readouterr().out.splitlines()
    assert "Upper Body for Runners" == lines[0]
    assert "33 sets in 66 steps, about 24:16" == lines[-1]
    assert 66 + 5 == len(lines)
    assert "0:00   0:10  Get ready" == lines[3].strip()
    words = "0:10 0:30 Thread the Needle hold right Warm-up 1 of 2"
    assert words == " ".join(lines[4].split())
    chop = next(line for line in lines if "Half-Kneeling Chop" in line)
    words = "~0:24 Half-Kneeling Chop 8 reps left 1 x light Superset 1 1 of 3"
    assert words == " ".join(chop.split()[1:])
    assert any("8 reps each side" in line for line in lines)


def test_a_plan_of_holds_alone_has_an_exact_total(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing is counted the total is no estimate."""
    assert 0 == main(["plan", str(DATA / "good" / "smallest.yaml"), "--data", str(tmp_path)])
    assert "1 set in 2 steps, 0:11" == capsys.readouterr().out.splitlines()[-1]


def test_the_plan_is_aligned_by_what_a_terminal_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Signs of two columns, and those that join others, move nothing beside them; 1 is one rep."""
    names = {"Plank": 5, "腕立て": 6, "💪": 2, "👩\u200d🚒": 2, "e\u0301té": 3, "押す": 4}
    exercises = "".join(f"      - {{name: '{name}', reps: 1}}\n" for name in names)
    path = tmp_path / "wide.yaml"
    path.write_text(f"title: Wide\nblocks:\n  - kind: circuit\n    exercises:\n{exercises}")
    assert 0 == main(["plan", str(path), "--data", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    for name, columns in names.items():
        (line,) = (line for line in lines if name in line)
        before, beside = line.split(name)
        assert (13, 9 - columns) == (len(before), len(beside) - len(beside.lstrip()) - 2)
        assert beside.split()[:2] == ["1", "rep"]


def test_the_plan_for_people_is_at_rep_pace_where_the_settings_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The chest fly at its remembered pace, rests of 12 s to change, and an exact total."""
    (tmp_path / "settings.yaml").write_text("rep_pace: true\npaces: {chest-fly: 3500}\n")
    assert 0 == main(["plan", "--data", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    fly = next(place for place, line in enumerate(lines) if "Chest Fly" in line)
    assert ["0:12", "Rest"] == lines[fly - 1].split()[1:]
    assert "0:28" == lines[fly].split()[1]
    assert "33 sets in 66 steps, 24:22 at rep pace" == lines[-1]


def test_rep_pace_is_left_out_of_the_plan_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With it and without it the plan is the same to the letter."""
    without = json_of(capsys, "plan", "--json", "--data", str(tmp_path))
    (tmp_path / "settings.yaml").write_text("rep_pace: true\npaces: {chest-fly: 3500}\n")
    assert without == json_of(capsys, "plan", "--json", "--data", str(tmp_path))


@pytest.mark.parametrize(
    ("words", "steps", "length"),
    [((), 66, 1456), (("--rounds", "2"), 52, 1166), (("--rounds=4",), 80, 1746)],
)
def test_the_rounds_replace_those_of_supersets(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], steps: int, length: int
) -> None:
    """The runner's workout is 24:16, with two rounds 19:26 and with four 29:06."""
    plan = json_of(capsys, "plan", "--json", RUNNERS, *words)
    assert (steps, length) == (len(plan), sum(step["estimate"] for step in plan))
    rounds = {step["rounds"] for step in plan if step["block_kind"] == "warmup"}
    assert {2} == rounds


KEYS = (
    "index kind rest block block_kind round rounds exercise name side seconds reps estimate weight"
    " reps_to max every for"
)


def test_every_step_has_every_key(capsys: pytest.CaptureFixture[str]) -> None:
    """The keys are the promised ones, in the promised order."""
    plan = json_of(capsys, "plan", "--json")
    assert {KEYS} == {" ".join(step) for step in plan}
    assert list(range(66)) == [step["index"] for step in plan]


MINUTES = str(DATA / "good" / "minutes.yaml")


@pytest.mark.parametrize("rounds", [(), ("--rounds", "7")])
def test_minutes_are_sets_without_rests(
    capsys: pytest.CaptureFixture[str], rounds: tuple[str, ...]
) -> None:
    """Each set and side is one step, in the rounds of the file; only the block has a rest."""
    plan = json_of(capsys, "plan", "--json", MINUTES, *rounds)
    minutes = [step for step in plan if step["every"] == 60]
    assert 5 * ["Swing", "Side plank", "Side plank"] == [step["name"] for step in minutes[:-1]]
    assert {"work"} == {step["kind"] for step in minutes[:-1]}
    assert ("rest", "block") == (minutes[-1]["kind"], minutes[-1]["rest"])
    assert {5} == {step["rounds"] for step in minutes}
    assert (None, 15, 45) == tuple(minutes[0][key] for key in ("seconds", "reps", "estimate"))


def test_rounds_that_nobody_knows_are_listed_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A block for a time lists its exercises once, with no rests but those it writes."""
    plan = json_of(capsys, "plan", "--json", MINUTES, "--rounds", "7")
    listed = [step for step in plan if step["for"] == 600]
    assert ["Squat", "Row", None, "Row", "Plank", None] == [step["name"] for step in listed]
    assert [5, 15] == [step["seconds"] for step in listed if step["kind"] == "rest"]
    assert {(1, None)} == {(step["round"], step["rounds"]) for step in listed}
    assert {(None, None)} == {(step["every"], step["for"]) for step in plan[:3]}


def test_plan_tells_people_of_minutes_and_times(capsys: pytest.CaptureFixture[str]) -> None:
    """When each minute begins, how long the rounds go on, and that this is no estimate."""
    assert 0 == main(["plan", MINUTES])
    lines = capsys.readouterr().out.splitlines()
    assert ["1 of 5, every 1:00"] * 3 == [line[-18:] for line in lines[6:9]]
    assert [" 1:15", " 2:15", " 3:15"] == [line[:5] for line in lines[6:9]]
    assert ["17:00", "     ", "     "] == [line[:5] for line in lines[22:25]]
    assert "for 10:00" == lines[22][-9:]
    assert "20 sets in 25 steps, 27:00" == lines[-1]


def test_no_set_lasts_longer_than_its_clock_in_a_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fifteen reps of three seconds end with their 20 s, or with the 40 s of their block."""
    path = tmp_path / "short.yaml"
    squats = "kind: circuit, exercises: [{name: Squat, reps: 15}]"
    blocks = f"{{rounds: 2, every: 20 s, {squats}}}, {{for: 40 s, {squats}}}"
    path.write_text(f"title: Short\nblocks: [{blocks}]\n")

    assert 0 == main(["plan", str(path)])
    lines = capsys.readouterr().out.splitlines()
    lasts = [line.split()[:2] for line in lines if "Squat" in line]
    assert [["0:10", "~0:20"], ["0:30", "~0:20"], ["1:35", "~0:40"]] == lasts
    plan = json_of(capsys, "plan", "--json", str(path))
    assert [20, 20, 40] == [step["estimate"] for step in plan if step["kind"] == "work"]


def test_get_ready_belongs_to_no_block(capsys: pytest.CaptureFixture[str]) -> None:
    """Of the first step only kind, place and length are known."""
    first = json_of(capsys, "plan", "--json")[0]
    known = {name: value for name, value in first.items() if value is not None}
    expected = {"index": 0, "kind": "prepare", "seconds": 10, "estimate": 10, "max": False}
    assert expected == known


def test_a_rest_belongs_to_the_set_before_it(capsys: pytest.CaptureFixture[str]) -> None:
    """A rest has the block and round of the set before it, and nothing of an exercise."""
    plan = json_of(capsys, "plan", "--json")
    between = next(step for step in plan if step["rest"] == "block")
    assert ("rest", "Warm-up", "warmup", 2, 2, 45, 45) == tuple(
        between[key]
        for key in ("kind", "block", "block_kind", "round", "rounds", "seconds", "estimate")
    )
    assert {None} == {between[key] for key in ("exercise", "name", "side", "reps", "weight")}


def test_a_counted_set_has_no_length(capsys: pytest.CaptureFixture[str]) -> None:
    """A counted set has reps, an estimate and a weight, and both sides where they alternate."""
    plan = json_of(capsys, "plan", "--json")
    row = next(step for step in plan if step["exercise"] == "reciprocal-row")
    assert ("work", None, "Superset 2", "superset", 1, 3) == tuple(
        row[key] for key in ("kind", "rest", "block", "block_kind", "round", "rounds")
    )
    assert ("Reciprocal Row", "both", None, 8, 32) == tuple(
        row[key] for key in ("name", "side", "seconds", "reps", "estimate")
    )
    expected = {"level": "medium", "count": 2, "of": "dumbbell", "kilograms": None}
    assert expected == row["weight"]


def test_a_weight_says_what_is_held_and_what_it_weighs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A level weighs what the settings say, a load what is written, with two decimals."""
    (tmp_path / "settings.yaml").write_text("weights: {dumbbell: {heavy: 25 lb}}\n")
    words = ("plan", "--json", str(DATA / "good" / "weights.yaml"), "--data", str(tmp_path))
    plan = json_of(capsys, *words)
    weights = [step["weight"] for step in plan if step["kind"] == "work"]
    assert [
        {"level": "heavy", "count": 2, "of": "dumbbell", "kilograms": 11.34},
        {"level": None, "count": 2, "of": "dumbbell", "kilograms": 12.0},
    ] == weights[:2]
    assert {"level": "heavy", "count": 2, "of": "kettlebell", "kilograms": None} == weights[6]


def test_a_dose_says_what_is_asked_in_each_round(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its lower and its upper end; to failure neither, but an estimate, rounded half up."""
    path = tmp_path / "doses.yaml"
    path.write_text(
        "title: A\nblocks: [{kind: circuit, rounds: 2, exercises: ["
        "{name: A, reps: [12, 8-10]}, {name: B, reps: max}, {name: C, hold: max},"
        "{name: D, reps: 3, rep_seconds: 2.5}]}]\n"
    )
    plan = json_of(capsys, "plan", "--json", str(path))
    keys = ("round", "name", "reps", "reps_to", "max", "seconds", "estimate")
    assert [
        (1, "A", 12, None, False, None, 36),
        (1, "B", None, None, True, None, 30),
        (1, "C", None, None, True, None, 60),
        (1, "D", 3, None, False, None, 8),
        (2, "A", 8, 10, False, None, 24),
        (2, "B", None, None, True, None, 30),
        (2, "C", None, None, True, None, 60),
        (2, "D", 3, None, False, None, 8),
    ] == [tuple(step[key] for key in keys) for step in plan if step["kind"] == "work"]


def test_a_hold_has_no_reps(capsys: pytest.CaptureFixture[str]) -> None:
    """A hold has its seconds, the side it works, and no weight where there is none."""
    hold = json_of(capsys, "plan", "--json")[1]
    assert ("thread-the-needle", "right", 30, None, 30, None) == tuple(
        hold[key] for key in ("exercise", "side", "seconds", "reps", "estimate", "weight")
    )


def test_an_exercise_written_out_has_no_id(capsys: pytest.CaptureFixture[str]) -> None:
    """Of an exercise without a file only the name is known."""
    plan = json_of(capsys, "plan", "--json", str(GOOD))
    names = {step["name"]: step["exercise"] for step in plan if step["kind"] == "work"}
    assert None is names["Side plank"]
    assert "half-kneeling-chop" == names["Half-Kneeling Chop"]


def test_lengths_come_from_the_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The settings of the data folder give the lengths; what is wrong in them is told."""
    (tmp_path / "settings.yaml").write_text("get_ready: 0\nbetween_blocks: 7\nvolume: x\n")
    assert 0 == main(["plan", "--json", "--data", str(tmp_path)])
    out, err = capsys.readouterr()
    plan = json.loads(out)
    assert "work" == plan[0]["kind"]
    assert {7} == {step["seconds"] for step in plan if step["rest"] == "block"}
    expected = f'{tmp_path}/settings.yaml:3:9: volume is "x"; write a whole number from 0 to 100'
    assert [expected] == err.splitlines()


@pytest.mark.parametrize("words", [["plan"], []])
@pytest.mark.parametrize("workout", [str(BAD), "nonsuch", "missing/w.yaml", "./.", "x.yml"])
def test_a_workout_with_faults_is_refused(
    capsys: pytest.CaptureFixture[str], words: list[str], workout: str
) -> None:
    """A broken or missing workout is told on stderr, exits 1 and opens no window."""
    windows = Windows()
    assert 1 == main([*words, workout], show=windows)
    out, err = capsys.readouterr()
    assert ("", []) == (out, windows.requests)
    assert ":1:1: " in err or ":7:9: " in err


def test_rounds_can_make_a_workout_too_long(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rounds that would make more steps than are allowed are refused."""
    entries = ", ".join(["{name: Jump, reps: 1}"] * 50)
    block = f"  - {{kind: circuit, exercises: [{entries}]}}\n"
    path = tmp_path / "long.yaml"
    path.write_text("title: Long\nblocks:\n" + block * 3)
    assert 1 == main(["plan", str(path), "--rounds", "99"])
    assert "with 99 rounds there are more than 20000 steps\n" == capsys.readouterr().err


# history


def test_a_missing_history_is_an_empty_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a history the array is empty, and nothing is made."""
    data = tmp_path / "data"
    assert [] == json_of(capsys, "history", "--json", "--data", str(data))
    assert 0 == main(["history", "--data", str(data)])
    assert "No session has been done yet.\n" == capsys.readouterr().out
    assert not data.exists()


def test_the_history_is_told_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sessions come newest first, each with its sets in the order done."""
    keep_sessions(tmp_path)
    newest, oldest = json_of(capsys, "history", "--json", "--data", str(tmp_path))
    assert (2, "open", []) == (newest["id"], newest["outcome"], newest["sets"])
    sets = oldest.pop("sets")
    expected = {
        "id": 1,
        "workout": "runners",
        "title": "Upper Body for Runners",
        "started": "2026-03-01T07:30:15+01:00",
        "seconds": 76,
        "outcome": "finished",
        "pauses": [],
        "effort": None,
        "note": None,
        "origin": None,
    }
    assert expected == oldest
    first = {
        "block": "Warm-up",
        "round": 1,
        "exercise": "thread-the-needle",
        "name": "Thread",
        "side": "right",
        "reps": None,
        "seconds": 30,
        "weight": None,
        "outcome": "done",
        "planned": None,
        "level": None,
        "count": None,
        "ended": None,
        "of": None,
        "planned_weight": None,
        "unit": None,
        "note": None,
        "every": None,
        "for": None,
        "cut": False,
    }
    assert first == sets[0]
    assert (None, None, 8, 7.5, "skipped") == tuple(
        sets[1][key] for key in ("exercise", "side", "reps", "weight", "outcome")
    )


def test_the_history_is_told_as_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each set has a row with its session, and so has a session without sets."""
    keep_sessions(tmp_path)
    assert 0 == main(["history", "--csv", "--data", str(tmp_path)])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert ["2", "1", "1"] == [row["id"] for row in rows]
    assert ["", "Thread", '\'=Row, "wide"'] == [row["set_name"] for row in rows]
    assert ["", "", "7.5"] == [row["set_weight"] for row in rows]
    assert {"Upper Body for Runners"} == {row["title"] for row in rows}


def test_the_history_is_told_in_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each session is a line with its number, start, length, outcome and number of sets."""
    keep_sessions(tmp_path)
    assert 0 == main(["history", "--data", str(tmp_path)])
    newest, oldest = capsys.readouterr().out.splitlines()
    assert "2 2026-03-01 08:30 1:16 open Upper Body for Runners (0 sets done)" == " ".join(
        newest.split()
    )
    assert oldest.endswith("finished  Upper Body for Runners (1 set done, 1 skipped)")


@pytest.mark.parametrize("word", ["1", "last"])
def test_a_session_is_told_set_by_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    """What was done, with which weight, and what was skipped, in columns."""
    keep_sessions(tmp_path)
    with closing(SqliteHistory(tmp_path / "history.sqlite3")) as history:
        archive = SqliteArchive(history)
        archive.change_note(1, "slept badly")
        archive.change_effort(1, 4)
        archive.delete(2)
    assert 0 == main(["history", word, "--data", str(tmp_path)])
    about, effort, note, _, headings, *sets = capsys.readouterr().out.splitlines()
    assert about.startswith("1  2026-03-01")
    assert ["effort: 4 of 5", "note: slept badly"] == [effort, note]
    assert ["Exercise", "Side", "Done", "Weight", "Block", "Round", "Note"] == headings.split()
    assert ["30 s", "1 x 7.5 kg"] == [
        word for line in sets for word in ("30 s", "1 x 7.5 kg") if word in line
    ]
    assert [False, True] == ["skipped" in line for line in sets]


def test_sets_that_a_clock_has_cut_are_not_called_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the reps that somebody has entered for one of them."""
    plan, workout = runners_plan(), runners_workout()
    chop = plan.sets[10].key._replace(side=None)
    first, second, third = (chop._replace(place=place) for place in range(3))
    cut = SetRecord(first, "Pair", None, "Row", None, None, 60, SetOutcome.SKIPPED, is_cut=True)
    entered = replace(cut, key=second, reps=6)
    skipped = replace(cut, key=third, is_cut=False)
    with closing(SqliteHistory(tmp_path / "history.sqlite3")) as history:
        position = Position(first, 0, None, ran=75_500, paused=0)
        session = history.open(Opening("runners", workout, plan, STARTED, position))
        kept = [*map(SetKept, (cut, entered, skipped))]
        history.write(session, [*kept, OutcomeChanged(SessionOutcome.FINISHED)], position)
    assert 0 == main(["history", "last", "--data", str(tmp_path)])
    about, _, _, *sets = capsys.readouterr().out.splitlines()
    assert about.endswith("(0 sets done, 1 skipped, 2 cut by the time)")
    words = [["Row", "cut", "by", "the", "time", "Pair", "1"]]
    words += [["Row", "6", "reps,", *words[0][1:]], ["Row", "skipped", "Pair", "1"]]
    assert words == [line.split() for line in sets]


def test_sets_of_reps_are_not_told_in_seconds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody has said how many reps of `max` there were; of `max` that was held all is known."""
    plan, workout = runners_plan(), runners_workout()
    first = plan.sets[10].key._replace(side=None)
    reps = SetRecord(first, "Pair", None, "Row", None, None, 35, SetOutcome.DONE)
    reps = replace(reps, planned=Planned("max reps"))
    hold = replace(reps, key=first._replace(place=1), planned=Planned("max hold"))
    with closing(SqliteHistory(tmp_path / "history.sqlite3")) as history:
        position = Position(first, 0, None, ran=75_500, paused=0)
        session = history.open(Opening("runners", workout, plan, STARTED, position))
        kept = [*map(SetKept, (reps, hold))]
        history.write(session, [*kept, OutcomeChanged(SessionOutcome.FINISHED)], position)
    assert 0 == main(["history", "last", "--data", str(tmp_path)])
    *_, told_reps, told_hold = capsys.readouterr().out.splitlines()
    assert ["Row", "?", "reps", "Pair", "1"] == told_reps.split()
    assert ["Row", "35", "s", "Pair", "1"] == told_hold.split()


@pytest.mark.parametrize(("way", "begins"), [("--json", "[\n"), ("--csv", "id,")])
def test_one_session_is_told_to_programs_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], way: str, begins: str
) -> None:
    """As all of them are, and it alone."""
    keep_sessions(tmp_path)
    assert 0 == main(["history", "1", way, "--data", str(tmp_path)])
    out = capsys.readouterr().out
    assert out.startswith(begins)
    assert 3 == len(out.splitlines())


def test_a_session_that_there_is_not_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the way to those that there are."""
    keep_sessions(tmp_path)
    assert 1 == main(["history", "7", "--data", str(tmp_path)])
    assert 'there is no session 7; "matside history" lists them all' in capsys.readouterr().err


@pytest.mark.parametrize("way", [(), ("--json",), ("--csv",)])
def test_a_bad_row_is_named_and_the_rest_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], way: Sequence[str]
) -> None:
    """One session with no date makes nothing fail; what names it is no part of the answer."""
    keep_sessions(tmp_path)
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as connection:
        connection.execute("UPDATE session SET started = 'yester\x1bday' WHERE id = 2")
        connection.commit()
    assert 0 == main(["history", *way, "--data", str(tmp_path)])
    out, err = capsys.readouterr()
    assert 'session 2 is left out: "yester\\x1bday" is no hour with an offset\n' == err
    assert "Upper Body for Runners" in out
    assert "yester" not in out


def test_a_history_that_cannot_be_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A damaged database is one sentence on stderr and the code 1."""
    (tmp_path / "history.sqlite3").write_text("no database " * 100)
    assert 1 == main(["history", "--data", str(tmp_path)])
    out, err = capsys.readouterr()
    assert ("", 1) == (out, len(err.splitlines()))
    assert "the history is damaged" in err


# the window


def test_the_window_is_asked_for_all_that_is_written(tmp_path: Path) -> None:
    """Every option reaches the window."""
    windows = Windows(code=7)
    words = f"{RUNNERS} --start --rounds 5 --fullscreen --speed 2.5 --data".split()
    assert 7 == main([*words, str(tmp_path)], show=windows)
    expected = WindowRequest(RUNNERS, True, 5, True, tmp_path, 2.5)
    assert [expected] == windows.requests


def test_without_words_the_window_has_the_defaults() -> None:
    """Plain `matside` opens the last workout from the platform's data folder."""
    windows = Windows()
    assert 0 == main([], show=windows)
    (request,) = windows.requests
    assert "matside" == request.data.name.lower()
    expected = WindowRequest(None, False, None, False, request.data, 1.0)
    assert expected == request


@pytest.mark.parametrize(
    "words",
    [
        ["--data", "DATA", "plan", "--json"],
        ["plan", "--data", "DATA", "--json"],
        ["--data=DATA", "plan", "--json"],
        ["--rounds", "3", "plan", "--json", "--data", "DATA"],
    ],
)
def test_options_stand_on_either_side_of_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    """The data folder may be named before the command or after it."""
    (tmp_path / "settings.yaml").write_text("get_ready: 33\n")
    plan = json_of(capsys, *(word.replace("DATA", str(tmp_path)) for word in words))
    assert 33 == plan[0]["seconds"]


def test_only_the_first_word_is_a_command() -> None:
    """A data folder called like a command is a folder, and a later word no command."""
    windows = Windows()
    assert 0 == main(["--data", "plan"], show=windows)
    assert Path("plan").absolute() == windows.requests[0].data
    assert 2 == main([RUNNERS, "plan"], show=windows)


def test_behind_two_dashes_nothing_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A workout called like a command can be named behind two dashes."""
    windows = Windows()
    assert 1 == main(["--", "plan"], show=windows)
    assert "plan:1:1: there is no workout of this name" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        "--rounds 0",
        "--rounds 100",
        "--rounds two",
        "--rounds ٣",
        "--speed 0.05",
        "--speed 1001",
        "--speed fast",
        "--speed nan",
        "--data=",
        "--unknown",
        "--full",
        "one two",
        "check",
        "plan one two",
        "plan --start",
        "history one",
        "history 1 2",
        "history import",
        "history import a.csv b.csv",
        "history --json --csv",
        "export",
        "export last",
        "export last a.fit --all b",
        "export last a.fit b.fit",
    ],
)
def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str], line: str) -> None:
    """A line that means nothing exits 2, says how it is used and opens no window."""
    windows = Windows()
    assert 2 == main(line.split(), show=windows)
    out, err = capsys.readouterr()
    assert ("", []) == (out, windows.requests)
    assert err.startswith("usage: matside")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints the version and exits 0."""
    assert 0 == main(["--version"])
    assert f"matside {__version__}\n" == capsys.readouterr().out


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["plan", "-h"]])
def test_help_is_told(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Every command explains itself and exits 0."""
    assert 0 == main(words)
    assert "--data DIR" in capsys.readouterr().out


def test_the_help_names_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    """What Matside can do without a window stands in its help."""
    assert 0 == main(["--help"])
    out = capsys.readouterr().out
    assert all(
        f"matside {command}" in out for command in ("check", "plan", "history", "export", "backup")
    )


def test_ctrl_c_ends_quietly(capsys: pytest.CaptureFixture[str]) -> None:
    """An interrupt exits 130 without a word."""

    def interrupted(request: WindowRequest) -> int:
        raise KeyboardInterrupt(request)

    assert 130 == main([], show=interrupted)
    assert ("", "") == capsys.readouterr()


def test_no_traceback_reaches_the_user(capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of the program itself is one line and the code 1."""

    def broken(request: WindowRequest) -> int:
        raise RuntimeError(f"speed {request.speed}\x1b")

    assert 1 == main([], show=broken)
    assert "matside failed: RuntimeError: speed 1.0\\x1b\n" == capsys.readouterr().err


# processes of their own

_WITHOUT_QT = """
import sys
from matside.app.cli import main
code = main(sys.argv[1:])
print(sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")))
print("sqlite3" in sys.modules)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("words", "sqlite"),
    [
        (["check", str(GOOD)], False),
        (["plan"], False),
        (["history", "--json"], True),
        (["export", "last", "nowhere.fit"], True),
        (["restore", "nowhere.backup"], True),
        (["--version"], False),
        (["nonsuch"], False),
    ],
)
def test_commands_load_no_qt(
    monkeypatch: pytest.MonkeyPatch, words: list[str], *, sqlite: bool
) -> None:
    """What needs no window loads none, and only history loads a database."""
    # Coverage, where it follows this process, brings a database along.
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
    out, _ = start(["-c", _WITHOUT_QT, *words]).communicate()
    assert ["[]", str(sqlite)] == out.splitlines()[-2:]


def test_the_module_is_the_program() -> None:
    """`python -m matside` is the same command line, in any encoding."""
    process = start(["-m", "matside", "plan", "--json"])
    out, err = process.communicate()
    assert (0, "", 66) == (process.returncode, err, len(json.loads(out)))


def test_without_a_display_there_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no window can be opened the program says so and exits 2."""
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    process = start(["-m", "matside"])
    out, err = process.communicate()
    assert (2, "", 1) == (process.returncode, out, len(err.splitlines()))


@pytest.mark.no_cover
def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    """Whoever stops reading has read enough: nothing is said of it."""
    entries = ", ".join(["{name: Jump, reps: 1}"] * 50)
    path = tmp_path / "long.yaml"
    block = f"{{kind: circuit, rounds: 30, exercises: [{entries}]}}"
    path.write_text(f"title: Long\nblocks: [{block}]\n")
    process = start(["-m", "matside", "plan", str(path)])
    assert process.stdout is not None
    assert process.stderr is not None
    with process:
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
    assert (0, "") == (process.returncode, err)


@pytest.mark.no_cover
def test_a_full_disk_is_told() -> None:
    """Output that cannot be written is a fault in one line."""
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "matside", "plan"]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert 1 == done.returncode
    assert 1 == len(done.stderr.splitlines())
    assert "No space left on device" in done.stderr


@pytest.mark.no_cover
@pytest.mark.parametrize("command", ["plan", "doctor", "history", "--help"])
def test_without_a_place_for_it_output_goes_nowhere(command: str, tmp_path: Path) -> None:
    """A shell may start a program with its standard output closed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    script = f'exec "$1" -m matside {command} --data "$2" >&-'
    done = subprocess.run(
        ["sh", "-c", script, "sh", sys.executable, str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.no_cover
def test_what_an_encoding_does_not_have_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal without accents gets escapes instead of a failure."""
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    process = start(["-m", "matside", "plan", "jos\xe9"])
    _, err = process.communicate()
    assert 1 == process.returncode
    assert err.startswith(r"jos\xe9:1:1: there is no workout of this name")


@pytest.mark.no_cover
def test_a_kill_by_the_terminal_is_quiet() -> None:
    """SIGINT amid a command ends it with 130 and no traceback.

    A shell's background jobs ignore it, and so would all that they start: here it is heard.
    """
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heard}; import sys; from matside.app.cli import main; sys.exit(main([], show=wait))"
    wait = "def wait(_): print('waiting', flush=True); import signal; signal.pause()"
    process = start(["-c", f"{wait}\n{code}"])
    assert process.stdout is not None
    assert process.stderr is not None
    with process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        err = process.stderr.read()
    assert (130, "") == (process.returncode, err)
