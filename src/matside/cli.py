"""The command line: what its words mean, and what the commands without a window print."""

import argparse
import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import accumulate
from pathlib import Path
from typing import TextIO

from matside import __version__
from matside.core.duration import SECOND, clock
from matside.core.plan import (
    MOST_STEPS,
    Plan,
    RestKind,
    Step,
    compile_plan,
    is_too_long,
)
from matside.core.ports import HistoryError
from matside.core.record import SessionRecord, SetOutcome, SetRecord
from matside.core.settings import MOST_ROUNDS, ROUNDS
from matside.core.workout import Exercise, Hold, Reps, Side, Weight, Workout
from matside.files import settings as settings_file
from matside.files.characters import escaped
from matside.files.checker import whole_number
from matside.files.folders import DataFolder, platform_folder
from matside.files.workouts import library_of
from matside.request import WindowRequest

DONE = 0
FAULTY = 1
INTERRUPTED = 130

DEFAULT_WORKOUT = "upper-body-for-runners"
"""The workout that `plan` takes where none is named."""

_SLOWEST, _FASTEST = 0.1, 1000.0

_EPILOG = """\
commands, each with its own --help:
  matside check FILE...   say what is wrong with workout or exercise files
  matside plan            print the steps of a workout
  matside history         print the sessions that were done
"""

_WITH_VALUE = frozenset({"--data", "--rounds", "--speed"})

_RESTS = {
    RestKind.SWITCH: "Switch sides",
    RestKind.EXERCISE: "Rest",
    RestKind.ROUND: "Rest between rounds",
    RestKind.BLOCK: "Rest between blocks",
}

_PLAN_HEADINGS = ("at", "lasts", "step", "dose", "side", "weight", "block", "round")

_SESSION_COLUMNS = ("id", "workout", "title", "started", "seconds", "outcome")
_SET_COLUMNS = (
    "block",
    "round",
    "exercise",
    "name",
    "side",
    "reps",
    "seconds",
    "weight",
    "outcome",
)

Row = dict[str, object]


