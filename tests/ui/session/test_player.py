"""The player hands instants to the core, late or early, and tells everybody in order."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Told, ask_at_once
from matside.core.session.clock import Clock
from matside.core.session.laws import Law
from matside.core.session.looks import PauseReason
from matside.core.session.record import OpenSession, PauseBegan, PauseEnded, SetOutcome
from matside.core.session.values import Command, Idle, Over, Paused, Running, SetEnded, StepBegan
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Workout
from matside.core.workout.plan import compile_plan
from matside.core.workout.steps import Work
from matside.ui.session.player import BEAT, Player
from matside.ui.session.program import Program
from tests.support.fakes import FakeDisk, FakeHistory, FakeListener, FakeTicks, fake_wall

WORKOUT = Workout(
    "Short",
    (
        Block(
            "Superset 1",
            BlockKind.SUPERSET,
            (Exercise("Curl", Reps(8)), Exercise("Stretch", Hold(30))),
            rounds=2,
        ),
    ),
)


class Stage:
    """A player with everything it needs, and the means to move its world."""

    def __init__(
        self,
        *,
        listeners: tuple[FakeListener, ...] = (),
        speed: float = 1.0,
        disk: FakeDisk | None = None,
    ) -> None:
        self.ticks = FakeTicks(speed)
        self.history = FakeHistory()
        self.disk = disk or FakeDisk()
        recorder = Recorder(self.history, ask=self.disk.ask if disk else ask_at_once)
        self.listener = FakeListener()
        self.player = Player(self.ticks.clock, fake_wall, recorder, (*listeners, self.listener))
        self.settings = Settings()
        self.player.load(Program("short", WORKOUT, compile_plan(WORKOUT, self.settings)))

    def wait(self, ms: int) -> None:
        """Let `ms` go by with a beat every second."""
        while ms > 0:
            self.ticks.go_on(min(ms, SECOND))
            ms -= SECOND
            self.player.beat()

    def start_first_set(self) -> None:
        """Start, go through get ready, and be one second in the first set."""
        self.player.press()
        self.wait(11 * SECOND)


def left_open(stage: Stage, session: int = 1) -> OpenSession:
    """Return the session of `stage` as it is read back from history."""
    program = stage.player.program
    assert program is not None
    return OpenSession(
        session,
        program.name,
        program.workout,
        program.plan,
        fake_wall(),
        stage.history.positions[-1],
        tuple(stage.player.sets.values()),
    )


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """Return a player at rest."""
    del qtbot
    return Stage()


def test_space_leads_from_the_start_to_the_end(stage: Stage) -> None:
    """Presses and time alone take a workout to its end, with every set in history."""
    stage.player.press()
    while not isinstance(stage.player.phase, Over):
        stage.wait(SECOND)
        reading = stage.player.reading()
        if reading is not None and reading.seconds is None:
            stage.player.press()
    assert [["Curl", "Stretch", "Curl", "Stretch"]] == list(stage.history.sets.values())
    assert [["finished"]] == list(stage.history.outcomes.values())


def test_what_happened_is_to_be_written_before_the_screen_is_told(stage: Stage) -> None:
    """When `changed` comes, the disk has been asked already; here it answers at once."""
    stage.start_first_set()
    seen: list[list[str]] = []
    stage.player.changed.connect(lambda: seen.append(list(stage.history.sets[1])))
    stage.ticks.go_on(SECOND)
    stage.player.press()
    assert [["Curl"]] == seen


def slow(qtbot: QtBot) -> Stage:
    """Return a player in its first set, on a disk that takes its time from now on."""
    del qtbot
    stage = Stage(disk=FakeDisk())
    stage.start_first_set()
    stage.disk.catch_up()
    return stage


def test_nobody_waits_for_the_disk(qtbot: QtBot) -> None:
    """A press is heard, shown and followed by the next step while nothing of it is written."""
    stage = slow(qtbot)
    with qtbot.waitSignals([stage.player.pressed, stage.player.changed]):
        stage.player.press()
    assert 1 == len([fact for fact in stage.listener.facts if isinstance(fact, SetEnded)])
    reading = stage.player.reading()
    assert reading is not None
    assert not isinstance(reading.step, Work)
    stage.wait(10 * SECOND)
    reading = stage.player.reading()
    assert reading is not None
    assert (True, [[]]) == (isinstance(reading.step, Work), list(stage.history.sets.values()))
    stage.disk.catch_up()
    assert [["Curl"]] == list(stage.history.sets.values())


def test_only_what_is_on_the_disk_is_called_done(qtbot: QtBot) -> None:
    """Before that the set is one of the unsaved, and no press is confirmed."""
    stage = slow(qtbot)
    stage.player.press()
    assert ([1], None) == (sorted(stage.player.record.unsaved), confirmed(stage))
    stage.disk.catch_up()
    assert ([], SetOutcome.DONE) == (sorted(stage.player.record.unsaved), confirmed(stage))


def confirmed(stage: Stage) -> SetOutcome | None:
    """Return what the screen says that the press has made of the set."""
    reading = stage.player.reading()
    assert reading is not None
    return reading.confirmed


def test_a_set_that_was_done_another_way_is_unsaved_until_that_is_written(qtbot: QtBot) -> None:
    """Taken back and skipped, it is on the disk as done, which the screen does not say."""
    stage = slow(qtbot)
    stage.player.press()
    stage.disk.catch_up()
    stage.ticks.go_on(SECOND)
    stage.player.command(Command.BACK)
    assert [] == sorted(stage.player.record.unsaved)
    stage.player.command(Command.SKIP)
    assert 1 == len(stage.player.record.unsaved)
    stage.disk.catch_up()
    assert [] == sorted(stage.player.record.unsaved)


def test_a_write_of_our_own_is_no_sleep(qtbot: QtBot) -> None:
    """A session whose disk does not answer for a minute goes on all the time."""
    stage = slow(qtbot)
    stage.wait(60 * SECOND)
    assert isinstance(stage.player.phase, Running)
    stage.disk.catch_up()
    stage.player.beat()
    assert isinstance(stage.player.phase, Running)


def test_another_beat_comes_whatever_is_raised(qtbot: QtBot) -> None:
    """Also where the session has just begun, and nothing was armed before."""
    del qtbot
    stage = Stage(disk=Overwhelmed())
    with pytest.raises(MemoryError):
        stage.player.press()
    timer = stage.player.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(timer, QTimer)
    assert (True, BEAT) == (timer.isActive(), timer.interval())
    timer.stop()
    stage.wait(11 * SECOND)
    reading = stage.player.reading()
    assert reading is not None
    assert (True, True) == (isinstance(reading.step, Work), timer.isActive())
    stage.disk.catch_up()
    assert ["Short"] == [opening.workout.title for opening in stage.history.openings]


class Overwhelmed(FakeDisk):
    """A disk of which nobody can ask anything the first time: there is no memory left."""

    has_memory = False

    def ask(self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        """Raise, and have memory from then on."""
        if not self.has_memory:
            self.has_memory = True
            raise MemoryError
        super().ask(work, answer)


def test_a_late_beat_starts_the_next_step_when_it_was_due(stage: Stage) -> None:
    """A step's successor starts at the instant the step was due to end."""
    stage.player.press()
    stage.wait(9_000)
    stage.ticks.go_on(4_000)
    stage.player.beat()
    began = [fact for fact in stage.listener.facts if isinstance(fact, StepBegan)]
    assert [0, 10_000] == [fact.at - 1_000_000 for fact in began]


