"""Every situation of the pages around the stage, of the runner's workout."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial

from PySide6.QtWidgets import QWidget

from matside.core.durations import SECOND, whole_seconds
from matside.core.history.ledger import Ending
from matside.core.keymap import Act, Keymap
from matside.core.ports.devices import Instead, Listed, Origin, Speaks, VoiceState
from matside.core.ports.findings import Finding, Subject, What
from matside.core.session.estimate import seconds_of
from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.overview import percent_of_rest
from matside.core.workout.plan import Plan, Work, compile_plan
from matside.files.films import FilmLibrary
from matside.files.resources import bundled_exercises, bundled_films
from matside.files.workouts.catalogue import Catalogue
from matside.ui.checkup.checkup_page import CheckupPage
from matside.ui.drawing.theme import Theme
from matside.ui.exercise.exercise_page import ExercisePage, ExerciseView
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.keyboard.key_choice_page import KeyChoicePage
from matside.ui.keyboard.keys_page import KeysPage
from matside.ui.settings.settings_page import SettingsPage, SettingsView
from matside.ui.start.rounds_stepper import rounds_on_tiles
from matside.ui.start.start_page import StartPage
from matside.ui.start.start_view import StartView
from matside.ui.summary.finish_page import FinishPage, FinishView
from matside.ui.summary.resume_page import ResumePage, ResumeView
from matside.ui.welcome.welcome_page import WelcomePage

NAME = "upper-body-for-runners"
STARTED = datetime(2026, 11, 22, 18, 5, tzinfo=UTC)
ENDS = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)
NO_SOUND = "No sound device: the workout runs without chimes"
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
        **_finish_pages(workout, theme, notice),
        "settings": partial(_settings, workout, theme, in_session=False),
        "settings-in-session": partial(_settings, workout, theme, in_session=True),
        "checkup": partial(_checkup, theme, FOUND),
        "checkup-well": partial(_checkup, theme, WELL),
        "checkup-looking": partial(_checkup, theme, ()),
        "keys": partial(_keys, theme),
        "key-choice": partial(_key_choice, theme),
        "exercise": partial(_exercise, workout, theme),
        "resume": partial(_resume, workout, theme, None),
        "resume-warned": partial(_resume, workout, theme, notice),
        "welcome": partial(_welcome, theme, silent=None),
        "welcome-silent": partial(_welcome, theme, silent=notice),
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
        [ExerciseView(each, _catalogue().advice(each.id or "")) for each in block.exercises]
    )
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
        "start-warned": replace(view, notice=notice),
        "start-left-out": left_out,
        "start-broken": broken,
        "start-empty": empty,
    }
    return {name: partial(start_page, view, theme) for name, view in views.items()}


def start_view(
    workout: Workout, rounds: int | None = None, left_out: frozenset[int] = frozenset()
) -> StartView:
    """Return what the start page shows of `workout` with this choice."""
    settings = Settings()
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
        lengths={NAME: whole_seconds(compile_plan(workout, settings).estimate)},
    )


def start_page(view: StartView, theme: Theme) -> QWidget:
    """Return a start page that shows `view`."""
    page = StartPage(theme, decoder=decoder())
    page.show_view(view)
    return page


def _settings(workout: Workout, theme: Theme, *, in_session: bool) -> QWidget:
    settings = Settings()
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


def _welcome(theme: Theme, *, silent: str | None) -> QWidget:
    page = WelcomePage(theme)
    page.show_sound(Settings().volume, muted=False, silent=silent)
    return page


def _finish_pages(workout: Workout, theme: Theme, notice: str) -> Mapping[str, Make]:
    plan = compile_plan(workout, Settings())
    sets = [place for place, step in enumerate(plan.steps) if isinstance(step, Work)]
    all_done = _finish_view(workout, plan, frozenset(sets))
    views = {
        "finish": all_done,
        "finish-skipped": replace(
            all_done,
            done=frozenset(sets) - {sets[11], sets[12]},
            skipped=frozenset({sets[11], sets[12]}),
            pauses=2,
            pause_seconds=72,
        ),
        "finish-stopped": replace(
            all_done, ending=Ending.STOPPED, done=frozenset(sets[:17]), seconds=764
        ),
        "finish-cut-short": replace(
            all_done,
            ending=Ending.CUT_SHORT,
            done=frozenset(sets[:7]),
            skipped=frozenset(sets[7:]),
            seconds=311,
        ),
    }
    return {
        "finish-warned": partial(_finish, views["finish-skipped"], theme, notice),
        **{name: partial(_finish, view, theme, None) for name, view in views.items()},
    }


def _finish_view(workout: Workout, plan: Plan, done: frozenset[int]) -> FinishView:
    return FinishView(
        title=workout.title,
        date=STARTED,
        ending=Ending.DONE,
        plan=plan,
        done=done,
        skipped=frozenset(),
        seconds=1450,
        planned_seconds=whole_seconds(plan.estimate),
        pause_seconds=0,
        pauses=0,
    )


def _finish(view: FinishView, theme: Theme, notice: str | None) -> QWidget:
    page = FinishPage(theme)
    page.show_notice(notice)
    page.show_view(view)
    return page


def _resume(workout: Workout, theme: Theme, notice: str | None) -> QWidget:
    plan = compile_plan(workout, Settings())
    place = plan.place_of(plan.sets[12].key)
    left = plan.estimate_after(plan.steps[place].key) // SECOND
    skipped = frozenset(plan.place_of(step.key) for step in plan.sets[7:9])
    page = ResumePage(theme)
    page.show_notice(notice)
    view = ResumeView(workout.title, STARTED, plan, place, 0.4, done=10, left=left)
    page.show_view(replace(view, skipped=skipped))
    return page
