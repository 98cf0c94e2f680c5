"""What the athlete chooses on the start page, before a session is under way."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from matside.core.durations import whole_seconds
from matside.core.ports.devices import Library, Listed
from matside.core.session.estimate import ends
from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.overview import percent_of
from matside.core.workout.plan import as_planned, compile_plan, is_too_long, sizes_of
from matside.ui.session.player import Program
from matside.ui.session.preferences import Preferences
from matside.ui.start.listed_lengths import ListedLengths
from matside.ui.start.rounds_stepper import rounds_on_tiles
from matside.ui.start.start_view import StartView


class Figures(NamedTuple):
    """How long the chosen workout takes, known without making a plan.

    `estimate` is in ms; `totals` are whole seconds by number of rounds.
    """

    estimate: int
    percent_of_rest: int
    totals: Mapping[int, int]


class Preparation(QObject):
    """The chosen workout, its rounds and its blocks.

    The workout and its rounds are saved in the settings, the blocks are not. `changed` tells
    that the program has changed, `counted` that more lengths are
    known.
    """

    changed = Signal()
    counted = Signal()

    def __init__(
        self,
        library: Library,
        preferences: Preferences,
        *,
        given: Listed | None = None,
        rounds: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Choose `given`, else the workout chosen last time, else the first.

        `rounds` are those requested at launch, which are not saved.
        """
        super().__init__(parent)
        self._library = library
        self._preferences = preferences
        self._given = given
        self._listing = self._read()
        self._left_out: frozenset[int] = frozenset()
        remembered = preferences.settings.last_workout
        self._selected = self._named(given.name if given else remembered)
        self._rounds = self._remembered_rounds() if rounds is None else rounds
        self._shown: tuple[tuple[object, ...], StartView] | None = None
        self._made: tuple[tuple[object, ...], Program] | None = None
        self._figures: tuple[tuple[object, ...], Figures] | None = None
        self._offered: tuple[tuple[object, ...], tuple[int, ...]] | None = None
        self._lengths = ListedLengths(self)
        self._lengths.counted.connect(self.counted)

    @property
    def workout(self) -> Workout | None:
        """The chosen workout as written, None if its file has faults."""
        return self._selected.workout

    @property
    def rounds(self) -> int | None:
        """The chosen rounds, None for those of the file."""
        return self._rounds

    def look_again(self) -> None:
        """Read the workouts again, because their files may have changed."""
        listing = self._read()
        if listing == self._listing:
            return
        before, self._listing = self._selected, listing
        self._selected = self._named(before.name)
        if self._selected != before:
            self._left_out = self._kept_out(before)
        if self._selected.name != before.name:
            self._rounds = self._remembered_rounds()
        self.changed.emit()

    def select(self, name: str) -> None:
        """Choose the workout listed as `name`, with all its blocks and its saved rounds."""
        self._selected = self._named(name)
        self._left_out = frozenset()
        self._rounds = self._remembered_rounds()
        self._remember(last_workout=self._selected.name)
        self.changed.emit()

    def choose_rounds(self, rounds: int | None) -> None:
        """Choose the rounds of all supersets and circuits, None for those of the file.

        A number that would make the plan too long is ignored.
        """
        if not self._may_have(rounds):
            return
        self._rounds = rounds
        chosen = dict(self._preferences.settings.rounds)
        chosen.pop(self._selected.name, None)
        if rounds is not None:
            chosen[self._selected.name] = rounds
        self._remember(rounds=chosen)
        self.changed.emit()

    def choose_rounds_as_written(self) -> None:
        """Choose the rounds of the file, and forget any saved choice."""
        self.choose_rounds(None)

    def start_as_written(self) -> None:
        """Use the rounds of the file for the next session; the saved choice stays."""
        self._rounds = None
        self.changed.emit()

    def toggle_block(self, place: int) -> None:
        """Leave the block at `place`, from 0, out of the next session, or include it again.

        The last included block stays; a place without a block changes nothing.
        """
        workout = self._selected.workout
        if workout is None or place >= len(workout.blocks):
            return
        left_out = self._left_out ^ {place}
        if len(left_out) < len(workout.blocks):
            self._left_out = left_out
            self.changed.emit()

    def take_all_blocks(self) -> None:
        """Include all blocks again, because leaving out applies to one session only."""
        self._left_out = frozenset()
        self.changed.emit()

    def program(self) -> Program | None:
        """Return the program of the next session, None if the file has faults.

        It is the same object until something it depends on changes.
        """
        workout = self._selected.workout
        if workout is None:
            return None
        rules = as_planned(self._preferences.settings)
        choice = (self._selected, self._rounds, self._left_out, rules)
        if self._made is None or self._made[0] != choice:
            chosen = workout.chosen(rounds=self._rounds, left_out=self._left_out)
            program = Program(self._selected.name, chosen, compile_plan(chosen, rules))
            self._made = choice, program
        return self._made[1]

    def figures(self) -> Figures | None:
        """Return how long the chosen workout takes, None if its file has faults."""
        workout = self._selected.workout
        if workout is None:
            return None
        rules = as_planned(self._preferences.settings)
        choice = (self._selected, self._rounds, self._left_out, rules)
        if self._figures is None or self._figures[0] != choice:
            self._figures = choice, self._counted(workout, rules)
        return self._figures[1]

    def view(self, now: datetime, notice: str | None) -> StartView:
        """Return what the start page shows at `now`, with the lengths of all listed workouts."""
        lengths = self._lengths.of(self._listing, self._preferences.settings)
        return replace(self.choice(now), notice=notice, lengths=lengths)

    def choice(self, now: datetime) -> StartView:
        """Return the view of the current choice at `now`, without the other workouts.

        The page is refreshed every few seconds, and counting a long workout is slow: values that
        depend only on the choice are cached until it changes.
        """
        settings = self._preferences.settings
        rules = as_planned(settings)
        choice = (self._listing, self._selected, self._rounds, self._left_out, rules)
        if self._shown is None or self._shown[0] != choice:
            self._shown = choice, self._chosen(now)
        view = self._shown[1]
        estimate = 0 if view.plan is None else view.plan.estimate
        return replace(
            view,
            ends=ends(now, estimate),
            volume=settings.volume,
            muted=settings.muted,
            remembered=settings.rounds,
        )

    def _chosen(self, now: datetime) -> StartView:
        program, figures = self.program(), self.figures()
        plan = None if program is None else program.plan
        settings = self._preferences.settings
        return StartView(
            listing=self._listing,
            selected=self._selected.name,
            workout=self._selected.workout,
            plan=plan,
            rounds=self._rounds,
            left_out=self._left_out,
            totals={} if figures is None else figures.totals,
            total=0 if plan is None else whole_seconds(plan.estimate),
            ends=now,
            volume=settings.volume,
            muted=settings.muted,
        )

    def _read(self) -> tuple[Listed, ...]:
        listing = self._library.listing()
        if self._given is None or self._given.name in _names(listing):
            return listing
        return (self._given, *listing)

    def _counted(self, workout: Workout, rules: Settings) -> Figures:
        offered = self._other_rounds(workout)
        kept = workout.chosen(left_out=self._left_out)
        sizes = sizes_of(kept, rules, (self._rounds, *offered))
        _, estimate, rest = sizes[self._rounds]
        totals = {rounds: whole_seconds(sizes[rounds].estimate) for rounds in offered}
        return Figures(estimate, percent_of(rest, estimate), totals)

    def _other_rounds(self, workout: Workout) -> tuple[int, ...]:
        """Return the rounds on the tiles that can be chosen, which no setting changes."""
        choice = (self._selected, self._rounds)
        if self._offered is None or self._offered[0] != choice:
            tiles = rounds_on_tiles(workout, self._rounds)
            self._offered = choice, tuple(n for n in tiles if n and self._may_have(n))
        return self._offered[1]

    def _may_have(self, rounds: int | None) -> bool:
        workout = self._selected.workout
        return workout is not None and not is_too_long(workout.chosen(rounds=rounds))

    def _kept_out(self, before: Listed) -> frozenset[int]:
        """Return which blocks stay left out where the file of the workout `before` has changed.

        They do where it has as many blocks of the same names; else they may be others.
        """
        if self._selected.name != before.name or _names_of_blocks(self._selected) != (
            _names_of_blocks(before)
        ):
            return frozenset()
        return self._left_out

    def _named(self, name: str) -> Listed:
        """Return the workout listed as `name`, else the first that can be done, else any."""
        named = (listed for listed in self._listing if listed.name == name)
        good = (listed for listed in self._listing if listed.workout is not None)
        any_ = iter(self._listing)
        return next(named, None) or next(good, None) or next(any_, None) or Listed("", None)

    def _remembered_rounds(self) -> int | None:
        return self._preferences.settings.rounds.get(self._selected.name)

    def _remember(
        self, *, last_workout: str | None = None, rounds: Mapping[str, int] | None = None
    ) -> None:
        settings = self._preferences.settings
        if last_workout is not None:
            settings = replace(settings, last_workout=last_workout)
        if rounds is not None:
            settings = replace(settings, rounds=rounds)
        self._preferences.change(settings)


def _names(listing: tuple[Listed, ...]) -> frozenset[str]:
    return frozenset(listed.name for listed in listing)


def _names_of_blocks(listed: Listed) -> tuple[str, ...]:
    return () if listed.workout is None else tuple(block.name for block in listed.workout.blocks)