def test_an_early_beat_changes_nothing(stage: Stage) -> None:
    """A timer that fires early leaves the phase as it is."""
    stage.player.press()
    before = stage.player.phase
    stage.wait(6_999)
    assert before == stage.player.phase


def test_every_beat_writes_the_position(stage: Stage) -> None:
    """A beat without any fact still stores how far the step has come."""
    stage.start_first_set()
    stage.wait(3_000)
    assert [2_000, 3_000, 4_000] == [found.elapsed for found in stage.history.positions[-3:]]


def test_a_press_that_counts_is_told_before_what_it_changes(stage: Stage) -> None:
    """The second of two quick presses counts neither here nor on a page, and is not told."""
    told: list[str] = []
    stage.start_first_set()
    stage.player.pressed.connect(lambda: told.append("pressed"))
    stage.player.changed.connect(lambda: told.append("changed"))
    stage.player.press()
    assert ["pressed", "changed"] == told
    stage.ticks.go_on(300)
    stage.player.press()
    assert not stage.player.take_press()
    assert ["pressed", "changed"] == told
    stage.ticks.go_on(400)
    assert stage.player.take_press()
    stage.player.press()
    assert ["pressed", "changed"] == told


def test_sleep_pauses_at_the_last_beat(stage: Stage) -> None:
    """A gap of more than 5 s is the machine's sleep: the session stands where it last beat."""
    stage.start_first_set()
    stage.wait(2_000)
    stage.ticks.go_on(5_001)
    stage.player.beat()
    phase = stage.player.phase
    assert isinstance(phase, Paused)
    assert (PauseReason.SLEPT, 3_000) == (phase.why, phase.progress.elapsed)


