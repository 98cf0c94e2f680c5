"""What the athlete chooses on the start page, before a session is under way."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from matside.core.durations import ends, whole_seconds
from matside.core.ports.devices import Library, Listed
from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan
from matside.ui.kit.turns import Turn
from matside.ui.session.preferences import Preferences
from matside.ui.session.program import Program
from matside.ui.start.listed_lengths import ListedLengths
from matside.ui.start.program_maker import Choice, Figures, ProgramMaker, finish, takes_long
from matside.ui.start.start_view import StartView


class Preparation(QObject):
    """The chosen workout, its rounds and its blocks.

    The workout and its rounds are saved in the settings, the blocks are not. The plan of a very
    long workout is made in several passes of the event loop, and until it is there the choice
    before holds. `changed` tells that the program has changed, `counted` that more lengths are
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
        listed = self._named(given.name if given else preferences.settings.last_workout)
        remembered = self._remembered_rounds(listed) if rounds is None else rounds
        self._choice = self._latest = Choice(listed, remembered)
        self._shown: tuple[tuple[object, ...], StartView] | None = None
        self._maker = ProgramMaker(preferences)
        self._making: Iterator[None] = iter(())
        self._wanted = self._maker.with_rules(self._choice)
        self._turn = Turn(self, self._go_on)
        self._lengths = ListedLengths(self)
        self._lengths.counted.connect(self.counted)

    @property
    def workout(self) -> Workout | None:
        """The chosen workout as written, None if its file has faults."""
        return self._choice.listed.workout

    @property
    def workouts(self) -> tuple[Workout, ...]:
        """All workouts without faults, the chosen one first."""
        listed = (self._choice.listed, *self._listing)
        return tuple(each.workout for each in listed if each.workout is not None)

    @property
    def rounds(self) -> int | None:
        """The chosen rounds, None for those of the file."""
        return self._choice.rounds

    def look_again(self) -> None:
        """Read the workouts again, because their files may have changed."""
        listing = self._read()
        if listing == self._listing:
            return
        before, self._listing = self._latest, listing
        listed = self._named(before.listed.name)
        if listed.name != before.listed.name:
            self._take(Choice(listed, self._remembered_rounds(listed)))
        elif listed != before.listed:
            kept_out = _kept_out(before, listed)
            self._take(Choice(listed, before.rounds, kept_out))
        else:
            self._take(before)

    def choose_anew(self) -> None:
        """Choose by the settings alone, with all blocks, because others have come in their place.

        What was requested at launch is no part of them.
        """
        self._listing = self._read()
        listed = self._named(self._preferences.settings.last_workout)
        self._take(Choice(listed, self._remembered_rounds(listed)))

    def select(self, name: str) -> None:
        """Choose the workout listed as `name`, with all its blocks and its saved rounds."""
        listed = self._named(name)
        self._remember(last_workout=listed.name)
        self._take(Choice(listed, self._remembered_rounds(listed)))

    def choose_rounds(self, rounds: int | None) -> None:
        """Choose the rounds of all supersets and circuits, None for those of the file.

        A number that would make the plan too long is ignored.
        """
        listed = self._latest.listed
        if not self._maker.may_have(self._latest, rounds):
            return
        chosen = dict(self._preferences.settings.rounds)
        chosen.pop(listed.name, None)
        if rounds is not None:
            chosen[listed.name] = rounds
        self._remember(rounds=chosen)
        self._take(self._latest._replace(rounds=rounds))

    def choose_rounds_as_written(self) -> None:
        """Choose the rounds of the file, and forget any saved choice."""
        self.choose_rounds(None)

    def start_as_written(self) -> None:
        """Use the rounds of the file for the next session; the saved choice stays."""
        self._take(self._latest._replace(rounds=None))

    def toggle_block(self, place: int) -> None:
        """Leave the block at `place`, from 0, out of the next session, or include it again.

        The last included block stays; a place without a block changes nothing.
        """
        workout = self._latest.listed.workout
        if workout is None or place >= len(workout.blocks):
            return
        left_out = self._latest.left_out ^ {place}
        if len(left_out) < len(workout.blocks):
            self._take(self._latest._replace(left_out=left_out))

    def take_all_blocks(self) -> None:
        """Include all blocks again, because leaving out applies to one session only."""
        self._take(self._latest._replace(left_out=frozenset()))

    def make(self) -> Iterator[None]:
        """Make what is chosen, a little at a time."""
        yield from self._maker.make(self._choice)

    def settle(self) -> None:
        """Let the latest choice hold at once, however long its plan takes to make."""
        if self._turn.is_active:
            finish(self._making)
            self._go_on()

    def program(self) -> Program | None:
        """Return the program of the next session, None if the file has faults.

        It is the same object until something it depends on changes; that of a long workout
        follows a change of the settings later, and `changed` tells when.
        """
        if self.workout is None:
            return None
        if self._maker.program_of(self._choice) is None:
            finish(self._maker.make(self._choice))
        elif not self._maker.is_current(self._choice) and not self._is_being_made():
            self._take(self._latest, tells=takes_long(self._choice))
        return self._maker.program_of(self._choice)

    def figures(self) -> Figures | None:
        """Return how long the chosen workout takes, None if its file has faults."""
        return None if self.workout is None else self._maker.figures_of(self._choice)

    def view(self, now: datetime, notice: str | None) -> StartView:
        """Return what the start page shows at `now`, with the lengths of all listed workouts."""
        lengths = self._lengths.of(self._listing, self._preferences.settings)
        return replace(self.choice(now), notice=notice, lengths=lengths)

    def choice(self, now: datetime) -> StartView:
        """Return the view of the current choice at `now`, without the other workouts.

        The page is refreshed every few seconds, and counting a long workout is slow: values that
        depend only on the choice are cached until it changes.
        """
        settings, program = self._preferences.settings, self.program()
        choice = (self._listing, *self._maker.with_rules(self._choice))
        plan = None if program is None else program.plan
        if self._shown is None or self._shown[1].plan is not plan or self._shown[0] != choice:
            self._shown = choice, self._chosen(plan, now)
        view = self._shown[1]
        estimate = 0 if view.plan is None else view.plan.estimate
        return replace(
            view,
            ends=ends(now, estimate),
            volume=settings.volume,
            muted=settings.muted,
            remembered=settings.rounds,
            weights=settings.weights,
        )

    def _chosen(self, plan: Plan | None, now: datetime) -> StartView:
        figures, settings = self.figures(), self._preferences.settings
        return StartView(
            listing=self._listing,
            selected=self._choice.listed.name,
            workout=self.workout,
            plan=plan,
            rounds=self._choice.rounds,
            left_out=self._choice.left_out,
            totals={} if figures is None else figures.totals,
            total=0 if plan is None else whole_seconds(plan.estimate),
            ends=now,
            volume=settings.volume,
            muted=settings.muted,
            weights=settings.weights,
        )

    def _take(self, choice: Choice, *, tells: bool = True) -> None:
        """Let `choice` hold as soon as its program is made, which takes a while if it is long."""
        self._latest, self._making = choice, self._maker.make(choice)
        self._wanted = self._maker.with_rules(choice)
        if takes_long(choice):
            self._turn.start()
        else:
            finish(self._making)
            self._hold(tells=tells)

    def _is_being_made(self) -> bool:
        """Return whether the latest choice is being made by the present settings."""
        return self._turn.is_active and self._wanted == self._maker.with_rules(self._latest)

    def _go_on(self) -> None:
        if next(self._making, self) is self:
            self._hold(tells=True)

    def _hold(self, *, tells: bool) -> None:
        self._turn.stop()
        self._choice = self._latest
        if tells:
            self.changed.emit()

    def _read(self) -> tuple[Listed, ...]:
        listing = self._library.listing()
        if self._given is None or self._given.name in _names(listing):
            return listing
        return (self._given, *listing)

    def _named(self, name: str) -> Listed:
        """Return the workout listed as `name`, else the first that can be done, else any."""
        named = (listed for listed in self._listing if listed.name == name)
        good = (listed for listed in self._listing if listed.workout is not None)
        any_ = iter(self._listing)
        return next(named, None) or next(good, None) or next(any_, None) or Listed("", None)

    def _remembered_rounds(self, listed: Listed) -> int | None:
        return self._preferences.settings.rounds.get(listed.name)

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


def _kept_out(before: Choice, listed: Listed) -> frozenset[int]:
    """Return which blocks stay left out where the file of the workout `before` has changed.

    They do where it has as many blocks of the same names; else they may be others.
    """
    same = _names_of_blocks(listed) == _names_of_blocks(before.listed)
    return before.left_out if same else frozenset()


def _names_of_blocks(listed: Listed) -> tuple[str, ...]:
    return () if listed.workout is None else tuple(block.name for block in listed.workout.blocks)
