"""The objects that the window works with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from matside.core.ports.devices import Ask, ask_at_once
from matside.core.window_place import Freedom
from matside.core.workout.model import Advice
from matside.ui.session.known_past import KnownPast
from matside.ui.session.outputs import Outputs
from matside.ui.session.preferences import Preferences
from matside.ui.start.preparation import Preparation
from matside.ui.words.local_words import first_day

if TYPE_CHECKING:
    from matside.core.history.archive import Archive
    from matside.core.history.keeping import Keeping
    from matside.core.history.past import Past
    from matside.ui.checkup.checkup import Checkup, Findings
    from matside.ui.figures.film_decoder import FilmDecoder
    from matside.ui.history.history_model import HistoryModel
    from matside.ui.history.progress.progress_model import ProgressModel
    from matside.ui.session.player import Player
    from matside.ui.settings.data.data_tasks import DataTasks
    from matside.ui.settings.data.data_view import TaskKind
    from matside.ui.start.athlete.athlete_view import Athlete, AthleteView
    from matside.ui.start.start_view import StartView


def no_advice(identity: str) -> Advice:
    """Return empty advice for every exercise."""
    del identity
    return Advice()


def _blind_decoder() -> "FilmDecoder":
    """Return a decoder that has no film."""
    from matside.ui.figures.film_decoder import FilmDecoder

    return FilmDecoder()


def _show_folder(path: str) -> None:
    """Have the desktop show the folder at `path`."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class Services:
    """The session's player, what is chosen and preferred, the outputs, and the wall clock.

    `player`, `archive`, the sessions that were done, and `make_keeping`, which makes what does
    things with all that is kept, are given last: the start page does without them, and is seen
    before they are made. `ask` asks the archive beside the window, `known_past` is what is known
    of the sessions before, and `show_folder` has the desktop show a folder.
    `advice` is what is said of exercises by their ids, and `freedom` what the desktop lets the
    window do.
    """

    player: "Player"
    archive: "Archive"
    make_keeping: "Callable[[], Keeping]"

    def __init__(
        self,
        preparation: Preparation,
        preferences: Preferences,
        outputs: Outputs,
        wall: Callable[[], datetime],
        *,
        examine: Callable[[], "Findings"] = tuple,
        make_decoder: Callable[[], "FilmDecoder"] = _blind_decoder,
        advice: Callable[[str], Advice] = no_advice,
        freedom: Callable[[], Freedom] = Freedom,
        ask: Ask = ask_at_once,
    ) -> None:
        """Find out about the machine by `examine`; where nothing is given nothing is found."""
        self.preparation = preparation
        self.preferences = preferences
        self.outputs = outputs
        self.wall = wall
        self.advice = advice
        self.freedom = freedom
        self.ask = ask
        self.known_past = KnownPast()
        self._examine = examine
        self._make_decoder = make_decoder
        self.show_folder: Callable[[str], object] = _show_folder

    @cached_property
    def checkup(self) -> "Checkup":
        """What works on the machine; made when it is first asked for."""
        from matside.ui.checkup.checkup import Checkup

        return Checkup(self._examine)

    @cached_property
    def history(self) -> "HistoryModel":
        """What the history page has read of the archive; made when it is first asked for."""
        from matside.ui.history.history_model import HistoryModel

        model = HistoryModel(self.archive, self.ask)
        model.deleting.connect(self._let_go)
        return model

    @cached_property
    def progress(self) -> "ProgressModel":
        """What it has read of the exercises; made when it is first asked for."""
        from matside.ui.history.progress.progress_model import ProgressModel

        return ProgressModel(self.archive, self.ask)

    @cached_property
    def keeping(self) -> "Keeping":
        """What does things with all that is kept; made when it is first asked for."""
        return self.make_keeping()

    @cached_property
    def data_tasks(self) -> "DataTasks":
        """What is done with all that is kept; it gives way to a session."""
        from matside.ui.settings.data.data_tasks import DataTasks

        tasks, player = DataTasks(self.keeping, self.preferences, self.ask), self.player
        tasks.settings_replaced.connect(self.preparation.choose_anew)
        tasks.kept_changed.connect(self.preparation.look_again)
        tasks.kept_changed.connect(self.known_past.look_again)
        tasks.deleting.connect(lambda on: player.recording.recorder.hold(on=on))
        tasks.all_deleted.connect(self._forget_deleted)
        player.changed.connect(lambda: tasks.give_way() if player.in_session else None)
        return tasks

    def _forget_deleted(self) -> None:
        """Let nothing come back that was deleted: no session of before, done or only offered."""
        self.player.forget()
        if "history" in self.__dict__:
            self.history.forget_deleted()

    def _let_go(self, session: int) -> None:
        """Let BACK, or what is rated on the finish page, not write a deleted session anew."""
        if self.player.let_go(session):
            self.preparation.take_all_blocks()

    def begin_task(self, kind: "TaskKind") -> None:
        """Begin to do something with all that is kept."""
        self.data_tasks.begin(kind)

    def open_folder(self) -> None:
        """Show the folder with all that is kept, in the desktop's own way."""
        self.show_folder(self.keeping.folder)

    def stop_tasks(self) -> None:
        """Stop what is being done with all that is kept, for the program ends."""
        if "data_tasks" in self.__dict__:
            self.data_tasks.give_way()

    @cached_property
    def decoder(self) -> "FilmDecoder":
        """The films of exercises; made when they are first asked for."""
        return self._make_decoder()

    def start_view(self, notice: str | None) -> "StartView":
        """Return what the start page shows, with the warning `notice`."""
        past = self.known_past.past
        return replace(
            self.preparation.view(self.wall(), notice),
            voice=self.outputs.voice,
            before=self.known_past.before,
            athlete=None if past is None else self._known_of(past),
            awaits_athlete=past is None and self.preferences.settings.welcomed,
        )

    def _known_of(self, past: "Past") -> "AthleteView | None":
        settings = self.preferences.settings
        begins, goal = first_day(settings.week_begins), settings.weekly_goal
        return self._athlete.view(past, self.wall().date(), goal=goal, first_day=begins)

    @cached_property
    def _athlete(self) -> "Athlete":
        from matside.ui.start.athlete.athlete_view import Athlete

        return Athlete()
