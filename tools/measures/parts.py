"""The parts of the benchmark: each measures one thing and gives its figures."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from matside.core.session.record import Opening, OutcomeChanged, Position, SessionOutcome
from matside.files.history.store import SqliteHistory
from tests.support.desktop import let_others_work
from tests.support.file_samples import runners_plan, runners_workout
from tests.support.long_history import make_long_history
from tools.measures.bench import Bench, Unmeasured
from tools.measures.empty_window import HEIGHT, WIDTH
from tools.measures.growth import endurance
from tools.measures.holds import holds
from tools.measures.processes import Effort, effort, memory
from tools.measures.samples import drift
from tools.measures.sound_intervals import Misheard, lateness, lengths_off, onsets
from tools.measures.speech import KINDS
from tools.measures.table import Figure, Part, Target, spread

SIZES = ((800, 600), (1366, 768), (1920, 1080), (3840, 2160))

PROMPT = Target(33, below=True)
"""The target in ms for 99 of 100 presses to be seen: two frames of a screen."""

SOON = Target(1.6, ratio=True)
"""The target for the time until the window is seen, relative to an empty window."""

SOON_FURNISHED = Target(2.0, ratio=True)
"""The target for the time until its start page is seen, relative to an empty window."""

LIKE_EMPTY = f"welcomed: true\nwindow_width: {WIDTH}\nwindow_height: {HEIGHT}\n"
"""The settings of one who has trained, in a window as large as the empty one."""

FILMS: Mapping[tuple[int, int], tuple[Target | None, Target | None]] = {
    (1366, 768): (Target(5), Target(96)),
    (1920, 1080): (None, None),
    (3840, 2160): (None, Target(200)),
}
"""The targets for a moving film at each size: % of a core and MiB."""
BRIEF, SEEN, MOVES = Target(8), Target(50), Target(150)
"""Targets in ms for holds of the event loop, and for an unprepared film to be seen and move."""
STEADY, STEADY_BUSY, NO_DRIFT = Target(10), Target(60), Target(5)
"""The targets in ms for the error of an interval between sounds, and for drift over a workout."""
UNHINDERED = Target(50)
"""The target in ms for holds of the event loop, whatever a voice does."""

SUMMED, LISTED = Target(200, below=True), Target(3000, below=True)
"""The targets in ms for one sum, and for the list of all sessions on the command line."""

YEARS = 20
OPENED, HARDLY_LATER = Target(200), Target(1.1)
"""The targets for the history page in ms, and for the start page against that without history."""

STAGES = {
    "session": "session",
    "history": "beside it history on the disk",
    "layout": "layout",
    "paint": "paint",
}
"""The stages of a press on its way to the screen."""

EMPTY = ("-m", "tools.measures.empty_window")
MATSIDE = ("-m", "matside")

RESTING = """\
title: Resting
blocks:
  - kind: superset
    exercises:
      - {name: Curl, reps: 999, rep_seconds: 3}
"""
MOVING = """\
title: Moving
blocks:
  - kind: superset
    exercises:
      - {name: Plank, hold: 60 min}
