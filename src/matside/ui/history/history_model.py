"""What the history page has read of the archive, what it changes, and what it shows of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from matside.core.history.archive import Archive
from matside.core.history.totals import SessionTotals, totals_of
from matside.core.history.weeks import TrainedDay
from matside.core.history.year import Year
from matside.core.ports.devices import Ask
from matside.core.ports.history import SessionGone
from matside.core.session.record import SessionOutcome, SessionRecord, SetRecord
from matside.core.settings import Settings
from matside.frozen import frozen
from matside.ui.history.progress.progress_model import Progress


@frozen
class _Found:
    """What was read: some sessions, and the one that is to be selected.

    `wanted` was selected before.
    """

    sessions: Sequence[SessionTotals]
    wanted: int | None
    selected: int | None
    record: SessionRecord | None


class HistoryModel(QObject):
    """The days of the whole history, the sessions of some days, and one of them with its sets.

    What is changed is shown at once, and written in order; `changed` is emitted each time, and
    `written` once it is on the disk; `deleting` has the session whose deletion was asked for, so
    that what is read because of it is read after that.
    `back` is how many years before the present one are looked at. What was not read yet is None.
    `fault` is why something could not be read or written, and `is_edited` says that something
    was changed; whoever has followed that takes it back.
    """

    changed = Signal()
    written = Signal()
    deleting = Signal(int)

    def __init__(self, archive: Archive, ask: Ask) -> None:
        super().__init__()
        self._archive = archive
        self._ask = ask
        self._span = date.min, date.max
        self._edits = self._looked = 0
        self._deleted: list[SessionTotals] = []
        self.back = 0
        self.days: Sequence[TrainedDay] | None = None
        self.sessions: Sequence[SessionTotals] | None = None
        self.selected: int | None = None
        self.record: SessionRecord | None = None
        self.fault: str | None = None
        self.is_edited = False

    @property
    def deleted(self) -> SessionTotals | None:
        """The session that was deleted last and can be put back."""
        return self._deleted[-1] if self._deleted else None

    def know(self, days: Sequence[TrainedDay]) -> None:
        """Show `days`, which somebody else has read, until they are read here."""
        if self.days is None:
            self.days = days

    def look(self, first: date, last: date) -> None:
        """Read the sessions from the day `first` to the day `last`, and then all days.

        The selected session stays selected, unless a newer one was done meanwhile.
        """
        known = self.sessions if (first, last) == self._span else None
        self._span, self._looked = (first, last), self._edits
        self._ask(
            partial(self._read, first, last, self.selected, known),
            partial(self._hear, self._span, self._edits),
        )
        # All days take longer than a year of sessions.
        self._ask(self._archive.days, partial(self._hear_days, self._edits))

    def select(self, session: int) -> None:
        """Show the sets of `session`."""
        if session != self.selected:
            self.selected, self.record = session, None
            self.changed.emit()
        self._ask(
            partial(self._archive.session, session),
            partial(self._hear_session, session, self._edits),
        )

    def change_set(self, changed: SetRecord) -> None:
        """Keep the reps and the load of `changed`, one of the sets that are shown."""
        session = self._editable
        sets = () if session is None else session.sets
        old = next((each for each in sets if each.key == changed.key), None)
        if session is None or old is None or old == changed:
            return
        if changed.reps != old.reps:
            self._write(partial(self._archive.change_reps, session.id, changed.key, changed.reps))
        if changed.load != old.load:
            self._write(partial(self._archive.change_load, session.id, changed.key, changed.load))
        self._show(replace(session, sets=tuple(changed if each is old else each for each in sets)))

    def change_note(self, note: str) -> None:
        """Keep `note` with the session that is shown."""
        session = self._editable
        if session is not None and note != (session.note or ""):
            self._write(partial(self._archive.change_note, session.id, note))
            self._show(replace(session, note=note or None))

    def rate(self, effort: int) -> None:
        """Keep how hard the session was that is shown; the same again takes it back."""
        session = self._editable
        if session is not None:
            kept = None if effort == session.effort else effort
            self._write(partial(self._archive.change_effort, session.id, kept))
            self._show(replace(session, effort=kept))

    def delete(self) -> None:
        """Delete the session that is shown, and show the next older one."""
        if self._editable is None or self.sessions is None:
            return
        places = [place for place, each in enumerate(self.sessions) if each.id == self.selected]
        if not places:
            return
        place, gone = places[0], self.sessions[places[0]]
        self.sessions = [each for each in self.sessions if each is not gone]
        self._deleted.append(gone)
        self.selected = self.record = None
        if self.sessions:
            self.selected = self.sessions[min(place, len(self.sessions) - 1)].id
        self.changed.emit()
        self._write(partial(self._archive.delete, gone.id), partial(self._is_still_there, gone))
        self.deleting.emit(gone.id)
        self._look_again()

    def put_back(self) -> None:
        """Put back the session that was deleted last, and show it."""
        if self._deleted:
            gone = self._deleted.pop()
            self.selected, self.record = gone.id, None
            self._write(partial(self._archive.put_back, gone.id), partial(self._is_gone, gone))
            self._look_again()

    def forget_deleted(self) -> None:
        """Offer none of the deleted sessions any more."""
        self._deleted.clear()
        self.changed.emit()

    @property
    def _editable(self) -> SessionRecord | None:
        """The session that is shown, unless it is not over yet."""
        is_open = self.record is None or self.record.outcome is SessionOutcome.OPEN
        return None if is_open else self.record

    def _read(
        self, first: date, last: date, wanted: int | None, known: Sequence[SessionTotals] | None
    ) -> _Found:
        sessions = self._archive.sessions(first, last)
        ids = [each.id for each in sessions]
        is_new = known is not None and not {each.id for each in known}.issuperset(ids[:1])
        selected = wanted if wanted in ids and not is_new else next(iter(ids), None)
        record = None if selected is None else self._archive.session(selected)
        return _Found(sessions, wanted, selected, record)

    def _hear(self, span: tuple[date, date], edits: int, found: _Found | Exception) -> None:
        """Show what was found, unless something else is asked for or was changed meanwhile."""
        if span != self._span:
            return
        if isinstance(found, Exception):
            self._fail(found)
        elif edits != self._edits:
            self._look_again()
        else:
            self.sessions = found.sessions
            ids = [each.id for each in found.sessions]
            self._deleted = [each for each in self._deleted if each.id not in ids]
            is_other = self.selected != found.wanted
            if not (is_other and self.selected in ids):
                self.selected, self.record = found.selected, found.record
            self.changed.emit()

    def _look_again(self) -> None:
        """Look again after an edit, unless somebody has done so since."""
        if self._looked != self._edits:
            self.look(*self._span)

    def _hear_days(self, edits: int, found: Sequence[TrainedDay] | Exception) -> None:
        """Show what was found, unless it is known or something was changed meanwhile."""
        if isinstance(found, Exception):
            self._fail(found)
        elif edits != self._edits:
            self._look_again()
        elif found != self.days:
            self.days = found
            self.changed.emit()

    def _hear_session(
        self, session: int, edits: int, found: SessionRecord | Exception | None
    ) -> None:
        """Show what was found, unless another is selected or something was changed meanwhile."""
        if isinstance(found, Exception):
            self._fail(found)
        elif session == self.selected and edits != self._edits:
            self.select(session)
        elif session == self.selected:
            self.record = found
            self.changed.emit()

    def _show(self, session: SessionRecord) -> None:
        self.record = session
        self.sessions = [
            totals_of(session) if each.id == session.id else each for each in self.sessions or ()
        ]
        self.changed.emit()

    def _is_still_there(self, session: SessionTotals, _: Exception) -> None:
        """Take back that `session` was deleted, which failed."""
        if session in self._deleted:
            self._deleted.remove(session)

    def _is_gone(self, session: SessionTotals, fault: Exception) -> None:
        """Offer `session` again, which could not be put back, unless nobody has it any more."""
        if not isinstance(fault, SessionGone):
            self._deleted.append(session)

    def _write(
        self, work: Callable[[], None], take_back: Callable[[Exception], None] = lambda _: None
    ) -> None:
        self.fault, self.is_edited = None, True
        self._edits += 1
        self._ask(work, partial(self._hear_written, take_back))

    def _hear_written(
        self, take_back: Callable[[Exception], None], found: Exception | None
    ) -> None:
        """Show what the history really has where something could not be written."""
        if isinstance(found, Exception):
            take_back(found)
            self._fail(found)
            self.look(*self._span)
        else:
            self.written.emit()

    def _fail(self, fault: Exception) -> None:
        self.fault = str(fault)
        self.changed.emit()


@frozen
class HistoryView:
    """A year with its sessions, newest first, the `selected` one with its sets, and an exercise.

    What was not read yet is None. `deleted` can be put back; `fault` is why something could not
    be read or written.
    """

    year: Year
    sessions: Sequence[SessionTotals] | None
    settings: Settings
    selected: int | None = None
    record: SessionRecord | None = None
    deleted: SessionTotals | None = None
    fault: str | None = None
    progress: Progress | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever done."""
        return self.sessions is not None and not self.sessions and self.year.is_oldest

    @property
    def selected_totals(self) -> SessionTotals | None:
        """The sums of the selected session."""
        return next((each for each in self.sessions or () if each.id == self.selected), None)