def test_the_press_that_finds_the_sleep_is_dropped(stage: Stage) -> None:
    """A Space that wakes the laptop marks no set done."""
    stage.start_first_set()
    stage.wait(2_000)
    stage.ticks.go_on(60_000)
    stage.player.press()
    assert isinstance(stage.player.phase, Paused)
    assert [] == [fact for fact in stage.listener.facts if isinstance(fact, SetEnded)]


def test_a_gap_of_five_seconds_is_no_sleep(stage: Stage) -> None:
    """The session goes on after a gap of exactly 5 s."""
    stage.start_first_set()
    stage.ticks.go_on(5_000)
    stage.player.beat()
    assert isinstance(stage.player.phase, Running)


def test_sleep_is_measured_in_unscaled_time(qtbot: QtBot) -> None:
    """At sixtyfold speed a second of real time is a minute of the session, and no sleep."""
    del qtbot
    fast = Stage(speed=60)
    fast.player.press()
    fast.ticks.go_on(1_000)
    fast.player.beat()
    assert isinstance(fast.player.phase, Running)
    began = [fact for fact in fast.listener.facts if isinstance(fact, StepBegan)]
    assert 2 == len(began)


def test_a_pause_is_never_taken_for_sleep(stage: Stage) -> None:
    """A paused session stays paused as asked, however long the machine sleeps."""
    stage.start_first_set()
    stage.player.command(Command.PAUSE)
    stage.ticks.go_on(3_600_000)
    stage.player.beat()
    assert isinstance(stage.player.phase, Paused)
    assert PauseReason.ASKED is stage.player.phase.why


def test_a_listener_that_fails_is_switched_off_alone(qtbot: QtBot) -> None:
    """One listener's error stops neither the workout nor the others, and is told once."""
    failing = FakeListener(fails=True)
    stage = Stage(listeners=(failing,))
    with qtbot.waitSignal(stage.player.listener_failed) as told:
        stage.player.press()
    stage.wait(10 * SECOND)
    assert [failing] == told.args
    assert 2 == len([fact for fact in stage.listener.facts if isinstance(fact, StepBegan)])


def test_history_that_fails_is_said_and_caught_up(stage: Stage) -> None:
    """Sets done while history cannot be written are written with the next beat that can."""
    said: list[str | None] = []
    stage.player.recording.failing_changed.connect(said.append)
    stage.start_first_set()
    stage.history.broken = "the disk is full"
    stage.player.press()
    stage.wait(2_000)
    assert ["the disk is full"] == said
    assert [] == stage.history.sets[1]
    stage.history.broken = None
    stage.wait(1_000)
    assert ["the disk is full", None] == said
    assert ["Curl"] == stage.history.sets[1]


def test_a_session_begins_in_history_when_it_can(stage: Stage) -> None:
    """A history that fails at the start gets the opening and all sets later."""
    stage.history.broken = "locked"
    stage.start_first_set()
    stage.player.press()
    stage.history.broken = None
    stage.wait(1_000)
    assert ["Short"] == [opening.workout.title for opening in stage.history.openings]
    assert ["Curl"] == stage.history.sets[1]


