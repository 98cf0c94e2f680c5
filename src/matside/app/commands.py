"""The commands without a window: what they do and print."""

import json
import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import accumulate
from pathlib import Path

from matside import __version__
from matside.app.terminal import CommandRefused, columns_of, print_lines
from matside.core.durations import SECOND, clock, whole_seconds
from matside.core.ports.devices import HistoryError
from matside.core.ports.findings import Finding, Grade, count_of
from matside.core.session.record import SessionRecord, SetOutcome
from matside.core.workout.model import Exercise, Hold, Reps, Side, Weight, Workout
from matside.core.workout.plan import (
    MOST_STEPS,
    Plan,
    Prepare,
    Rest,
    RestKind,
    Step,
    Work,
    compile_plan,
    is_too_long,
)
from matside.files import settings as settings_file
from matside.files.folders import DataFolder
from matside.files.history.export import session_row, table_of
from matside.files.workouts.library import library_of
from matside.files.yaml.characters import escaped

_RESTS = {
    RestKind.SWITCH: "Switch sides",
    RestKind.EXERCISE: "Rest",
    RestKind.ROUND: "Rest between rounds",
    RestKind.BLOCK: "Rest between blocks",
}

_PLAN_HEADINGS = ("at", "lasts", "step", "dose", "side", "weight", "block", "round")

_WIDTH = 96
"""The maximum width of the doctor's lines in columns; names of files are never broken."""

Row = dict[str, object]


def check(data: DataFolder, paths: Iterable[Path]) -> bool:
    """Print what is wrong with the files at `paths`; return whether none has a fault.

    Keys that are no longer used are no faults, and are printed as notes to standard error.
    """
    library = library_of(data)
    good = True
    for path in paths:
        faults = library.check(path)
        print_lines(library.notes(path), sys.stderr)
        print_lines(faults or (f"{path}: ok",), sys.stdout)
        good = good and not faults
    return good


def plan(data: DataFolder, word: str, rounds: int | None, *, as_json: bool) -> None:
    """Print the steps of the workout that `word` names; raise CommandRefused if it names none.

    For people they are at rep pace if the settings say so; in JSON they never are.
    """
    workout = workout_of(data, word, rounds)
    chosen, warnings = settings_file.load(data.settings)
    print_lines(warnings, sys.stderr)
    if as_json:
        unpaced = compile_plan(workout, replace(chosen, rep_pace=False))
        _print_json([_step_row(place, step) for place, step in enumerate(unpaced.steps)])
    else:
        print_lines(_plan_lines(workout, compile_plan(workout, chosen)), sys.stdout)


def workout_of(data: DataFolder, word: str, rounds: int | None) -> Workout:
    """Return the workout that `word` names, with `rounds` if given; or raise CommandRefused."""
    listed = library_of(data).find(word)
    if listed.workout is None:
        raise CommandRefused(*listed.faults)
    workout = listed.workout.chosen(rounds=rounds)
    if is_too_long(workout):
        raise CommandRefused(f"with {rounds} rounds there are more than {MOST_STEPS} steps")
    return workout


def history(data: DataFolder, *, as_json: bool, as_csv: bool) -> None:
    """Print the sessions that were done; raise CommandRefused if they cannot be read."""
    sessions = _sessions(data.history)
    if as_json:
        _print_json([session_row(session) for session in sessions])
    elif as_csv:
        print(table_of(sessions), end="")
    else:
        lines = [_session_line(session) for session in sessions]
        print_lines(lines or ["No session has been done yet."], sys.stdout)


def doctor(data: DataFolder, *, as_json: bool) -> None:
    """Print what works on this machine, what does not, and what helps."""
    from matside.doctor.examination import examine

    findings = examine(data, os.environ)
    if as_json:
        _print_json([_finding_row(finding) for finding in findings])
    else:
        print_lines(_finding_lines(findings), sys.stdout)


def _sessions(path: Path) -> tuple[SessionRecord, ...]:
    from matside.files.history.store import SqliteHistory

    history = SqliteHistory(path)
    try:
        sessions = history.sessions()
    except HistoryError as error:
        raise CommandRefused(str(error)) from error
    finally:
        history.close()
    print_lines(history.faults, sys.stderr)
    return sessions


def _step_row(place: int, step: Step) -> Row:
    block = None if isinstance(step, Prepare) else step.block
    exercise = step.exercise if isinstance(step, Work) else None
    return {
        "index": place,
        "kind": step.key.kind.value,
        "rest": step.kind.value if isinstance(step, Rest) else None,
        "block": block and block.name,
        "block_kind": block and block.kind.value,
        "round": block and step.key.round,
        "rounds": block and block.rounds,
        "exercise": exercise and exercise.id,
        "name": exercise and exercise.name,
        "side": _value(step.key.side) if exercise else None,
        "seconds": None if step.length is None else step.length // SECOND,
        "reps": exercise and _reps(exercise),
        "estimate": step.estimate // SECOND,
        "weight": exercise and _weight_row(exercise.weight),
    }


