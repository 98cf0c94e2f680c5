"""The command that brings sessions of other programs into history."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from matside.app.commands.holding import held
from matside.app.terminal import CommandRefused, counted, print_lines
from matside.core.history.imports import Imported, Known, likely, meanings, named, names_in, new_of
from matside.core.history.keeping import Portions
from matside.core.ports.history import HistoryError
from matside.core.weights import Unit
from matside.files.folders import DataFolder
from matside.files.history.imports import adding, known_in
from matside.files.history.store import SqliteHistory
from matside.files.tables.reading import TableReading, UnitWanted, reading_table
from matside.files.tables.sheet import StrangeTable
from matside.files.workouts.library import catalogue_of
from matside.frozen import frozen

MOST_FAULTS = 10
"""How many rows that cannot be read are named one by one."""

Ask = Callable[[str], str]
"""Asks the athlete a question, and returns the answer."""

_Found = TypeVar("_Found")


@frozen
class ImportRequest:
    """What is asked of an import.

    `unit` is that of weights which name none, None where nobody said. `names` gives exercises for
    names, "" where a name is to stay. `agreed` says that all that is new may be added; else `ask`
    is asked, and without it nothing is added.
    """

    path: Path
    unit: Unit | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    agreed: bool = False
    ask: Ask | None = None


def import_table(data: DataFolder, request: ImportRequest) -> None:
    """Say what is new in a table, and add it to history; raise CommandRefused if it is none."""
    exercises = _exercises(data, request.names.values())
    reading = _read(request)
    try:
        with closing(SqliteHistory(data.history)) as history:
            known = known_in(history)
        found = new_of(reading.sessions, known)
        meaning = _meanings(found, exercises, known, request)
        _preview(reading, found, meaning, request.path)
        if found and _is_agreed(request):
            added = _add(data, named(found, meaning))
            print_lines([f"{counted(added, 'session')} added"], sys.stdout)
    except HistoryError as error:
        raise CommandRefused(str(error)) from error


def _exercises(data: DataFolder, wanted: Iterable[str]) -> dict[str, str]:
    """Return the names of all exercises by their ids; those that are `wanted` must be there."""
    catalogue = catalogue_of(data)
    found = {}
    for identity in catalogue.ids():
        exercise = catalogue.exercise(identity)
        if not isinstance(exercise, str):
            found[identity] = exercise.plain_name
    for identity in wanted:
        if identity and identity not in found:
            raise CommandRefused(f"there is no exercise {identity}; --map takes NAME=ID")
    return found


def _read(request: ImportRequest) -> TableReading:
    try:
        return _followed("reading", reading_table(request.path, datetime.astimezone, request.unit))
    except StrangeTable as error:
        raise CommandRefused(f"{request.path}: {error}") from error
    except UnitWanted:
        return _read(_with_unit(request))


def _with_unit(request: ImportRequest) -> ImportRequest:
    """Return `request` with the unit that the athlete answers."""
    question = "The table does not say what its weights are in. kg or lb? "
    answer = request.ask(question).strip().lower() if request.ask else ""
    if answer not in {unit.value for unit in Unit}:
        raise CommandRefused(
            f"{request.path}: the table does not say what its weights are in;"
            " add --unit kg or --unit lb"
        )
    return replace(request, unit=Unit(answer))


def _meanings(
    found: Sequence[Imported], exercises: Mapping[str, str], known: Known, request: ImportRequest
) -> dict[str, str | None]:
    """Return the exercise of each name in `found`; the athlete is asked where one is likely."""
    names = names_in(found)
    meaning = meanings(names, exercises, known)
    meaning |= {name: identity or None for name, identity in request.names.items()}
    for name in names:
        if name in meaning:
            continue
        guess = likely(name, exercises)
        meaning[name] = None
        if guess is not None and request.ask is not None and not request.agreed:
            answer = request.ask(f'Is "{name}" the exercise {guess}? [y/N, or another id] ')
            meaning[name] = _answered(answer.strip(), guess, exercises)
    return meaning


def _answered(answer: str, guess: str, exercises: Mapping[str, str]) -> str | None:
    if answer.lower() in ("y", "yes"):
        return guess
    return answer if answer in exercises else None


def _preview(
    reading: TableReading, found: Sequence[Imported], meaning: Mapping[str, str | None], path: Path
) -> None:
    """Print what the table holds, and what of it would be added."""
    shown = [*reading.faults[:MOST_FAULTS]]
    if len(reading.faults) > MOST_FAULTS:
        shown.append(f"{len(reading.faults) - MOST_FAULTS} more are left out")
    print_lines(shown, sys.stderr)
    print_lines(_summary(reading, found, path), sys.stdout)
    sets = Counter(record.name for each in found for record in each.session.sets)
    for name, number in sets.most_common():
        identity = meaning.get(name)
        said = "" if identity is None else f" = {identity}"
        print_lines([f"  {counted(number, 'set'):>10}  {name}{said}"], sys.stdout)


def _summary(reading: TableReading, found: Sequence[Imported], path: Path) -> Iterator[str]:
    starts = sorted(each.session.started for each in reading.sessions)
    span = f", {starts[0]:%Y-%m-%d} to {starts[-1]:%Y-%m-%d}" if starts else ""
    total = counted(len(reading.sessions), "session")
    yield f"{path}: {total} of {reading.origin.program}{span}"
    there = len(reading.sessions) - len(found)
    if there:
        yield f"{counted(there, 'session')} there already, and left as they are"
    if reading.left_out:
        yield f"{counted(reading.left_out, 'row')} without a set left out"
    sets = sum(len(each.session.sets) for each in found)
    yield f"{counted(len(found), 'session')} new, with {counted(sets, 'set')}"


def _is_agreed(request: ImportRequest) -> bool:
    if request.agreed:
        return True
    if request.ask is not None:
        return request.ask("Add what is new? [y/N] ").strip().lower() in ("y", "yes")
    print_lines(["nothing is added; say --yes to add what is new"], sys.stderr)
    return False


def _add(data: DataFolder, found: Sequence[Imported]) -> int:
    with held(data), closing(SqliteHistory(data.history)) as history:
        return _followed("adding", adding(history, found))


def _followed(what: str, portions: Portions[_Found]) -> _Found:
    """Return what `portions` end with; a terminal shows how far they are, and Ctrl-C ends them."""
    seen = sys.stderr.isatty()
    try:
        while True:
            part = next(portions)
            if seen:
                print(f"\r{what}: {part:4.0%}", end="", file=sys.stderr, flush=True)
    except StopIteration as end:
        found: _Found = end.value
        return found
    finally:
        portions.close()
        if seen:
            print("\r" + " " * 20, end="\r", file=sys.stderr, flush=True)