def test_what_a_session_could_not_write_is_written_after_it(stage: Stage) -> None:
    """A full disk at the end of a session is tried again on the start page too."""
    stage.start_first_set()
    stage.player.press()
    stage.history.broken = "the disk is full"
    stage.player.command(Command.STOP)
    stage.player.leave()
    stage.wait(1_000)
    assert stage.player.recording.recorder.is_behind
    stage.history.broken = None
    stage.wait(1_000)
    assert not stage.player.recording.recorder.is_behind
    assert {1: ["stopped"]} == stage.history.outcomes


def test_hours_go_by_the_wall_also_at_speed(qtbot: QtBot) -> None:
    """At tenfold speed a pause of ten real seconds lasts as long on the wall, asleep or awake."""
    del qtbot
    stage = Stage(speed=10.0)
    stage.player.press()
    stage.ticks.go_on(400)
    stage.player.command(Command.PAUSE)
    stage.ticks.go_on(10_000)
    stage.player.command(Command.RESUME)

    paused = fake_wall() + timedelta(milliseconds=400)
    resumed = paused + timedelta(seconds=10)
    assert [PauseBegan(paused), PauseEnded(resumed)] == stage.history.stood
    assert resumed == stage.history.positions[-1].seen


def test_a_session_that_is_over_is_seen_no_more(stage: Stage) -> None:
    """However long the finish page is looked at, the session was over when it was."""
    stage.start_first_set()
    stage.player.press()
    stage.player.command(Command.STOP)
    stage.wait(30_000)

    assert fake_wall() + timedelta(seconds=11) == stage.history.positions[-1].seen


def test_a_stop_that_is_undone_is_a_pause(stage: Stage) -> None:
    """The session stood still from the stop on, and goes on when it is resumed."""
    stage.start_first_set()
    stage.player.command(Command.STOP)
    stage.ticks.go_on(30_000)
    stage.player.command(Command.BACK)
    stage.ticks.go_on(5_000)
    stage.player.command(Command.RESUME)

    stopped, back, resumed = (fake_wall() + timedelta(seconds=at) for at in (11, 41, 46))
    expected = [PauseBegan(stopped), PauseEnded(back), PauseBegan(back), PauseEnded(resumed)]
    assert expected == stage.history.stood


def test_a_killed_session_stood_still_since_it_was_seen_last(stage: Stage) -> None:
    """Until it goes on; and that is written as soon as it is taken up."""
    stage.start_first_set()
    left = left_open(stage)
    seen = fake_wall() - timedelta(hours=2)
    again = Stage()
    again.player.take_up(replace(left, position=replace(left.position, seen=seen)))
    again.ticks.go_on(3_000)
    again.player.command(Command.RESUME)

    assert [
        PauseBegan(seen),
        PauseEnded(fake_wall() + timedelta(seconds=3)),
    ] == again.history.stood


def test_a_wish_does_not_outlive_its_session(qtbot: QtBot) -> None:
    """What is owed to history after a session is tried once a second, and not all the time."""
    del qtbot
    stage = Stage(listeners=(FakeListener(wishes=(2 * SECOND,)),))
    stage.history.broken = "the disk is full"
    stage.player.press()
    stage.player.command(Command.STOP)
    stage.player.leave()
    stage.ticks.go_on(3 * SECOND)
    stage.player.beat()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    timer = stage.player.findChild(QTimer, options=direct)
    assert isinstance(timer, QTimer)
    assert (True, BEAT) == (stage.player.recording.recorder.is_behind, timer.interval())


def test_changed_rests_hold_from_the_next_rest_on(stage: Stage) -> None:
    """Settings changed in a rest leave it as it is and change the later ones."""
    stage.start_first_set()
    stage.player.press()
    stage.player.replan(Settings(between_exercises=25, between_rounds=50))
    assert stage.player.program is not None
    lengths = [step.length for step in stage.player.program.plan.steps]
    assert [10_000, None, 10_000, 30_000, 50_000, None, 25_000, 30_000] == lengths


def test_rep_pace_holds_at_once(stage: Stage) -> None:
    """The counted set under way begins again by the clock, and ends by itself."""
    stage.start_first_set()
    stage.player.replan(Settings(rep_pace=True))
    phase = stage.player.phase
    assert isinstance(phase, Running)
    assert (0, 24_000) == (phase.progress.elapsed, phase.progress.length)
    stage.wait(3_000 + 24_000)
    assert ["Curl"] == stage.history.sets[1]


