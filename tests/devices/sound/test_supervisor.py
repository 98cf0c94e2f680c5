"""The sound process is kept running, and the window never waits for it."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from matside.devices.sound.messages import Message, Play, Ready, Silent
from matside.devices.sound.supervisor import SoundSupervisor
from tests.support.processes import children, is_running

pytestmark = pytest.mark.usefixtures("qapp")

PATIENCE = 30_000

READY = "print('[\"Ready\"]', flush=True); "
WAIT = "import sys; sys.stdin.read()"
HANG = "import signal; signal.pause()"

Keep = Callable[..., SoundSupervisor]


@pytest.fixture
def keep() -> Iterator[Keep]:
    """Give keepers of processes that run a line of Python, and stop them afterwards."""
    kept: list[SoundSupervisor] = []

    def make(code: str, *, server_is_there: Callable[[], bool] = lambda: True) -> SoundSupervisor:
        command = (sys.executable, "-S", "-c", code)
        kept.append(SoundSupervisor(command=command, server_is_there=server_is_there))
        return kept[-1]

    yield make
    for supervisor in kept:
        supervisor.stop()


def heard(supervisor: SoundSupervisor) -> list[Message]:
    """Return a list that grows by what is said."""
    messages: list[Message] = []
    supervisor.told.connect(messages.append)
    return messages


def test_a_process_that_ends_is_followed_by_another(qtbot: QtBot, keep: Keep) -> None:
    """Each says its first word, and its end is told before the next."""
    supervisor = keep(READY)
    told: list[object] = []
    supervisor.told.connect(told.append)
    supervisor.lost.connect(lambda: told.append("lost"))

    supervisor.start()

    qtbot.waitUntil(lambda: len(told) >= 4, timeout=PATIENCE)
    assert [Ready(), "lost", Ready(), "lost"] == told[:4]


@pytest.mark.real_time
def test_a_process_that_keeps_ending_is_started_less_and_less(
    qtbot: QtBot, keep: Keep, tmp_path: Path
) -> None:
    """From the second failure on each wait is longer than the one before."""
    marks = tmp_path / "marks"
    supervisor = keep(f"import time; open({str(marks)!r}, 'a').write(f'{{time.monotonic()}}\\n')")

    supervisor.start()

    qtbot.waitUntil(
        lambda: marks.exists() and marks.read_text().count("\n") >= 5, timeout=PATIENCE
    )
    starts = [float(mark) for mark in marks.read_text().split()]
    waits = [after - before for before, after in pairwise(starts)]
    assert [0.25, 0.5, 1] == pytest.approx(waits[1:4], abs=0.25)
    assert sorted(waits) == waits


TELL_BACKEND = (
    "import os; backend = os.environ.get('QT_AUDIO_BACKEND', 'own');"
    "open({place!r}, 'a').write(backend + ' ');"
)


def backends(qtbot: QtBot, supervisor: SoundSupervisor, place: Path, count: int) -> list[str]:
    """Return by what the first `count` processes are to play, as they wrote it to `place`."""
    supervisor.start()
    qtbot.waitUntil(
        lambda: place.exists() and len(place.read_text().split()) >= count, timeout=PATIENCE
    )
    return place.read_text().split()[:count]


def test_after_a_crash_sound_is_tried_by_pulseaudio(
    qtbot: QtBot, keep: Keep, tmp_path: Path
) -> None:
    """Where that crashes too Qt chooses again; so neither of them is given up for good."""
    place = tmp_path / "backends"
    supervisor = keep(TELL_BACKEND.format(place=str(place)) + "os.abort()")

    assert ["own", "pulseaudio", "own"] == backends(qtbot, supervisor, place, 3)


@pytest.mark.parametrize("end", [READY + "os.abort()", "os._exit(1)", "os.kill(os.getpid(), 9)"])
def test_after_another_end_sound_is_tried_as_before(
    qtbot: QtBot, keep: Keep, tmp_path: Path, end: str
) -> None:
    """A process that has begun to play, that gives up or is killed has chosen well."""
    place = tmp_path / "backends"
    supervisor = keep(TELL_BACKEND.format(place=str(place)) + end)

    assert ["own", "own"] == backends(qtbot, supervisor, place, 2)


def test_a_process_that_cannot_be_started_is_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    """Nothing raises, and once the program is there it runs."""
    program = tmp_path / "program"
    supervisor = SoundSupervisor(command=[str(program)], server_is_there=lambda: True)
    supervisor.start()

    program.write_text(f"#!{sys.executable}\n{READY}{WAIT}\n")
    program.chmod(0o700)
    with qtbot.waitSignal(supervisor.told, timeout=PATIENCE) as told:
        pass
    supervisor.stop()

    assert [Ready()] == told.args


def test_without_a_server_no_process_is_started(qtbot: QtBot, keep: Keep) -> None:
    """That is said for it; when a server answers the next process comes at once."""
    servers: list[str] = []
    supervisor = keep("pass", server_is_there=lambda: bool(servers))
    messages = heard(supervisor)
    supervisor.start()
    qtbot.waitUntil(lambda: bool(messages), timeout=PATIENCE)
    assert [Silent("no device", "no sound server answers")] == messages

    # Without a server to wait for, the next process would follow the first at once.
    with qtbot.assertNotEmitted(supervisor.lost, wait=700):
        pass
    servers.append("a server")
    with qtbot.waitSignal(supervisor.lost, timeout=PATIENCE):
        pass


@pytest.mark.real_time
def test_a_process_that_hangs_holds_nobody_up_and_is_replaced(qtbot: QtBot, keep: Keep) -> None:
    """Speaking to it returns at once even when its pipe is full; then another comes."""
    supervisor = keep(READY + HANG)
    with qtbot.waitSignal(supervisor.told, timeout=PATIENCE):
        supervisor.start()
    messages = heard(supervisor)

    took = 0.0
    for clip in range(5_000):
        began = time.monotonic()
        supervisor.say(Play(clip, "go.wav", 0))
        took = max(took, time.monotonic() - began)

    assert took < 0.1
    qtbot.waitUntil(lambda: Ready() in messages, timeout=PATIENCE)
    assert [Silent("no device", "the sound process hangs"), Ready()] == messages


def test_a_process_is_told_what_is_said_to_it(qtbot: QtBot, keep: Keep) -> None:
    """It reads one message a line."""
    supervisor = keep(READY + "print(input(), flush=True); " + WAIT)
    messages = heard(supervisor)
    supervisor.start()
    qtbot.waitUntil(lambda: bool(messages), timeout=PATIENCE)

    supervisor.say(Play(7, "go.wav", 0))

    qtbot.waitUntil(lambda: len(messages) == 2, timeout=PATIENCE)
    assert Play(7, "go.wav", 0) == messages[1]


def test_what_a_process_prints_besides_is_passed_over(qtbot: QtBot, keep: Keep) -> None:
    """Its messages arrive, and its end is noticed."""
    supervisor = keep("print('a greeting from a library'); " + READY)
    messages = heard(supervisor)

    with qtbot.waitSignal(supervisor.lost, timeout=PATIENCE):
        supervisor.start()

    assert [Ready()] == messages


def test_stopping_ends_the_process_for_good(qtbot: QtBot, keep: Keep) -> None:
    """Its standard input ends, and no other follows; what is said then goes nowhere."""
    supervisor = keep(READY + WAIT)
    before = set(_children())
    with qtbot.waitSignal(supervisor.told, timeout=PATIENCE):
        supervisor.start()
    (process,) = set(_children()) - before

    with qtbot.assertNotEmitted(supervisor.lost, wait=500):
        supervisor.stop()
        supervisor.say(Play(1, "go.wav", 0))

    qtbot.waitUntil(lambda: not is_running(process), timeout=PATIENCE)
    assert before == set(_children())


def _children() -> Sequence[int]:
    return children(os.getpid())
