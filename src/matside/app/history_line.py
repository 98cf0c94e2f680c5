"""The words and options of the commands that deal with history."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from matside.app.parsing import DONE, FAULTY, LAST, Command, data_of, new_parser

HISTORY = "history"
"""The command that may have another one behind it."""


def _history_parser() -> argparse.ArgumentParser:
    parser = new_parser(HISTORY, "Print the sessions that were done, newest first.")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a JSON array")
    form.add_argument("--csv", action="store_true", help="print a table with a row for each set")
    form.add_argument(
        "--strong", action="store_true", help="print a table as Strong does, which Hevy opens"
    )
    parser.add_argument(
        "session",
        nargs="?",
        type=_session_word,
        metavar="SESSION",
        help="only this one, with its sets: a number, or last",
    )
    parser.epilog = "matside history import FILE adds the sessions of a table; see its --help."
    return parser


def _session_word(text: str) -> str:
    if text != LAST and not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError("write the number of a session, or last")
    return text


def _import_parser() -> argparse.ArgumentParser:
    about = "Add the sessions in a table of Strong, Hevy, FitNotes or Matside to your history."
    parser = new_parser("history import", about)
    parser.add_argument("file", type=Path, metavar="FILE", help="a table in CSV, or our JSON")
    parser.add_argument("--yes", action="store_true", help="add what is new without a question")
    parser.add_argument(
        "--unit", choices=("kg", "lb"), help="what weights are in where the table does not say it"
    )
    parser.add_argument(
        "--map",
        action="append",
        type=_meaning,
        default=[],
        metavar="NAME=ID",
        help="the exercise that a name means; without ID it stays a name",
    )
    return parser


def _meaning(text: str) -> tuple[str, str]:
    name, sign, identity = text.rpartition("=")
    if not sign:
        raise argparse.ArgumentTypeError("write NAME=ID")
    return name, identity


def _history(arguments: argparse.Namespace) -> int:
    from matside.app.commands.sessions import Form, history

    chosen = [form for form in Form if getattr(arguments, form.value, False)]
    history(data_of(arguments), chosen[0] if chosen else Form.LINES, arguments.session)
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    from matside.app.commands.imports import ImportRequest, import_table
    from matside.core.weights import Unit

    asks = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    request = ImportRequest(
        arguments.file,
        Unit(arguments.unit) if arguments.unit else None,
        dict(arguments.map),
        agreed=arguments.yes,
        ask=input if asks else None,
    )
    import_table(data_of(arguments), request)
    return DONE


def _export_parser() -> argparse.ArgumentParser:
    parser = new_parser("export", "Write sessions as FIT files, for other programs.")
    parser.add_argument("session", nargs="?", metavar="SESSION", help="a number, or last")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.fit", help="the new file")
    parser.add_argument(
        "--all", type=Path, metavar="DIR", help="write each session into DIR, by date and title"
    )
    parser.add_argument("--replace", action="store_true", help="write over files that are there")
    return parser


def _export(arguments: argparse.Namespace) -> int:
    from matside.app.commands.sessions import export, export_all

    data = data_of(arguments)
    if (arguments.all is None) != (arguments.session is not None):
        _export_parser().error("name a session, or write --all DIR")
    if arguments.all is not None:
        good = export_all(data, arguments.all, replaces=arguments.replace)
        return DONE if good else FAULTY
    if arguments.file is None:
        _export_parser().error("name the file to write")
    export(data, arguments.session, arguments.file, replaces=arguments.replace)
    return DONE


def _backup_parser() -> argparse.ArgumentParser:
    parser = new_parser("backup", "Write history, settings, workouts and exercises to one file.")
    parser.add_argument("file", type=Path, metavar="FILE", help="the new file")
    return parser


def _backup(arguments: argparse.Namespace) -> int:
    from matside.app.commands.backups import backup

    backup(data_of(arguments), arguments.file)
    return DONE


def _restore_parser() -> argparse.ArgumentParser:
    parser = new_parser("restore", "Bring back what a backup holds, where there is no history.")
    parser.add_argument("file", type=Path, metavar="FILE", help="a backup")
    return parser


def _restore(arguments: argparse.Namespace) -> int:
    from matside.app.commands.backups import restore_from

    restore_from(arguments.file, data_of(arguments))
    return DONE


HISTORY_COMMANDS: Mapping[str, Command] = {
    HISTORY: (_history_parser, _history),
    "export": (_export_parser, _export),
    "backup": (_backup_parser, _backup),
    "restore": (_restore_parser, _restore),
}
"""The commands by their words."""

AFTER_HISTORY: Mapping[str, Command] = {"import": (_import_parser, _import)}
"""The commands that stand behind HISTORY."""