def test_what_was_due_before_new_settings_happens_before_them(stage: Stage) -> None:
    """A hold that has ended unnoticed is done, and the rest after it stays as it was."""
    stage.start_first_set()
    stage.player.press()
    stage.wait(10_000 + 29_000)
    stage.ticks.go_on(2_000)
    stage.player.replan(Settings(between_rounds=50))
    phase = stage.player.phase
    assert isinstance(phase, Running)
    assert (["Curl", "Stretch"], 20_000) == (stage.history.sets[1], phase.progress.length)


def test_new_settings_that_find_the_sleep_leave_the_session_at_its_last_beat(
    stage: Stage,
) -> None:
    """The settings hold, and what was slept through does not count."""
    stage.start_first_set()
    stage.ticks.go_on(60_000)
    stage.player.replan(Settings(wait=True))
    phase = stage.player.phase
    assert isinstance(phase, Paused)
    assert (PauseReason.SLEPT, 1_000) == (phase.why, phase.progress.elapsed)
    assert stage.player.program is not None
    assert stage.player.program.plan.wait


def test_key_is_told_whether_it_finds_the_sleep(stage: Stage) -> None:
    """Out of a session nothing can be slept through; in one a gap of more than 5 s is told."""
    stage.ticks.go_on(60_000)
    assert not stage.player.finds_sleep()
    stage.start_first_set()
    stage.ticks.go_on(5_000)
    assert not stage.player.finds_sleep()
    stage.ticks.go_on(5_001)
    assert stage.player.finds_sleep()
    assert not stage.player.finds_sleep()


@pytest.mark.parametrize(
    ("settings", "tellings"),
    [(Settings(volume=20, muted=True, fullscreen=True), 0), (Settings(between_rounds=50), 1)],
)
def test_settings_that_change_no_plan_are_none_of_the_session_s(
    stage: Stage, settings: Settings, tellings: int
) -> None:
    """Another volume leaves the very same plan, and nobody is told; longer rests are told."""
    stage.start_first_set()
    told: list[str] = []
    program = stage.player.program
    stage.player.changed.connect(lambda: told.append("changed"))
    stage.player.replan(settings)
    assert tellings == len(told)
    assert (program is stage.player.program) == (tellings == 0)


def test_out_of_a_session_settings_change_no_plan(stage: Stage) -> None:
    """Before the start the plan is the preparation's to make."""
    before = stage.player.program
    stage.player.replan(Settings(get_ready=0, between_exercises=0))
    assert before == stage.player.program


def test_an_open_session_is_taken_up_paused(stage: Stage) -> None:
    """A session read back stands paused at its position, with its sets, and goes on."""
    stage.start_first_set()
    stage.player.press()
    stage.wait(4_000)
    left = left_open(stage)
    again = Stage()
    again.player.take_up(left)
    phase = again.player.phase
    assert isinstance(phase, Paused)
    assert 4_000 == phase.progress.elapsed
    again.ticks.go_on(700)
    again.player.press()
    assert isinstance(again.player.phase, Running)
    assert list(stage.player.sets) == list(again.player.sets)


def test_a_paced_set_is_taken_up_where_it_was(stage: Stage) -> None:
    """With its plan, its reps and its pace; after the lead-in it runs to its end by itself."""
    stage.start_first_set()
    stage.player.replan(Settings(rep_pace=True))
    stage.wait(3_000 + 7_000)
    again = Stage()
    again.player.take_up(left_open(stage))
    reading = again.player.reading()
    assert reading is not None
    assert (3, 17) == (reading.rep, reading.seconds)
    again.player.command(Command.RESUME)
    again.wait(5_000 + 17_000)
    assert ["Curl"] == [record.name for record in again.player.sets.values()]


def test_the_press_that_took_a_session_up_does_not_resume_it(stage: Stage) -> None:
    """The guard covers the offer: a double press takes up once and resumes nothing."""
    stage.start_first_set()
    left = left_open(stage)
    assert stage.player.take_press()
    stage.player.take_up(left)
    stage.ticks.go_on(300)
    stage.player.press()
    assert isinstance(stage.player.phase, Paused)


