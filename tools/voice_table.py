"""Prints all that is said in a workout: when in its step, for how long, and what was dropped.

`python -m tools.voice_table [SECONDS]` does it for the runner's workout at its defaults, or with
SECONDS for every rest; the lengths are those of the clips that this machine's engine makes.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from matside.core.plan import Plan, RestKind, Step, StepKind, compile_plan
from matside.core.sentences import Sentence, sentences
from matside.core.settings import Settings
from matside.devices.voice_engine import find_engine
from matside.devices.voice_shelf import Shelf
from matside.ui.voice_words import spoken
from tests.core.recital import Heard, Recital
from tools.situations import runners_workout


@dataclass(frozen=True, slots=True)
class Row:
    """A step, with all that was said in it, and what had no room in it."""

    step: Step
    heard: tuple[Heard, ...]
    dropped: tuple[Sentence, ...]


def measured(plan: Plan, rate: int, folder: Path) -> dict[Sentence, int]:
    """Return how many ms each sentence of `plan` lasts, as this machine says it.

    The clips are kept in `folder`.
    """
    engine = find_engine()
    if engine is None:
        sys.exit("There is no speech engine; please install espeak-ng.")
    shelf = Shelf(folder, engine)
    return {one: shelf.clip(spoken(one), rate).length for one in sentences(plan)}


def table(recital: Recital) -> tuple[Row, ...]:
    """Return the steps of a session that has been heard to its end."""
    plan = recital.plan
    return tuple(
        Row(step, tuple(recital.in_step(place)), recital.dropped.get(step.key, ()))
        for place, step in enumerate(plan.steps)
    )


def lines(row: Row) -> Iterator[str]:
    """Give `row` as lines for people."""
    step = row.step
    length = "" if step.length is None else f" of {step.length / 1000:g} s"
    place = f"block {step.key.block + 1}, round {step.key.round}"
    yield f"{_name_of(step)}{length}, {place}"
    for heard in row.heard:
        _, start, end = heard.span
        words = spoken(heard.sentence)
        yield f"  {start / 1000:7.2f} s  {(end - start) / 1000:5.2f} s  {words}"
    for sentence in row.dropped:
        yield f"  {'no room':>18}  {spoken(sentence)}"


def _name_of(step: Step) -> str:
    if step.kind is StepKind.PREPARE:
        return "Get ready"
    if step.rest is not None:
        return "Switch" if step.rest is RestKind.SWITCH else "Rest"
    assert step.exercise is not None
    return step.exercise.name


def rehearsed(settings: Settings, folder: Path) -> Recital:
    """Return the session of the runner's workout with `settings`, which nobody touches.

    Each counted set is done when its estimate is over. The clips are kept in `folder`.
    """
    plan = compile_plan(runners_workout(), settings)
    lengths = measured(plan, settings.voice_rate, folder)
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
        recital = rehearsed(settings, Path(folder))
    for row in table(recital):
        print("\n".join(lines(row)))
    print(f"{len(recital.heard)} sentences; the last: {spoken(recital.heard[-1].sentence)}")


if __name__ == "__main__":
    main()
