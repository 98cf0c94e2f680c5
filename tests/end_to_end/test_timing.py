"""The real program is heard early and late as it was asked to, and wakes the speaker before."""

from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from tests.support.desktop import Desktop, Matside, running
from tests.support.sound import Recording, SoundServer

pytestmark = pytest.mark.real_time

SETTINGS = """\
welcomed: true
get_ready: 8
voice: false
wake_speaker: true
sound_offset: {offset}
"""

WORKOUT = "title: One hold\nblocks: [{kind: circuit, exercises: [{name: Plank, hold: 60 s}]}]\n"

FAINT = range(10, 101)
"""The peaks of samples that lie below what counts as heard, and yet are no silence."""


def record_get_ready(program: Matside, server: SoundServer) -> tuple[Recording, float]:
    """Start and listen to get ready; return that, and at which ms of it the hold was seen."""
    seen: list[float] = []

    def start() -> None:
        program.key("space")
        program.wait_for_title(lambda title: "Work" in title, "the hold")
        seen.append(monotonic())

    with server.listening() as listener:
        listener.hear(2)
        began = monotonic()
        starting = Thread(target=start)
        starting.start()
        recording = listener.hear(10)
        starting.join()
    return recording, 1000 * (seen[0] - began)


@pytest.mark.parametrize("offset", [-300, 300])
def test_chimes_are_heard_as_much_earlier_or_later_as_was_asked(
    desktop: Desktop, sounding: SoundServer, tmp_path: Path, offset: int
) -> None:
    """3-2-1 and go are moved against the hold on the screen; 2 s before them is no silence."""
    (tmp_path / "settings.yaml").write_text(SETTINGS.format(offset=offset))
    workout = tmp_path / "one.yaml"
    workout.write_text(WORKOUT)
    with running(desktop, tmp_path, str(workout)) as program:
        recording, hold = record_get_ready(program, sounding)
        program.kill()

    due = [hold + offset + ms for ms in (-3000, -2000, -1000, 0)]
    assert due == pytest.approx([start for start, _ in recording.bursts(gap=50)], abs=200)
    faint = [ms for ms in range(0, int(due[0]), 100) if is_faint(recording.between(ms, ms + 100))]
    assert due[0] - 2000 == pytest.approx(faint[0], abs=250)


def is_faint(part: Recording) -> bool:
    """Return whether something is played that nobody hears."""
    return max(map(abs, part.samples)) in FAINT