def test_a_session_put_away_is_stopped(stage: Stage) -> None:
    """An offered session that is not taken up is kept as one that stopped when it was seen."""
    stage.start_first_set()
    left = left_open(stage, session=7)
    seen = fake_wall() - timedelta(hours=2)
    again = Stage()
    again.player.put_away(replace(left, position=replace(left.position, seen=seen)))
    assert ({7: ["stopped"]}, [seen]) == (again.history.outcomes, again.history.ended)
    assert isinstance(again.player.phase, Idle)


def test_leaving_the_finish_page_keeps_the_guard(stage: Stage) -> None:
    """The press that closes the finish page does not start the workout anew."""
    stage.start_first_set()
    stage.player.command(Command.STOP)
    stage.ticks.go_on(1_000)
    assert stage.player.take_press()
    stage.player.leave()
    stage.ticks.go_on(300)
    stage.player.press()
    assert isinstance(stage.player.phase, Idle)


def test_nothing_is_written_between_two_sessions(stage: Stage) -> None:
    """A beat or command on the start page leaves the last session's record alone."""
    stage.start_first_set()
    stage.player.command(Command.STOP)
    stage.player.leave()
    written = len(stage.history.positions)
    stage.player.command(Command.BACK)
    stage.player.beat()
    assert written == len(stage.history.positions)


def test_the_next_change_is_the_next_second_of_the_countdown(stage: Stage) -> None:
    """The screen is to be read again when the digits change, not later."""
    stage.player.press()
    stage.ticks.go_on(250)
    stage.player.beat()
    assert 750 == stage.player.next_change()


def test_the_timer_runs_a_session_by_itself(qtbot: QtBot) -> None:
    """With a real clock the player's own timer ends get ready."""
    player = Player(Clock(time.monotonic_ns, 100.0), fake_wall, Recorder(FakeHistory()))
    player.load(Program("short", WORKOUT, compile_plan(WORKOUT, Settings())))
    player.press()
    qtbot.waitUntil(
        lambda: (found := player.reading()) is not None and isinstance(found.step, Work)
    )
    player.command(Command.STOP)


@pytest.mark.real_time
@pytest.mark.parametrize("is_over", [False, True])
def test_a_listener_is_heard_when_it_wishes(qtbot: QtBot, *, is_over: bool) -> None:
    """Long before the next beat, also when the session has just ended."""
    listener = FakeListener(wishes=(300,))
    clock = Clock(time.monotonic_ns)
    player = Player(clock, fake_wall, Recorder(FakeHistory()), (listener,))
    player.load(Program("short", WORKOUT, compile_plan(WORKOUT, Settings())))
    player.press()
    if is_over:
        player.command(Command.STOP)
    before = len(listener.heard)

    qtbot.waitUntil(lambda: len(listener.heard) > before)

    assert 300 <= listener.heard[before] - listener.heard[0] < 900
    player.command(Command.STOP)


def test_what_cannot_be_is_told_in_the_log_and_the_workout_goes_on(
    stage: Stage, broken_laws: list[str]
) -> None:
    """A hold that stands beyond its end, as no rule leaves one, is loud."""
    stage.start_first_set()
    session = left_open(stage)
    hold = session.plan.sets[1]
    beyond = replace(session.position, key=hold.key, elapsed=40 * SECOND, length=30 * SECOND)
    stage.player.command(Command.STOP)
    stage.player.leave()

    stage.player.take_up(replace(session, position=beyond))
    stage.player.command(Command.STOP)

    assert [Law.ELAPSED.value] == broken_laws
    assert isinstance(stage.player.phase, Over)
    broken_laws.clear()


def test_settings_hold_in_a_session_that_is_over(stage: Stage) -> None:
    """They are written with its plan, so that what BACK leads to follows them after a kill too."""
    stage.start_first_set()
    stage.player.command(Command.STOP)

    stage.player.replan(Settings(rep_pace=True))
    stage.player.command(Command.BACK)

    assert isinstance(stage.player.phase, Paused)
    assert 8 * 3 * SECOND == stage.player.phase.progress.length
    assert stage.player.program is not None
    assert 3 * SECOND == stage.player.program.plan.sets[0].pace
