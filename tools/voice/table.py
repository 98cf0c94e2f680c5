"""Prints everything that is said in a workout: when in its step, how long, and what was dropped.

`python -m tools.voice.table [SECONDS]` does so for the runner's workout with the default rests,
or with rests of SECONDS: the recorded voice at the left, this machine's engine, if any, at the
right.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from matside.core.settings import Settings
from matside.core.speech.sentences import Sentence, sentences
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.steps import Prepare, Rest, Step, Work, is_switch
from matside.devices.voice.casting import USUAL_RATE
from matside.devices.voice.clip_store import ClipStore, Source
from matside.devices.voice.engine import find_engine
from matside.devices.voice.recordings import VoicePack
from matside.files.resources import resources
from matside.ui.words.voice_words import spoken
from tests.support.recital import Heard, Recital
from tests.support.situations import runners_workout

WIDTH = 78
"""The width of the column of a voice, in letters."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step, with everything that was said in it, and everything that did not fit."""

    step: Step
    heard: tuple[Heard, ...]
    dropped: tuple[Sentence, ...]


def voices() -> Mapping[str, Source]:
    """Return the recorded voice, and the engine of this machine if there is one."""
    engine = find_engine()
    recorded: Mapping[str, Source] = {"recorded": VoicePack(resources() / "voice")}
    return recorded if engine is None else {**recorded, "engine": engine}


def measured(plan: Plan, source: Source, folder: Path) -> dict[Sentence, int]:
    """Return the length in ms of each sentence of `plan` as `source` says it.

    The clips are kept in `folder`.
    """
    store = ClipStore(folder, source)
    return {one: store.clip(spoken(one), USUAL_RATE).length for one in sentences(plan)}


def table(recital: Recital) -> tuple[Row, ...]:
    """Return the steps of a session that was played to its end."""
    plan = recital.plan
    return tuple(
        Row(step, tuple(recital.in_step(place)), recital.dropped.get(step.key, ()))
        for place, step in enumerate(plan.steps)
    )


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield what several voices say in one step as lines, side by side."""
    step = rows[0].step
    length = "" if step.length is None else f" of {step.length / 1000:g} s"
    place = f"block {step.key.block + 1}, round {step.key.round}"
    yield f"{_name_of(step)}{length}, {place}"
    for beside in zip_longest(*map(_column, rows), fillvalue=""):
        yield "".join(f"{cell:{WIDTH}}" for cell in beside).rstrip()


def _column(row: Row) -> Iterator[str]:
    for heard in row.heard:
        _, start, end = heard.span
        words = spoken(heard.sentence)
        yield f"  {start / 1000:7.2f} s  {(end - start) / 1000:5.2f} s  {words}"
    for sentence in row.dropped:
        yield f"  {'no room':>18}  {spoken(sentence)}"


def _name_of(step: Step) -> str:
    match step:
        case Prepare():
            return "Get ready"
        case Rest():
            return "Switch" if is_switch(step) else "Rest"
        case Work():
            return step.exercise.name


def rehearsed(settings: Settings, source: Source, folder: Path) -> Recital:
    """Return a session of the runner's workout without presses, as `source` says it.

    Each counted set is done after its estimate. The clips are kept in `folder`.
    """
    plan = compile_plan(runners_workout(), settings)
    lengths = measured(plan, source, folder)
    return Recital(plan, lengths.__getitem__).run_to_end()


def main() -> None:
    """Print the table."""
    settings = Settings()
    if len(sys.argv) > 1:
        seconds = int(sys.argv[1])
        settings = Settings(
            get_ready=seconds,
            switch_sides=seconds,
            between_exercises=seconds,
            between_rounds=seconds,
            between_blocks=seconds,
        )
    with TemporaryDirectory() as folder:
        recitals = {
            name: rehearsed(settings, source, Path(folder)) for name, source in voices().items()
        }
    for rows in zip(*map(table, recitals.values()), strict=True):
        print("\n".join(lines(rows)))
    for name, recital in recitals.items():
        dropped = sum(map(len, recital.dropped.values()))
        print(f"{name}: {len(recital.heard)} sentences said, {dropped} had no room")


if __name__ == "__main__":
    main()
