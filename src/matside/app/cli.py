"""The command line: its commands and options."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from matside import __version__
from matside.app.history_line import AFTER_HISTORY, HISTORY, HISTORY_COMMANDS
from matside.app.parsing import DONE, FAULTY, Command, data_of, new_parser
from matside.app.request import DEFAULT_WORKOUT, WindowRequest
from matside.app.terminal import (
    CommandRefused,
    discard_output,
    never_fail_to_encode,
    open_missing_streams,
    print_lines,
)
from matside.core.settings import ROUNDS

INTERRUPTED = 130

_SLOWEST, _FASTEST = 0.1, 1000.0

_EPILOG = """\
commands, each with its own --help:
  matside check FILE...   say what is wrong with workout or exercise files
  matside plan            print the steps of a workout
  matside history         print the sessions that were done, one of them, or import others
  matside export          write sessions as FIT files, for other programs
  matside backup FILE     write all that is kept to one file
  matside restore FILE    bring it back
  matside doctor          say what works on this machine, and what to install
"""

_WITH_VALUE = frozenset({"--data", "--rounds", "--speed", "--unit", "--map"})


def _show(request: WindowRequest) -> int:
    from matside.app.launch import run_window

    return run_window(request)


def main(
    argv: Sequence[str] | None = None, *, show: Callable[[WindowRequest], int] = _show
) -> int:
    """Carry out the command line `argv`, by default the process's; return the exit code.

    0 is success, 1 faulty or missing input, 2 wrong usage or no display.
    `show` opens the window and returns the exit code when it has been closed.
    """
    open_missing_streams()
    never_fail_to_encode(sys.stdout, sys.stderr)
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv), show)
        sys.stdout.flush()
    except SystemExit as end:  # argparse has printed its help, or what is wrong
        return int(end.code or DONE)
    except CommandRefused as refusal:
        print_lines(refusal.lines, sys.stderr)
        return FAULTY
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader of the output has closed it
        discard_output()
        return DONE
    except Exception as error:  # noqa: BLE001  # no traceback ever reaches the user
        print_lines((f"matside failed: {type(error).__name__}: {error}",), sys.stderr)
        return FAULTY
    return code


def _run(argv: list[str], show: Callable[[WindowRequest], int]) -> int:
    command, words = _command_and_words(argv, _COMMANDS)
    if command is None:
        return show(_request(_window_parser().parse_args(words)))
    parser, carry_out = _COMMANDS[command]
    if command == HISTORY:
        second, rest = _command_and_words(words, AFTER_HISTORY)
        if second is not None:
            (parser, carry_out), words = AFTER_HISTORY[second], rest
    return carry_out(parser().parse_args(words))


def _command_and_words(
    argv: list[str], commands: Mapping[str, Command]
) -> tuple[str | None, list[str]]:
    """Return the command if the first word is one of `commands`, else None, and all others."""
    places = iter(range(len(argv)))
    for place in places:
        if argv[place] in _WITH_VALUE:
            next(places, None)
        elif argv[place] in commands:
            return argv[place], argv[:place] + argv[place + 1 :]
        elif argv[place] == "--" or not argv[place].startswith("-"):
            break
    return None, argv


def _window_parser() -> argparse.ArgumentParser:
    parser = new_parser("", "Lead through a workout on the laptop beside the mat.")
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
    parser = new_parser("check", "Say what is wrong with workout or exercise files.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a workout or exercise file")
    return parser


def _plan_parser() -> argparse.ArgumentParser:
    parser = new_parser("plan", "Print the steps of a workout, with the lengths of the settings.")
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


def _doctor_parser() -> argparse.ArgumentParser:
    parser = new_parser("doctor", "Say what works on this machine, what does not, and what helps.")
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    return parser


def _add_rounds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rounds", type=_rounds, metavar="N", help="do N rounds of supersets and circuits"
    )


def _rounds(text: str) -> int:
    written = text.isascii() and text.isdigit() and len(text) <= len(str(ROUNDS.high))
    if not written or not ROUNDS.holds(int(text)):
        raise argparse.ArgumentTypeError(f"write a whole number from 1 to {ROUNDS.high}")
    return int(text)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not _SLOWEST <= speed <= _FASTEST:
        raise argparse.ArgumentTypeError(f"write a number from {_SLOWEST} to {_FASTEST:.0f}")
    return speed


def _check(arguments: argparse.Namespace) -> int:
    from matside.app.commands.workouts import check

    return DONE if check(data_of(arguments), map(Path, arguments.files)) else FAULTY


def _plan(arguments: argparse.Namespace) -> int:
    from matside.app.commands.workouts import plan

    plan(data_of(arguments), arguments.workout, arguments.rounds, as_json=arguments.json)
    return DONE


def _doctor(arguments: argparse.Namespace) -> int:
    from matside.app.commands.machine import doctor

    doctor(data_of(arguments), as_json=arguments.json)
    return DONE


def _request(arguments: argparse.Namespace) -> WindowRequest:
    """Return what is asked of the window; raise CommandRefused if its workout is none."""
    data = data_of(arguments)
    if arguments.workout is not None:
        from matside.app.commands.workouts import workout_of

        workout_of(data, arguments.workout, arguments.rounds)
    return WindowRequest(
        workout=arguments.workout,
        start=arguments.start,
        rounds=arguments.rounds,
        fullscreen=arguments.fullscreen,
        data=data.root,
        speed=arguments.speed,
    )


_COMMANDS: Mapping[str, Command] = {
    "check": (_check_parser, _check),
    "plan": (_plan_parser, _plan),
    "doctor": (_doctor_parser, _doctor),
    **HISTORY_COMMANDS,
}