class Refusal(Exception):
    """A command cannot be carried out; `lines` say why."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def _show(request: WindowRequest) -> int:
    from matside.launch import run_window

    return run_window(request)


def main(
    argv: Sequence[str] | None = None, *, show: Callable[[WindowRequest], int] = _show
) -> int:
    """Carry out the command line `argv`, by default the process's; return the exit code.

    0 is done, 1 that the input has faults or does not exist, 2 wrong usage or no display.
    `show` opens the window and returns the exit code when it has been closed.
    """
    _never_fail_to_encode(sys.stdout, sys.stderr)
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv), show)
        sys.stdout.flush()
    except SystemExit as end:  # argparse has printed its help, or what is wrong
        return int(end.code or DONE)
    except Refusal as refusal:
        _print_lines(refusal.lines, sys.stderr)
        return FAULTY
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever reads the output has read enough
        _discard_output()
        return DONE
    except Exception as error:  # noqa: BLE001  # no traceback ever reaches the user
        _print_lines((f"matside failed: {type(error).__name__}: {error}",), sys.stderr)
        return FAULTY
    return code


def _run(argv: list[str], show: Callable[[WindowRequest], int]) -> int:
    command, words = _command_and_words(argv)
    if command is None:
        return show(_request(_window_parser().parse_args(words)))
    parser, carry_out = _COMMANDS[command]
    return carry_out(parser().parse_args(words))


def _command_and_words(argv: list[str]) -> tuple[str | None, list[str]]:
    """Return the command that the first word is, if it is one, and all that stands around it."""
    places = iter(range(len(argv)))
    for place in places:
        if argv[place] in _WITH_VALUE:
            next(places, None)
        elif argv[place] in _COMMANDS:
            return argv[place], argv[:place] + argv[place + 1 :]
        elif argv[place] == "--" or not argv[place].startswith("-"):
            break
    return None, argv


def _window_parser() -> argparse.ArgumentParser:
    parser = _parser("", "Lead through a workout on the laptop beside the mat.")
    parser.add_argument("workout", nargs="?", metavar="WORKOUT", help="a workout: name or file")
    parser.add_argument("--start", action="store_true", help="begin at once")
    _add_rounds(parser)
    parser.add_argument("--fullscreen", action="store_true", help="fill the screen")
    parser.add_argument(
        "--speed", type=_speed, default=1.0, metavar="X", help="run the clock X times as fast"
    )
    version = f"matside {__version__}"
    parser.add_argument("--version", action="version", version=version, help="print the version")
    parser.epilog = _EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _check_parser() -> argparse.ArgumentParser:
    parser = _parser("check", "Say what is wrong with workout or exercise files.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a workout or exercise file")
    return parser


def _plan_parser() -> argparse.ArgumentParser:
    parser = _parser("plan", "Print the steps of a workout, with the lengths of the settings.")
    parser.add_argument(
        "workout",
        nargs="?",
        default=DEFAULT_WORKOUT,
        metavar="WORKOUT",
        help=f"a workout: name or file (else {DEFAULT_WORKOUT})",
    )
    _add_rounds(parser)
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    return parser


def _history_parser() -> argparse.ArgumentParser:
    parser = _parser("history", "Print the sessions that were done, newest first.")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a JSON array")
    form.add_argument("--csv", action="store_true", help="print a table with a row for each set")
    return parser


def _parser(command: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"matside {command}".strip(), description=description, allow_abbrev=False
    )
    parser.add_argument(
        "--data", type=_folder, metavar="DIR", help="keep settings and history in DIR"
    )
    return parser


def _add_rounds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rounds", type=_rounds, metavar="N", help="do N rounds of supersets and circuits"
    )


def _folder(text: str) -> DataFolder:
    if not text:
        raise argparse.ArgumentTypeError("name a folder")
    return DataFolder(Path(text).absolute())


def _rounds(text: str) -> int:
    number = whole_number(text, ROUNDS)
    if number is None:
        raise argparse.ArgumentTypeError(f"write a whole number from 1 to {MOST_ROUNDS}")
    return number


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not _SLOWEST <= speed <= _FASTEST:
        raise argparse.ArgumentTypeError(f"write a number from {_SLOWEST} to {_FASTEST:.0f}")
    return speed


def _data(arguments: argparse.Namespace) -> DataFolder:
    return arguments.data or DataFolder(platform_folder())


def _request(arguments: argparse.Namespace) -> WindowRequest:
    """Return what is asked of the window; Refusal where its workout is none."""
    data = _data(arguments)
    if arguments.workout is not None:
        _workout_of(arguments, data)
    return WindowRequest(
        workout=arguments.workout,
        start=arguments.start,
        rounds=arguments.rounds,
        fullscreen=arguments.fullscreen,
        data=data.root,
        speed=arguments.speed,
    )


def _check(arguments: argparse.Namespace) -> int:
    library = library_of(_data(arguments))
    code = DONE
    for path in map(Path, arguments.files):
        faults = library.check(path)
        _print_lines(faults or (f"{path}: ok",), sys.stdout)
        code = FAULTY if faults else code
    return code


def _plan(arguments: argparse.Namespace) -> int:
    data = _data(arguments)
    workout = _workout_of(arguments, data)
    chosen, warnings = settings_file.load(data.settings)
    _print_lines(warnings, sys.stderr)
    plan = compile_plan(workout, chosen)
    if arguments.json:
        _print_json([_step_row(place, step) for place, step in enumerate(plan.steps)])
    else:
        _print_lines(_plan_lines(workout, plan), sys.stdout)
    return DONE


def _workout_of(arguments: argparse.Namespace, data: DataFolder) -> Workout:
    """Return the workout that is asked for, with the rounds asked for; Refusal if it is none."""
    listed = library_of(data).find(arguments.workout)
    if listed.workout is None:
        raise Refusal(*listed.faults)
    workout = listed.workout.chosen(rounds=arguments.rounds)
    if is_too_long(workout):
        raise Refusal(f"with {arguments.rounds} rounds there are more than {MOST_STEPS} steps")
    return workout


def _history(arguments: argparse.Namespace) -> int:
    sessions = _sessions(_data(arguments).history)
    if arguments.json:
        _print_json([_session_row(session) for session in sessions])
    elif arguments.csv:
        print(_csv_of(sessions), end="")
    else:
        lines = [_session_line(session) for session in sessions]
        _print_lines(lines or ["No session has been done yet."], sys.stdout)
    return DONE


def _sessions(path: Path) -> tuple[SessionRecord, ...]:
    from matside.files.history import SqliteHistory

    history = SqliteHistory(path)
    try:
        return history.sessions()
    except HistoryError as error:
        raise Refusal(str(error)) from error
    finally:
        history.close()


def _step_row(place: int, step: Step) -> Row:
    block, exercise = step.block, step.exercise
    return {
        "index": place,
        "kind": step.kind.value,
        "rest": _value(step.rest),
        "block": block and block.name,
        "block_kind": block and block.kind.value,
        "round": block and step.key.round,
        "rounds": block and block.rounds,
        "exercise": exercise and exercise.id,
        "name": exercise and exercise.name,
        "side": _value(step.side) if exercise else None,
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
    about = "about " if any(step.is_counted for step in plan.steps) else ""
    yield f"{sets} in {steps}, {about}{clock(plan.estimate // SECOND)}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _plan_row(start: int, step: Step) -> tuple[str, ...]:
    block, exercise = step.block, step.exercise
    return (
        clock(start // SECOND),
        ("~" if step.is_counted else "") + clock(step.estimate // SECOND),
        exercise.name if exercise else _RESTS[step.rest] if step.rest else "Get ready",
        _dose(exercise) if exercise else "",
        step.side.value if exercise and step.side else "",
        _weight(exercise.weight) if exercise else "",
        block.name if block and exercise else "",
        f"{step.key.round} of {block.rounds}" if block and exercise else "",
    )


def _dose(exercise: Exercise) -> str:
    if isinstance(exercise.dose, Hold):
        return "hold"
    each_side = " each side" if Side.BOTH in exercise.order_of_sides else ""
    return f"{exercise.dose.count} reps{each_side}"


def _weight(weight: Weight | None) -> str:
    return "" if weight is None else f"{weight.count} x {weight.level.value}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield `rows` in columns, the first two, which are times, to the right."""
    rows = [[escaped(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        placed = [
            cell.rjust(width) if place < 2 else cell.ljust(width)
            for place, (cell, width) in enumerate(cells)
        ]
        yield "  ".join(placed).rstrip()


def _session_row(session: SessionRecord) -> Row:
    return {
        "id": session.id,
        "workout": session.workout,
        "title": session.title,
        "started": session.started.isoformat(),
        "seconds": session.seconds,
        "outcome": session.outcome.value,
        "sets": [_set_row(record) for record in session.sets],
    }


def _set_row(record: SetRecord) -> Row:
    return {
        "block": record.block,
        "round": record.round,
        "exercise": record.exercise,
        "name": record.name,
        "side": _value(record.side),
        "reps": record.reps,
        "seconds": record.seconds,
        "weight": record.kilograms,
        "outcome": record.outcome.value,
    }


def _csv_of(sessions: Iterable[SessionRecord]) -> str:
    """Return a row for each set, and one without a set for a session that has none yet."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow((*_SESSION_COLUMNS, *(f"set_{name}" for name in _SET_COLUMNS)))
    for session in sessions:
        about = _session_row(session)
        for done in [_set_row(record) for record in session.sets] or [{}]:
            values = [about[name] for name in _SESSION_COLUMNS]
            values += [done.get(name) for name in _SET_COLUMNS]
            writer.writerow("" if value is None else escaped(str(value)) for value in values)
    return table.getvalue()


def _session_line(session: SessionRecord) -> str:
    done = sum(record.outcome is SetOutcome.DONE for record in session.sets)
    skipped = len(session.sets) - done
    sets = f"{_counted(done, 'set')} done" + (f", {skipped} skipped" if skipped else "")
    started = f"{session.started:%Y-%m-%d %H:%M}"
    length = clock(session.seconds)
    return f"{started}  {length:>7}  {session.outcome.value:<8}  {session.title} ({sets})"


def _print_json(rows: Sequence[Row]) -> None:
    """Print `rows` as an array with a line for each; all but ASCII is escaped."""
    lines = ",\n".join(json.dumps(row) for row in rows)
    print(f"[\n{lines}\n]" if rows else "[]")


def _print_lines(lines: Iterable[str], stream: TextIO) -> None:
    for line in lines:
        print(escaped(line), file=stream)


def _never_fail_to_encode(*streams: TextIO) -> None:
    """Let `streams` escape what their encoding does not have."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Send what is still to be printed nowhere, so that its flush at exit cannot fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_COMMANDS: Mapping[
    str,
    tuple[
        Callable[[], argparse.ArgumentParser],
        Callable[[argparse.Namespace], int],
    ],
] = {
    "check": (_check_parser, _check),
    "plan": (_plan_parser, _plan),
    "history": (_history_parser, _history),
}