"""


def boundaries(bench: Bench) -> Iterator[Part]:
    """Measure how late the boundaries of steps are heard."""
    count = bench.pains.boundaries
    late = bench.found_by("boundaries", bench.data("boundaries"), count)
    figures = (*spread(late, "ms"), Figure("drift over the run", drift(late), "ms"))
    yield Part(f"Lateness of {count} step boundaries in a real session", figures)


def sound_intervals(bench: Bench) -> Iterator[Part]:
    """Measure how exactly the chimes of a workout are heard, on a quiet machine and a busy one."""
    holds = bench.pains.holds
    for busy, target in ((False, STEADY), (True, STEADY_BUSY)):
        name = "one core busy" if busy else "both cores free"
        data = bench.data("sound-busy" if busy else "sound")
        try:
            heard = onsets(bench.environ, data, holds, busy=busy)
        except Misheard as error:
            raise Unmeasured(f"with {name} this was heard: {error}") from error
        # The first sound of a process is later than all others.
        first, *rest = lengths_off(heard)
        figures = (
            *spread(rest, "ms", target),
            Figure("drift over the run", abs(drift(lateness(heard)[1:])), "ms", target=NO_DRIFT),
            Figure("the first interval of all", first, "ms"),
        )
        yield Part(f"Recorded go and stop of {holds} holds off their intervals, {name}", figures)


def presses(bench: Bench) -> Iterator[Part]:
    """Measure how long a press takes to be seen."""
    count = bench.pains.presses
    found = bench.found_by("presses", bench.data("presses"), count)
    whole = spread([press["total"] for press in found], "ms", PROMPT)
    figures = [figure for name in STAGES for figure in _of_stage(name, found)]
    yield Part(f"Key press to painted stage at 1366x768, {count} presses", (*whole, *figures))


def _of_stage(name: str, found: Sequence[Mapping[str, float]]) -> Iterator[Figure]:
    """Yield the median and the 99th percentile of one stage on the way to the screen."""
    sample = [press[name] for press in found]
    for figure in spread(sample, "ms")[:2]:
        yield Figure(f"{STAGES[name]}, {figure.name}", figure.value, figure.unit)


def first_paint(bench: Bench) -> Iterator[Part]:
    """Measure how long the first paint takes, alternating with the empty window."""
    data = bench.data("first-paint", settings=LIKE_EMPTY)
    _keep_session(data / "history.sqlite3")
    words = ("--data", str(data))
    kinds = {"window": words, "page": words, "empty": ()}
    took = _starts(bench, {kind: (kind, *arguments) for kind, arguments in kinds.items()})
    ours, empty, page = took["window"], took["empty"], took["page"]
    figures = (
        Figure("the window, median", median(ours), "ms", median(empty), SOON),
        Figure("the window, least", min(ours), "ms", min(empty)),
        Figure("the window, max", max(ours), "ms", max(empty)),
        Figure("the start page in it, median", median(page), "ms", median(empty), SOON_FURNISHED),
        Figure("the start page in it, least", min(page), "ms", min(empty)),
    )
    title = f"Start of the process to first paint at {WIDTH}x{HEIGHT}, {len(ours)} starts each"
    yield Part(title, figures)


def _starts(bench: Bench, kinds: Mapping[str, Sequence[str]]) -> dict[str, list[float]]:
    """Return how long first paints take in ms, of each of `kinds` in turn."""
    for words in kinds.values():
        _first_paint(bench, *words)  # warms the disk's cache, and makes the data folder
    took: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(bench.pains.starts):
        for kind, words in kinds.items():
            took[kind].append(_first_paint(bench, *words))
    return took


def _keep_session(path: Path) -> None:
    """Keep a session in the history at `path` that was ended."""
    plan, wall = runners_plan(), datetime(2026, 3, 1, tzinfo=UTC)
    position = Position(plan.steps[0].key, elapsed=0, length=10_000, ran=0, paused=0)
    history = SqliteHistory(path)
    session = history.open(Opening("runners", runners_workout(), plan, wall, position))
    history.write(session, (OutcomeChanged(SessionOutcome.STOPPED),), position)
    history.close()


def _first_paint(bench: Bench, *words: str) -> float:
    began = time.monotonic_ns()
    return (bench.found_by("first_paint", *words) - began) / 1e6


def memory_taken(bench: Bench) -> Iterator[Part]:
    """Measure the memory of both windows after some seconds."""
    with bench.running(*MATSIDE, "--data", str(bench.data("memory"))) as process:
        ours = memory(process)
    with bench.running(*EMPTY) as process:
        empty = memory(process)
    figures = (
        Figure("resident", ours.resident, "MiB", empty.resident),
        Figure("proportional", ours.proportional, "MiB", empty.proportional),
        Figure("unique", ours.unique, "MiB", empty.unique),
    )
    yield Part(f"Memory {bench.pains.settling:g} s after the start", figures)


def resting(bench: Bench) -> Iterator[Part]:
    """Measure what a session costs without presses."""
    empty = _effort(bench, bench.pains.resting, *EMPTY)
    for name, workout, seconds, title in (
        ("resting", RESTING, bench.pains.resting, "A counted set under way"),
        ("moving", MOVING, bench.pains.moving, "A hold, with its band moving"),
    ):
        data = bench.data(name, workout, "get_ready: 0\n")
        ours = _effort(bench, seconds, *MATSIDE, "chosen", "--start", "--data", str(data))
        figures = (
            Figure("processor", ours.share, "% of a core", empty.share),
            Figure("wake-ups", ours.rate, "a second", empty.rate),
        )
        yield Part(f"{title}, for {seconds:g} s", figures)


@dataclass(frozen=True, slots=True)
class Load:
    """What a process costs: its share of a core in %, and its wake-ups a second."""

    share: float
    rate: float


def _effort(bench: Bench, seconds: float, *command: str) -> Load:
    with bench.running(*command) as process:
        began, before = time.monotonic(), effort(process)
        let_others_work(seconds)
        after, passed = effort(process), time.monotonic() - began
    return _load(before, after, passed)


def _load(before: Effort, after: Effort, passed: float) -> Load:
    return Load(
        share=100 * (after.seconds - before.seconds) / passed,
        rate=(after.wakeups - before.wakeups) / passed,
    )


def painting(bench: Bench) -> Iterator[Part]:
    """Measure how long the stage takes to paint at several sizes."""
    figures: list[Figure] = []
    for width, height in SIZES:
        found = bench.found_by("painting", width, height, bench.pains.paintings)
        size = f"{width}x{height}"
        figures.append(Figure(f"{size}, all of it", median(found["whole"]), "ms"))
        figures.append(Figure(f"{size}, a new second", median(found["second"]), "ms"))
    yield Part("Painting the stage, median", tuple(figures))


def films(bench: Bench) -> Iterator[Part]:
    """Measure what a moving film costs, and how soon it is seen."""
    for (width, height), (easy, room) in FILMS.items():
        found = bench.found_by("films", width, height, int(bench.pains.resting))
        lines = (
            Figure("processor", found["processor"], "% of a core", target=easy),
            Figure("processor without it", found["without"], "% of a core"),
            Figure("memory beyond that without it", found["memory"], "MiB", target=room),
            Figure("longest hold of a film that moves", found["hold"], "ms", target=BRIEF),
            Figure("most work between two turns of it", found["hold at work"], "ms", target=BRIEF),
            Figure("longest hold while decoding", found["hold while decoding"], "ms"),
            Figure("change of step to a film made ready", found["still"], "ms", target=BRIEF),
            Figure("its motion later than due", found["motion"], "ms", target=BRIEF),
            Figure("a film nobody foresaw, still", found["unforeseen still"], "ms", target=SEEN),
            Figure("its motion later than due", found["unforeseen motion"], "ms", target=MOVES),
            Figure("the same of the first step, still", found["cold still"], "ms", target=SEEN),
            Figure("and motion", found["cold motion"], "ms", target=MOVES),
        )
        title = f"A moving film at {width}x{height}, for {bench.pains.resting:g} s"
        yield Part(title, lines)


def speech(bench: Bench) -> Iterator[Part]:
    """Measure the holds of the event loop beside voices of all kinds."""
    seconds = bench.pains.speaking
    found = {
        kind: bench.found_by("speech", bench.data(f"speech-{place}"), kind, seconds)
        for place, kind in enumerate(KINDS)
    }
    figures = tuple(
        Figure(
            f"the engine {kind}" if KINDS[kind] is not None else kind,
            worst,
            "ms",
            target=UNHINDERED,
        )
        for kind, worst in found.items()
    )
    yield Part(f"Longest standstill of the event loop in {seconds:g} s of a session", figures)


def sums(bench: Bench) -> Iterator[Part]:
    """Measure how long the sums of 20 years of training take."""
    found = bench.found_by("sums", bench.data("sums"))
    figures = tuple(
        Figure(name, took, "ms", target=LISTED if name == "matside history" else SUMMED)
        for name, took in found.items()
    )
    yield Part("Sums of 20 years, four sessions a week, 33 sets each, least", figures)


def history(bench: Bench) -> Iterator[Part]:
    """Measure how soon the page of 20 years is seen, and how much later the start page is."""
    little, much = (bench.data(name, settings=LIKE_EMPTY) for name in ("little", "much"))
    _keep_session(little / "history.sqlite3")
    begun = time.time() - timedelta(weeks=52 * YEARS).total_seconds()
    make_long_history(much / "history.sqlite3", YEARS, datetime.fromtimestamp(begun, UTC))
    found = [bench.found_by("history_page", much) for _ in range(bench.pains.openings)]
    for place, how in enumerate(("for the first time", "again")):
        painted, listed, read = zip(*(each[place] for each in found), strict=True)
        figures = (
            Figure("the page, median", median(painted), "ms", target=OPENED),
            Figure("its year and its sessions, median", median(listed), "ms", target=OPENED),
            Figure("its exercise too, median", median(read), "ms"),
        )
        yield Part(f"The history page of {YEARS} years opened {how}, {len(found)} runs", figures)
    took = _starts(bench, {"little": _page(little), "much": _page(much)})
    with_little, with_much = median(took["little"]), median(took["much"])
    figures = (
        Figure("with one session, median", with_little, "ms"),
        Figure(f"with {YEARS} years, median", with_much, "ms"),
        Figure("the ratio", with_much / with_little, "times", target=HARDLY_LATER),
    )
    yield Part(f"Start of the process to the start page, {bench.pains.starts} starts", figures)


def _page(data: Path) -> tuple[str, ...]:
    return "page", "--data", str(data)


PARTS: Mapping[str, Callable[[Bench], Iterator[Part]]] = {
    "boundaries": boundaries,
    "sound-intervals": sound_intervals,
    "presses": presses,
    "holds": holds,
    "first-paint": first_paint,
    "memory": memory_taken,
    "resting": resting,
    "painting": painting,
    "films": films,
    "endurance": endurance,
    "speech": speech,
    "sums": sums,
    "history": history,
}