def _value(member: Enum | None) -> object:
    return None if member is None else member.value


def _reps(exercise: Exercise) -> int | None:
    return exercise.dose.count if isinstance(exercise.dose, Reps) else None


def _weight_row(weight: Weight | None) -> Row | None:
    return None if weight is None else {"level": weight.level.value, "count": weight.count}


def _plan_lines(workout: Workout, plan: Plan) -> Iterator[str]:
    yield workout.title
    yield ""
    starts = accumulate((step.estimate for step in plan.steps), initial=0)
    rows = [_plan_row(start, step) for start, step in zip(starts, plan.steps, strict=False)]
    yield from _aligned([_PLAN_HEADINGS, *rows])
    yield ""
    sets, steps = _counted(len(plan.sets), "set"), _counted(len(plan.steps), "step")
    about = "about " if any(step.length is None for step in plan.steps) else ""
    pace = " at rep pace" if any(step.pace is not None for step in plan.sets) else ""
    yield f"{sets} in {steps}, {about}{clock(whole_seconds(plan.estimate))}{pace}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _plan_row(start: int, step: Step) -> tuple[str, ...]:
    lasts = ("~" if step.length is None else "") + clock(whole_seconds(step.estimate))
    return clock(start // SECOND), lasts, *_columns(step)


def _columns(step: Step) -> tuple[str, ...]:
    """Return what the table says of `step` beside its times."""
    match step:
        case Prepare():
            return "Get ready", "", "", "", "", ""
        case Rest():
            return _RESTS[step.kind], "", "", "", "", ""
        case Work(exercise=exercise, block=block):
            side, round_ = step.side, f"{step.key.round} of {block.rounds}"
            said = exercise.name, _dose(exercise), side.value if side else ""
            return *said, _weight(exercise.weight), block.name, round_


def _dose(exercise: Exercise) -> str:
    if isinstance(exercise.dose, Hold):
        return "hold"
    each_side = " each side" if Side.BOTH in exercise.order_of_sides else ""
    return _counted(exercise.dose.count, "rep") + each_side


def _weight(weight: Weight | None) -> str:
    return "" if weight is None else f"{weight.count} x {weight.level.value}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield `rows` in aligned columns; the first two are times, and aligned to the right."""
    rows = [[escaped(cell) for cell in row] for row in rows]
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        blanks = [
            " " * (width - columns_of(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        placed = [
            blank + cell if place < 2 else cell + blank
            for place, (cell, blank) in enumerate(zip(row, blanks, strict=True))
        ]
        yield "  ".join(placed).rstrip()


def _session_line(session: SessionRecord) -> str:
    done = sum(record.outcome is SetOutcome.DONE for record in session.sets)
    skipped = len(session.sets) - done
    sets = f"{_counted(done, 'set')} done" + (f", {skipped} skipped" if skipped else "")
    started = f"{session.started:%Y-%m-%d %H:%M}"
    length = "" if session.seconds is None else clock(session.seconds)
    return f"{started}  {length:>7}  {session.outcome.value:<8}  {session.title} ({sets})"


def _finding_row(finding: Finding) -> Row:
    from matside.ui.checkup.finding_words import finding_words

    words = finding_words(finding)
    return {
        "subject": finding.subject.value,
        "finding": finding.what.value,
        "mark": finding.mark.value,
        "details": dict(finding.details),
        "says": words.says,
        "helps": words.helps or None,
    }


def _finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    from matside.ui.checkup.finding_words import finding_words, mark_word, subject_word

    yield f"Matside {__version__}: what works on this machine"
    yield ""
    for finding in findings:
        words = finding_words(finding)
        head = f"{mark_word(finding.mark):5}  {subject_word(finding.subject):12}  "
        indent = " " * len(head)
        yield from _wrapped(head, words.says, indent)
        if words.helps:
            yield from _wrapped(f"{indent}-> ", words.helps, f"{indent}   ")
    faults, notes = count_of(findings, Grade.FAULT), count_of(findings, Grade.NOTE)
    yield ""
    yield f"{_counted(faults, 'fault')}, {_counted(notes, 'note')}"


def _wrapped(head: str, words: str, indent: str) -> Iterable[str]:
    """Return `head` and `words` as wrapped lines, with `indent` from the second on, escaped."""
    return textwrap.wrap(
        escaped(words),
        _WIDTH,
        initial_indent=head,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _print_json(rows: Sequence[Row]) -> None:
    """Print `rows` as a JSON array, one on each line; only printable ASCII is not escaped."""
    # DEL is the one control character that JSON does not escape.
    lines = ",\n".join(json.dumps(row, allow_nan=False).replace("\x7f", "\\u007f") for row in rows)
    print(f"[\n{lines}\n]" if rows else "[]")
