"""Every situation of the pages around the stage, of the runner's workout."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial

from PySide6.QtWidgets import QWidget

from matside.core.durations import HOUR, SECOND, whole_seconds
from matside.core.history.last_time import Proposal
from matside.core.history.past import Past
from matside.core.history.weeks import TrainedDay
from matside.core.keymap import Act, Keymap
from matside.core.ports.devices import Instead, Listed, Origin, Speaks, VoiceState
from matside.core.ports.findings import Finding, Subject, What
from matside.core.settings import Settings
from matside.core.weights import Load, Unit
from matside.core.window_place import ALL_FREE, Freedom
from matside.core.workout.model import Workout
from matside.core.workout.overview import percent_of_rest
from matside.core.workout.plan import compile_plan
from matside.files.films import FilmLibrary
from matside.files.resources import bundled_exercises, bundled_films
from matside.files.workouts.catalogue import Catalogue
from matside.ui.about.about_page import AboutPage
from matside.ui.checkup.checkup_page import CheckupPage
from matside.ui.drawing.theme import Theme
from matside.ui.exercise.exercise_page import ExercisePage, ExerciseView
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.history.history_page import HistoryPage
from matside.ui.keyboard.key_choice_page import KeyChoicePage
from matside.ui.keyboard.keys_page import KeysPage
from matside.ui.settings.settings_page import SettingsPage, SettingsView
from matside.ui.start.athlete.athlete_view import Athlete, AthleteView
from matside.ui.start.rounds_stepper import rounds_on_tiles
from matside.ui.start.start_page import StartPage
from matside.ui.start.start_view import StartView
from matside.ui.start.title_button import TitleButton
from matside.ui.summary.resume_page import ResumePage, ResumeView
from matside.ui.welcome.welcome_page import WelcomePage
from tests.support.core_samples import seconds_of
from tests.support.data_pages import data_pages
from tests.support.finish_situations import LAST, STARTED, finish_pages, past
from tests.support.situations import WEIGHTS
from tests.support.trained import history_view

NAME = "upper-body-for-runners"
ENDS = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
NO_SOUND = "No sound device, no chimes: F2 in the settings says why"
BROKEN = Listed(
    "thursday",
    None,
    (
        "thursday.yaml:8:15: `hold` is not a length of time; write 45, 45 s, 2 min or 1:30",
        "thursday.yaml:12:7: there is no key `round` in a block; did you mean `rounds`?",
    ),
    origin=Origin.OWN,
)


FOLDER = "~/.local/share/matside"
WELL = (
    Finding(What.VERSIONS, {"matside": "1.0.0", "pyside": "6.11.3", "python": "3.11.7"}),
    Finding(What.SYSTEM, {"system": "Debian GNU/Linux 12, Linux 6.1.0", "machine": "x86_64"}),
    Finding(What.COMPLETE, {"fonts": "3", "sounds": "8", "workouts": "1", "exercises": "11"}),
    Finding(What.WINDOW_OPENS, {"platform": "wayland", "screens": "1"}),
    Finding(What.SOUND_DEVICE, {"device": "Built-in Audio Analog Stereo"}),
    Finding(What.VOICE, {"engine": "espeak-ng 1.51", "program": "/usr/bin/espeak-ng"}),
    Finding(What.BUS),
    Finding(What.AWAKE, {"method": "org.freedesktop.ScreenSaver"}),
    Finding(What.DATA_WRITABLE, {"folder": FOLDER, "free": "69 GiB"}),
    Finding(What.SETTINGS_READ, {"file": f"{FOLDER}/settings.yaml"}),
    Finding(What.HISTORY_SOUND, {"sessions": "212", "size": "1.4 MiB", "version": "1"}),
    Finding(
        What.WORKOUTS_GOOD, {"workouts": "3", "folder": f"{FOLDER}/workouts", "exercises": "2"}
    ),
    Finding(What.WINDOW_OPEN, {"process": "4711"}),
    Finding(What.LOG_KEPT, {"file": f"{FOLDER}/log.txt"}),
)
FAULTY = {
    Subject.SOUND: Finding(
        What.NO_SOUND_LIBRARY, {"libraries": "libpulse.so.0", "packages": "libpulse0"}
    ),
    Subject.VOICE: Finding(What.NO_VOICE),
    Subject.HISTORY: Finding(
        What.HISTORY_DAMAGED,
        {"file": f"{FOLDER}/history.sqlite3", "reason": "database disk image is malformed"},
    ),
    Subject.WORKOUTS: Finding(
        What.WORKOUTS_FAULTY,
        {"faulty": "2", "fault": f"{FOLDER}/workouts/{BROKEN.faults[0]}"},
    ),
}
FOUND = tuple(FAULTY.get(finding.subject, finding) for finding in WELL)

Make = Callable[[], QWidget]
"""Makes a page as it is to be seen."""


def page_situations(workout: Workout, theme: Theme, notice: str = NO_SOUND) -> Mapping[str, Make]:
    """Return what makes the pages in each of their situations, by name.

    Those that are warned say `notice`.
    """
    return {
        **_start_pages(workout, theme, notice),
        **finish_pages(workout, theme, notice, decoder),
        "settings": partial(_settings, workout, theme, in_session=False),
        "settings-in-session": partial(_settings, workout, theme, in_session=True),
        "settings-weights": partial(_settings, workout, theme, in_session=False, known=WEIGHTS),
        **data_pages(theme),
        "checkup": partial(_checkup, theme, FOUND),
        "checkup-well": partial(_checkup, theme, WELL),
        "checkup-looking": partial(_checkup, theme, ()),
        "keys": partial(_keys, theme),
        "key-choice": partial(_key_choice, theme),
        "exercise": partial(_exercise, workout, theme),
        **_history_pages(workout, theme, notice),
        "about": partial(_about, workout, theme),
        "resume": partial(_resume, workout, theme, None),
        "resume-warned": partial(_resume, workout, theme, notice),
        "welcome": partial(_welcome, workout, theme, silent=None),
        "welcome-silent": partial(_welcome, workout, theme, silent=notice),
    }


@cache
def decoder() -> FilmDecoder:
    """Return what has the bundled films, with the body that is shown as it comes."""
    shelf = FilmLibrary(bundled_films(), _catalogue())
    return FilmDecoder(lambda identity: shelf.reel(identity, Settings().body))


@cache
def _catalogue() -> Catalogue:
    return Catalogue([bundled_exercises()])


def _exercise(workout: Workout, theme: Theme) -> QWidget:
    page = ExercisePage(theme, decoder=decoder())
    block = workout.blocks[1]
    page.show_exercises(
        [
            ExerciseView(
                each,
                _catalogue().advice(each.id or ""),
                block.kind,
                Proposal(12, Load(5_000, Unit.KILOGRAM), is_weighted=True),
            )
            for each in block.exercises
        ]
    )
    return page


def _history_pages(workout: Workout, theme: Theme, notice: str) -> Mapping[str, Make]:
    counts = {"history-empty": 0, "history-one": 1, "history": 10, "history-thousand": 1000}
    return {
        name: partial(_history, workout, theme, count, notice if count == 1 else None)
        for name, count in counts.items()
    }


def _history(workout: Workout, theme: Theme, count: int, notice: str | None) -> QWidget:
    """Return the history with `count` sessions; of ten one has been deleted."""
    page, view = HistoryPage(theme), history_view(workout, count)
    page.sheet.offered.setInterval(HOUR)  # however long it takes to look at all sizes
    deleted = (view.sessions or ())[-1] if count == 10 else None
    page.show_view(replace(view, deleted=deleted, fault=notice))
    return page


def _about(workout: Workout, theme: Theme) -> QWidget:
    page = AboutPage(theme, "1.0.0")
    page.show_workout(workout)
    return page


def _start_pages(workout: Workout, theme: Theme, notice: str) -> Mapping[str, Make]:
    view = start_view(workout)
    chosen = start_view(workout, rounds=2, left_out=frozenset({1, 4}))
    left_out = replace(chosen, notice=notice, muted=True)
    own = replace(view, voice=VoiceState(Speaks.ENGINE, instead=Instead.OTHER_WORDS))
    listing = (BROKEN, *view.listing)
    broken = replace(view, listing=listing, selected=BROKEN.name, workout=None, plan=None)
    empty = replace(broken, listing=(), selected="")
    views = {
        "start": view,
        "start-own-words": own,
        "start-weights": start_view(workout, settings=WEIGHTS),
        "start-warned": replace(view, notice=notice),
        "start-left-out": left_out,
        "start-broken": broken,
        "start-empty": empty,
    }
    views |= _athletes(view)
    pages = {name: partial(start_page, view, theme) for name, view in views.items()}
    return {**pages, "start-list": partial(_start_list, workout, theme)}


def _athletes(view: StartView) -> Mapping[str, StartView]:
    """Return `view` for athletes with one, ten and a thousand sessions behind them."""
    own = Listed("mine", view.workout, origin=Origin.OWN)
    view = replace(view, listing=(*view.listing, own))
    last = replace(LAST, started=STARTED - timedelta(days=1))
    return {
        "start-one": replace(view, athlete=athlete(past(0, last=last), goal=1)),
        "start-due": replace(view, athlete=athlete(past(10), goal=1)),
        "start-thousand": replace(view, athlete=athlete(past(1_000, last=last), goal=1)),
    }


def athlete(known: Past, goal: int) -> AthleteView | None:
    """Return what the start page knows of an athlete with the past `known`, and the last one."""
    days = {each.day: each for each in known.days}
    for session in known.last.values():
        day = session.started.date()
        days.setdefault(day, TrainedDay(day, 1, 1440))
    ordered = tuple(days[day] for day in sorted(days))
    return Athlete().view(replace(known, days=ordered), ENDS.date(), goal=goal, first_day=0)


def _start_list(workout: Workout, theme: Theme) -> QWidget:
    """Return a start page whose list of workouts is open where it is not seen anyway."""
    view = start_view(workout)
    own = Listed("mine", workout, origin=Origin.OWN)
    page = start_page(replace(view, listing=(*view.listing, own)), theme)
    page.resize(800, 600)
    page.findChildren(TitleButton)[0].click()
    return page


def start_view(
    workout: Workout,
    rounds: int | None = None,
    left_out: frozenset[int] = frozenset(),
    settings: Settings | None = None,
) -> StartView:
    """Return what the start page shows of `workout` with this choice."""
    settings = settings or Settings()
    plan = compile_plan(workout.chosen(rounds=rounds, left_out=left_out), settings)
    tiles = [offered for offered in rounds_on_tiles(workout, rounds) if offered]
    return StartView(
        listing=(Listed(NAME, workout),),
        selected=NAME,
        workout=workout,
        plan=plan,
        rounds=rounds,
        left_out=left_out,
        totals={
            n: seconds_of(workout.chosen(rounds=n, left_out=left_out), settings) for n in tiles
        },
        total=whole_seconds(plan.estimate),
        ends=ENDS,
        volume=settings.volume,
        muted=False,
        weights=settings.weights,
        lengths={NAME: whole_seconds(compile_plan(workout, settings).estimate)},
    )


def start_page(view: StartView, theme: Theme) -> QWidget:
    """Return a start page that shows `view`."""
    page = StartPage(theme, decoder=decoder)
    page.show_view(view)
    return page


def _settings(
    workout: Workout, theme: Theme, *, in_session: bool, known: Settings | None = None
) -> QWidget:
    """Return the settings: in a session with another voice, on a desktop that forbids much."""
    settings = known or Settings()
    plan = compile_plan(workout, settings)
    page = SettingsPage(theme)
    page.show_view(
        SettingsView(
            settings=settings,
            voice=(
                VoiceState(Speaks.ENGINE, instead=Instead.OTHER_WORDS)
                if in_session
                else VoiceState(Speaks.RECORDED)
            ),
            total=whole_seconds(plan.estimate),
            totals={n: seconds_of(workout.chosen(rounds=n), settings) for n in (2, 3, 4)},
            percent_of_rest=percent_of_rest(plan),
            rounds=workout.rounds_as_written,
            ends=ENDS,
            in_session=in_session,
            freedom=Freedom(stays_on_top=False, is_placed=False) if in_session else ALL_FREE,
        )
    )
    return page


def _checkup(theme: Theme, findings: Sequence[Finding]) -> QWidget:
    page = CheckupPage(theme)
    page.show_findings(findings, is_running=not findings)
    return page


def _keys(theme: Theme) -> QWidget:
    page = KeysPage(theme)
    page.show_in_session(True)
    return page


def _key_choice(theme: Theme) -> QWidget:
    page = KeyChoicePage(theme)
    page.show_keymap(Keymap({Act.PRESS: ("B", "Space"), Act.MUTE: ("Ctrl+F5",)}))
    return page


def _welcome(workout: Workout, theme: Theme, *, silent: str | None) -> QWidget:
    page = WelcomePage(theme, decoder=decoder())
    page.show_exercise(workout.blocks[1].exercises[0], still=False)
    page.show_sound(Settings().volume, muted=False, silent=silent)
    return page


def _resume(workout: Workout, theme: Theme, notice: str | None) -> QWidget:
    plan = compile_plan(workout, Settings())
    place = plan.place_of(plan.sets[12].key)
    left = plan.estimate_after(plan.steps[place].key) // SECOND
    skipped = frozenset(plan.place_of(step.key) for step in plan.sets[7:9])
    page = ResumePage(theme)
    page.show_notice(notice)
    view = ResumeView(
        workout.title, STARTED, plan, place, plan.sets[12], behind=0, done=10, left=left
    )
    page.show_view(replace(view, skipped=skipped))
    return page
