"""The layout of the stage holds its sizes, and keeps everything inside and apart."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSizeF

from matside.core.durations import clock
from matside.core.figures.film import ROW
from matside.core.session.looks import Look
from matside.core.session.reading import Reading
from matside.core.workout.model import MaxReps, Reps, Side
from matside.core.workout.steps import Work
from matside.ui.drawing.marks import Box
from matside.ui.drawing.theme import DARK
from matside.ui.stage.layout.block.sides import ONE_SIDE
from matside.ui.stage.layout.frame import Showing, Signs
from matside.ui.stage.layout.layout import StageLayout, lay_out
from matside.ui.words import dose_words, screen_words, weight_words
from tests.support.films import IDS, bundled
from tests.support.situations import Situation
from tests.support.stages import (
    EXERCISES,
    FROM_4_TO_3,
    LONG_NAME,
    NAMES,
    SIZES,
    all_situations,
    altered,
    at_all_sizes,
    cap_of,
    ink,
    lasting,
    layout_of,
    letters,
    longest,
    shortest,
    signs,
)

WIDE = (1366, 768)
DOWN_TO_LOW = (*SIZES, (480, 360))
LARGE_DIGITS = (
    "get-ready",
    "get-ready-last-3",
    "hold",
    "hold-side",
    "lead-in",
    "rest-last-3",
    "rest-last-3-side",
    "switch",
    "switch-knee",
)
CUE = "Ribs down, lift across"
RESTS = ("rest", "rest-hold", "rest-weights", "rest-weights-plain")
COUNTED = ("reps", "reps-bare", "reps-side", "reps-alternating")


@dataclass
class LaidOut:
    """The situation `name`, and its layouts by the name of an exercise and the size of the window.

    At each size it is tried with the longest name and a fifth of the others, which take turns:
    each of them meets each size and each situation.
    """

    name: str

    @property
    def situation(self) -> Situation:
        """The situation as it is."""
        return all_situations()[self.name]

    @cached_property
    def layouts(self) -> Mapping[tuple[str, tuple[int, int]], StageLayout]:
        """Its layouts, computed once for all that is asked of them."""
        turn = NAMES.index(self.name)
        return {
            (exercise, size): layout_of(altered(self.situation, name=exercise), size)
            for at, exercise in enumerate(EXERCISES)
            for place, size in enumerate(SIZES)
            if exercise == LONG_NAME or (turn + at + place) % 5 == 0
        }


def outside(layout: StageLayout, size: tuple[int, int]) -> list[QRectF]:
    """Return what leaves a window of `size`."""
    window = QRectF(0, 0, *size)
    assert layout.timeline is not None
    rects = [ink(mark) for mark in signs(layout)]
    rects += [layout.digits_rect, layout.timeline, layout.block]
    return [rect for rect in rects if not window.contains(rect)]


def touching(layout: StageLayout) -> list[tuple[QRectF, QRectF]]:
    """Return what lies on something else: words, icons, digits, the figure and the timeline."""
    assert layout.timeline is not None
    rects = [ink(mark) for mark in signs(layout)]
    rects += [layout.digits_rect, layout.timeline]
    if layout.figure is not None:
        rects.append(layout.figure)
    return [(one, other) for one, other in combinations(rects, 2) if one.intersects(other)]


def showing_of(situation: Situation) -> Showing:
    """Return what the stage is told in `situation`."""
    return Showing(situation.reading, situation.ends, situation.signs)


def shown_with(identity: str) -> list[Situation]:
    """Return every situation as it would be with one and the same exercise, on one side."""
    return [
        altered(situation, id=identity, name="Half-Kneeling Chop", part="knee down", glance=CUE)
        for situation in all_situations().values()
        if situation.reading.shown.side is Side.LEFT
    ]


def warning_of(situation: Situation) -> str | None:
    """Return what warns in `situation`."""
    return "elsewhere" if situation.signs.elsewhere else situation.signs.notice


def filmed(situation: Situation, size: tuple[int, int]) -> StageLayout:
    """Return the layout of `situation` with the film of its exercise."""
    exercise = situation.reading.shown.exercise
    assert exercise is not None
    assert exercise.id is not None
    showing = replace(showing_of(situation), film=bundled(exercise.id).film)
    return lay_out(showing, DARK, QSizeF(*size))


def counts_time(name: str) -> bool:
    """Return whether the digits or the pause of the situation `name` show a time left."""
    reading = all_situations()[name].reading
    return reading.seconds is not None and reading.rep is None


def least_digits(situation: Situation, *, narrow: bool) -> float:
    """Return how high the digits of `situation` are at least, as a share of the unit."""
    reading = situation.reading
    if reading.pause is not None:
        return 0.24
    if counted_by_a_word(reading):
        return 0.12
    if takes_two_rows(situation, narrow=narrow):
        return 0.18
    if reading.overtime:
        return 0.195 if (reading.seconds or 0) < 60 else 0.16
    if reading.seconds is not None and reading.seconds >= 60:
        return 0.18
    if reading.look is not Look.REST:
        dose = reading.shown.exercise.dose
        is_wide = isinstance(dose, MaxReps) or (isinstance(dose, Reps) and dose.to is not None)
        return 0.235 if is_wide else 0.32
    return 0.195 if reading.shown.side in (Side.LEFT, Side.RIGHT) else 0.24


def takes_two_rows(situation: Situation, *, narrow: bool) -> bool:
    """Return whether what stands above a clock needs a second row, for which its digits shrink.

    Beside a dose and its weights that is a side, for the wider RIGHT has no room there, and LEFT
    stands as it does; or two of the last time, reps that alternate and a narrow window.
    """
    reading, shown = situation.reading, situation.reading.shown
    if reading.look is not Look.WORK or reading.step.length is not None or reading.clock is None:
        return False
    known, alternates = reading.last_time is not None, shown.side is Side.BOTH
    has_room = shown.side not in ONE_SIDE and known + alternates + narrow < 2
    return shown.exercise.weight is not None and not has_room


def counted_by_a_word(reading: Reading) -> bool:
    """Return whether the number is `8–12` or `MAX`, as wide as three digits and more."""
    dose = reading.shown.exercise.dose
    is_wide = isinstance(dose, MaxReps) or (isinstance(dose, Reps) and dose.to is not None)
    return is_wide and reading.taken is not None


def _hands(reading: Reading) -> list[str]:
    """Return what is said of weights before a set, in one line or two."""
    forms = weight_words.hands_words(reading.weights, reading.shown.exercise.weight)
    return [words for said in forms for words in (said, *said.rsplit(" ", 1))]


def too_small(situation: Situation, layout: StageLayout) -> list[str]:
    """Return what `layout` shows of `situation` in smaller letters than the mat needs."""
    unit, reading = layout.frame.unit, situation.reading
    # Until the set begins its weights stand in the caption, which may shrink a little.
    held = 0.046 if reading.look in (Look.READY, Look.SWITCH) else 0.05
    shown = {mark.text: mark.cap / unit for mark in letters(layout)}
    paused = reading.pause is not None
    least = {
        **dict.fromkeys(("LEFT", "RIGHT"), 0.09),
        screen_words.look_word(reading.look): 0.05,
        screen_words.press_words(reading.press): 0.05,
        screen_words.round_of(reading.shown.key.round, reading.shown.block.rounds): 0.05,
        clock(reading.left): 0.05,
        clock(reading.taken or 0): 0.05,
        f"{situation.ends:%H:%M}": 0.05,
        weight_words.short_weight(reading.shown.exercise.weight): held,
        **dict.fromkeys(weight_words.weight_words(reading.shown.exercise.weight).split(), 0.05),
        **dict.fromkeys(_hands(reading), held),
    }
    if not paused and showing_of(situation).is_rest:
        least[dose_words.dose_words(reading.shown.exercise.dose)] = 0.085
    cut = [
        f"{text} {shown[text]:.3f}" for text, share in least.items() if shown.get(text, 1) < share
    ]
    name = max(mark.cap for mark in letters(layout) if mark.baseline < layout.block.top())
    cut += ["name"] * (name < 0.07 * unit)
    return cut + ["digits"] * (
        layout.digits.cap < least_digits(situation, narrow=layout.frame.narrow) * unit
    )


@pytest.fixture(scope="module", params=NAMES)
def laid_out(request: pytest.FixtureRequest) -> LaidOut:
    """Return a situation with its layouts."""
    return LaidOut(request.param)


@pytest.mark.no_cover
def test_everything_lies_inside_the_window_and_apart(laid_out: LaidOut) -> None:
    """No word, icon or number leaves the window or touches another, whatever the exercise."""
    for (exercise, size), layout in laid_out.layouts.items():
        assert ([], []) == (outside(layout, size), touching(layout)), f"{exercise} at {size}"


@pytest.mark.no_cover
def test_letters_keep_their_shares(laid_out: LaidOut) -> None:
    """All that is read from the mat is as high as promised, whatever the exercise."""
    for (exercise, size), layout in laid_out.layouts.items():
        if size in FROM_4_TO_3:
            assert [] == too_small(laid_out.situation, layout), f"{exercise} at {size}"


@pytest.mark.no_cover
@pytest.mark.parametrize("name", [name for name in NAMES if counts_time(name)])
def test_long_times_find_room(name: str) -> None:
    """A minute and a half and an hour stay apart, 18 % high, in overtime 16.

    Ten minutes are as wide as an hour, for both have four digits.
    """
    reading = all_situations()[name].reading
    least = 0.16 if reading.overtime else 0.18
    assert len(clock(600)) == len(clock(3600))
    for seconds in (90, 3600):
        lasts = lasting(all_situations()[name], seconds)
        for size, layout in at_all_sizes(lasts, (683, 512)):
            at = f"{seconds} s at {size}"
            assert ([], []) == (outside(layout, size), touching(layout)), at
            assert reading.pause is not None or least * layout.frame.unit <= layout.digits.cap, at


@pytest.mark.no_cover
@pytest.mark.parametrize("size", DOWN_TO_LOW, ids=str)
@pytest.mark.parametrize("alter", [longest, shortest])
def test_whatever_an_author_writes_finds_room(
    alter: Callable[[Situation], Situation], size: tuple[int, int]
) -> None:
    """The longest texts and largest numbers stay inside and apart, and so does next to nothing.

    Situations take turns: each meets each size, with the one or with the other.
    """
    turn = (DOWN_TO_LOW.index(size) + (alter is longest)) % 2
    for name in NAMES[turn::2]:
        layout = layout_of(alter(all_situations()[name]), size)
        assert (name, []) == (name, outside(layout, size))
        assert (name, []) == (name, touching(layout))


@pytest.mark.no_cover
def test_longest_name_is_read_from_the_mat(laid_out: LaidOut) -> None:
    """A name of 60 letters is told in letters of 7 % or more, as far as they go."""
    for size in SIZES:
        layout = laid_out.layouts[LONG_NAME, size]
        shown = [mark for mark in letters(layout) if mark.text.rstrip("…") in LONG_NAME]
        tall = [mark for mark in shown if mark.cap >= 0.07 * layout.frame.unit]
        said = " ".join(mark.text for mark in tall)
        assert said.startswith("Half-Kneeling Single-Arm"), f"{said!r} at {size}"


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_digits_take_a_third_of_the_height(size: tuple[int, int]) -> None:
    """The digits of work, get ready, switch and the last 3 s are 32 % high."""
    for name in LARGE_DIGITS:
        layout = layout_of(all_situations()[name], size)
        assert layout.digits.cap >= 0.32 * layout.frame.unit, name


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_reps_are_the_one_big_number(size: tuple[int, int]) -> None:
    """A counted set shows its reps, 32 % high, and no time as large."""
    for name in COUNTED:
        layout = layout_of(all_situations()[name], size)
        assert "8" == layout.digits.text, name
        assert layout.digits.cap >= 0.32 * layout.frame.unit, name


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_digits_of_a_rest_take_a_quarter(size: tuple[int, int]) -> None:
    """The digits of a rest are 24 % high."""
    for name in RESTS:
        layout = layout_of(all_situations()[name], size)
        assert layout.digits.cap >= 0.24 * layout.frame.unit, name


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_digits_beside_a_side_plate_are_smaller(size: tuple[int, int]) -> None:
    """In a rest that leads to a side the digits are 19.5 % high, and the side 9 %."""
    layout = layout_of(all_situations()["rest-side"], size)
    assert layout.digits.cap >= 0.195 * layout.frame.unit
    assert cap_of(layout, "LEFT") >= 0.09


@pytest.mark.parametrize("seconds", [8, 599, 600, 3599, 35_999])
@pytest.mark.parametrize("name", ["paused", "paused-hold"])
def test_pause_is_read_from_the_mat(name: str, seconds: int) -> None:
    """What is left is 24 % high, the length of the pause 5 %, and what Space does, too."""
    situation = all_situations()[name]
    assert situation.reading.pause is not None
    pause = replace(situation.reading.pause, seconds=seconds)
    paused = replace(situation, reading=replace(situation.reading, pause=pause))
    for size in FROM_4_TO_3:
        layout = layout_of(paused, size)
        assert ([], []) == (outside(layout, size), touching(layout)), f"at {size}"
        assert layout.digits.cap >= 0.24 * layout.frame.unit, f"at {size}"
        assert cap_of(layout, clock(seconds)) >= 0.05, f"at {size}"
        assert cap_of(layout, "Resume") >= 0.05, f"at {size}"


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_side_of_a_paused_set_is_as_large_as_ever(size: tuple[int, int]) -> None:
    """Who comes back to the mat sees from there which side waits: it is 9 % high."""
    assert cap_of(layout_of(all_situations()["paused-hold"], size), "RIGHT") >= 0.09


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hold-side", ("RIGHT",)),
        ("reps-side", ("LEFT",)),
        ("switch", ("LEFT",)),
        ("rest-last-3-side", ("LEFT",)),
    ],
)
def test_side_is_read_from_the_mat(
    name: str, words: tuple[str, ...], size: tuple[int, int]
) -> None:
    """LEFT and RIGHT are 9 % high."""
    layout = layout_of(all_situations()[name], size)
    assert [] == [word for word in words if cap_of(layout, word) < 0.09]


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize(
    ("name", "share"),
    [("rest", 0.085), ("rest-side", 0.085), ("rest-weights", 0.085), ("rest-last-3-side", 0.05)],
)
def test_dose_that_comes_is_read_from_the_mat(
    name: str, share: float, size: tuple[int, int]
) -> None:
    """The dose of what comes next is 8.5 % high, in the last seconds before a side 5 %."""
    assert cap_of(layout_of(all_situations()[name], size), "8 reps") >= share


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_line_at_the_foot_is_read_from_the_mat(size: tuple[int, int]) -> None:
    """The round, the time left, what Space does and the finish time are 5 % high."""
    layout = layout_of(all_situations()["reps-side"], size)
    words = ("Round 2 of 3", "14:47", "Set done", "18:29")
    assert [] == [word for word in words if cap_of(layout, word) < 0.05]


def test_name_is_as_large_as_it_fits() -> None:
    """A name that fits in one line is 9 % high or more."""
    assert cap_of(layout_of(all_situations()["rest"], WIDE), "Bear Plank Lateral Walk") >= 0.09


@pytest.mark.no_cover
def test_block_leaves_room_for_the_film(laid_out: LaidOut) -> None:
    """Beside a film the block takes at most 60 % of the window's width, whatever the exercise."""
    for (exercise, size), layout in laid_out.layouts.items():
        share = layout.block.width() / size[0]
        kept = share == 1 if layout.frame.stacked else share <= 0.6
        assert kept, f"{exercise} at {size}: {share}"


@pytest.mark.no_cover
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_block_has_one_place(size: tuple[int, int]) -> None:
    """At work, in rests and in pauses it is as wide and as high; at 1366x768 56 % of the width."""
    rects = (layout_of(situation, size).block for situation in all_situations().values())
    blocks = {(rect.x(), rect.y(), rect.width(), rect.height()) for rect in rects}
    assert 1 == len(blocks)
    if size == WIDE:
        assert 0.56 == round(blocks.pop()[2] / WIDE[0], 3)


@pytest.mark.parametrize(
    ("size", "share"), [((683, 768), 0.534), ((768, 1024), 0.584), ((1080, 1920), 0.584)], ids=str
)
def test_block_is_low_only_where_the_film_above_it_needs_the_room(
    size: tuple[int, int], share: float
) -> None:
    """In a window turned upright it has its usual height, so nothing in it moves together."""
    layout = layout_of(all_situations()["rest-side"], size)
    assert layout.frame.stacked
    assert layout.block.height() == pytest.approx(share * layout.frame.unit, abs=1)


@pytest.mark.parametrize("size", [(683, 768), (800, 1000), (960, 1080)], ids=str)
def test_what_fills_a_block_of_full_width_ends_at_the_margin(size: tuple[int, int]) -> None:
    """So do the round above it and the hour below."""
    for name in ("last-time", "kilograms-rest", "first-time"):
        layout = layout_of(all_situations()[name], size)
        plates = [
            mark.rect.right()
            for mark in layout.marks
            if isinstance(mark, Box) and mark.colour == DARK.plate
        ]
        assert layout.frame.right == pytest.approx(max(plates)), name


@pytest.mark.no_cover
@pytest.mark.parametrize("identity", IDS)
def test_a_film_keeps_its_place_through_all_situations(identity: str) -> None:
    """Get ready, set, rest and pause of one exercise show it at the same place, as large.

    Exercises take turns at the sizes.
    """
    shown = [
        situation
        for situation in shown_with(identity)
        if not situation.signs.question and warning_of(situation) is None
    ]
    for size in (*SIZES, (1280, 800))[IDS.index(identity) % 3 :: 3]:
        figures = (filmed(situation, size).figure for situation in shown)
        places = {figure.getRect() for figure in figures if figure is not None}
        assert 1 == len(places), f"at {size}"


@pytest.mark.no_cover
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["hold-side", "rest", "paused-hold"])
def test_a_film_meets_no_words(name: str, size: tuple[int, int]) -> None:
    """Whatever the exercise is called, every row of its film begins to the right of the name."""
    for identity in IDS:
        for called in ("Row", "Bear Plank Lateral Walk", LONG_NAME):
            situation = altered(all_situations()[name], id=identity, name=called)
            layout, film = filmed(situation, size), bundled(identity).film
            assert layout.figure is not None
            mirrored = film.is_mirrored_on(situation.reading.shown.side)
            scale = layout.figure.width() / film.width
            rows = [
                QRectF(left, layout.figure.y() + row * ROW * scale, size[0], ROW * scale)
                for row, edge in enumerate(film.edge(mirrored=mirrored))
                if edge < film.width
                and (left := layout.figure.x() + edge * scale) < size[0]
                and row * ROW <= film.floor - ROW
            ]
            words = [
                ink(mark) for mark in signs(layout) if mark.rect.bottom() < layout.block.top()
            ]
            met = [(word, row) for word in words for row in rows if row.intersects(word)]
            assert (called, []) == (called, met[:1])
            assert layout.figure.right() <= size[0]


@pytest.mark.parametrize(
    ("identity", "called", "share"),
    [
        ("half-kneeling-chop", "Half-Kneeling Chop", 0.61),
        ("thread-the-needle", "Thread the Needle", 0.64),
        ("half-kneeling-rainbow", "Half-Kneeling Rainbow", 0.51),
        ("reciprocal-row", "Reciprocal Row", 0.64),
        ("hammer-curl", "Hammer Curl", 0.64),
        ("chest-fly", "Chest Fly", 0.55),
    ],
)
def test_a_film_is_as_high_as_the_stage_allows(identity: str, called: str, share: float) -> None:
    """It reaches from under the status to the floor above the caption, beside its name."""
    situation = altered(all_situations()["hold"], id=identity, name=called)
    figure, film = filmed(situation, WIDE).figure, bundled(identity).film
    assert figure is not None
    assert figure.height() * film.floor / film.height >= share * WIDE[1]


@pytest.mark.parametrize(
    ("size", "share"), [((800, 600), 0.42), ((1024, 768), 0.42), ((1280, 800), 0.44)], ids=str
)
def test_a_cue_beside_a_slim_panel_is_read_from_the_mat(
    size: tuple[int, int], share: float
) -> None:
    """It takes two lines rather than small letters, and Half-Kneeling Chop is still large."""
    situation = altered(
        all_situations()["rest-side"], id="half-kneeling-chop", name="Half-Kneeling Chop"
    )
    layout, film = filmed(situation, size), bundled("half-kneeling-chop").film
    assert layout.figure is not None
    assert layout.figure.height() * film.floor / film.height >= share * size[1]
    assert cap_of(layout, "Ribs down,") >= 0.05
    assert cap_of(layout, "lift across") >= 0.05


@pytest.mark.parametrize("size", [(683, 768), (960, 1080)], ids=str)
def test_a_film_is_large_above_its_block(size: tuple[int, int]) -> None:
    """In half a screen Thread the Needle is two fifths and more of its height."""
    situation = altered(
        all_situations()["hold-side"], id="thread-the-needle", name="Thread the Needle"
    )
    layout, film = filmed(situation, size), bundled("thread-the-needle").film
    assert layout.figure is not None
    assert layout.figure.height() * film.floor / film.height >= 0.44 * size[1]


@pytest.mark.parametrize("size", [(683, 768), (960, 1080)], ids=str)
def test_a_film_grows_beside_a_long_name_of_two_lines(size: tuple[int, int]) -> None:
    """Half-Kneeling Rainbow would stand below the whole name otherwise, a tenth smaller."""
    situation = altered(
        all_situations()["hold"], id="half-kneeling-rainbow", name="Half-Kneeling Rainbow"
    )
    layout, film = filmed(situation, size), bundled("half-kneeling-rainbow").film
    assert layout.figure is not None
    assert layout.figure.height() * film.floor / film.height >= 0.38 * size[1]


@pytest.mark.parametrize("name", ["reps-side", "rest-side", "paused-forgotten"])
def test_words_shorten_before_they_vanish(name: str) -> None:
    """In a narrow window a knee that is down is a knee."""
    layout = layout_of(all_situations()[name], (800, 600))
    assert "knee" in {mark.text for mark in letters(layout)}
    assert cap_of(layout, "knee") >= 0.05


def test_other_side_is_announced_in_two_lines_or_in_short() -> None:
    """In two where the cue has two, so that the film stays; else it counts more than the knee."""
    reps = all_situations()["reps-side"]
    layout = layout_of(reps, (800, 600))
    assert [0.051, 0.051] == [cap_of(layout, said) for said in ("Then RIGHT", "knee down")]
    assert cap_of(layout_of(altered(reps, glance="Slow"), (800, 600)), "Then RIGHT knee") > 0.043


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768)], ids=str)
@pytest.mark.parametrize(
    "name", [name for name in NAMES if all_situations()[name].reading.shown.side in ONE_SIDE]
)
def test_both_sides_are_told_in_the_same_words(name: str, size: tuple[int, int]) -> None:
    """RIGHT is wider than LEFT; what has room beside one of them only is said beside none."""
    situation = all_situations()[name]
    other = replace(situation, reading=_mirrored(situation.reading))
    first, second = (
        [
            re.sub("LEFT|RIGHT|[0-9]+ of [0-9]+", "SIDE", mark.text)
            for mark in letters(layout_of(each, size))
        ]
        for each in (situation, other)
    )
    assert first == second


def _mirrored(reading: Reading) -> Reading:
    """Return `reading` on the other side, and of what follows too."""

    def on_other(step: Work) -> Work:
        if step.side not in ONE_SIDE:
            return step
        side = Side.LEFT if step.side is Side.RIGHT else Side.RIGHT
        return replace(step, key=step.key._replace(side=side))

    following = None if reading.following is None else on_other(reading.following)
    return replace(reading, shown=on_other(reading.shown), following=following)


def test_digits_keep_their_place_when_the_set_begins() -> None:
    """Nothing jumps at go: the last digits of a rest stand where those of the set will."""
    last, then = (
        layout_of(all_situations()[name], WIDE).digits_rect for name in ("rest-last-3", "hold")
    )
    assert (last.left(), last.top(), last.height()) == (then.left(), then.top(), then.height())


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["rest", "switch", "hold-side", "reps-side"])
def test_warning_moves_no_digits_and_hides_no_block(name: str, size: tuple[int, int]) -> None:
    """A warning finds its room beside the block."""
    situation = all_situations()[name]
    warned = replace(situation, signs=Signs(notice="No sound device was found.", awake=True))
    before, after = layout_of(situation, size), layout_of(warned, size)
    assert (before.block, before.digits_rect) == (after.block, after.digits_rect)
    plates = [
        mark.rect
        for mark in after.marks
        if isinstance(mark, Box) and mark.colour == DARK.warning and mark not in before.marks
    ]
    assert [False] == [plate.intersects(after.block) for plate in plates]


def test_confirmation_moves_nothing() -> None:
    """What a press did is said in the caption, and all else stays."""
    situation = all_situations()["rest-confirmed"]
    usual = replace(situation, reading=replace(situation.reading, confirmed=None))
    said, plain = layout_of(situation, WIDE), layout_of(usual, WIDE)
    assert {"Set done", "BACK", " to undo"} <= {mark.text for mark in letters(said)}
    assert (plain.block, plain.figure) == (said.block, said.figure)


def test_lead_in_says_what_is_left_of_the_hold() -> None:
    """While the lead-in runs the digits are its own, and the hold's rest stands beside them."""
    layout = layout_of(all_situations()["lead-in"], WIDE)
    assert "0:04" == layout.digits.text
    assert {"GET READY", "0:22", "left of this set"} <= {mark.text for mark in letters(layout)}


def test_other_side_is_announced_in_the_set() -> None:
    """A set whose other side follows says so, else it shows the glance cue."""
    first = {mark.text for mark in letters(layout_of(all_situations()["hold-side"], WIDE))}
    second = {mark.text for mark in letters(layout_of(all_situations()["reps-other-side"], WIDE))}
    assert "Then LEFT arm" in first
    assert "Ribs down, lift across" in second


def test_alternating_set_says_how_its_reps_are_spread() -> None:
    """A set of both sides in turn has no plate for one of them."""
    layout = layout_of(all_situations()["reps-alternating"], WIDE)
    words = {mark.text for mark in letters(layout)}
    assert "each side, in turn" in words
    assert not {"LEFT", "RIGHT"} & words


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("paused-slept", "The laptop slept"),
        ("paused-forgotten", "Set left alone"),
        ("paused-hold", "Resume gives you 5\u00a0s to get set."),
        ("paused", "Skip set"),
        ("question", "End the workout?"),
        ("question", "Quit, go on next time"),
        ("question-empty", "End, nothing to save"),
        ("max", "as many as you can"),
        ("max-hold-side", "as long as you can"),
        ("rest-max", "max reps"),
        ("rest-range", "8–12 reps"),
        ("paused-max", "so far"),
        ("rest-weights", "Superset 2"),
    ],
)
def test_situation_is_said_in_words(name: str, word: str) -> None:
    """Why it is paused, what waits and what can be done stand on the screen."""
    assert word in {mark.text for mark in letters(layout_of(all_situations()[name], WIDE))}


def test_both_sides_are_one_set() -> None:
    """The samples have a set of both sides, or the tests of it would prove nothing."""
    assert Side.BOTH is all_situations()["reps-alternating"].reading.shown.side


@pytest.mark.parametrize(
    ("name", "text", "share"),
    [
        ("hold-side", "Thread the Needle", 0.095),
        ("hold-side", "RIGHT", 0.091),
        ("hold-side", "Then LEFT arm", 0.051),
        ("hold-side", "24:00", 0.051),
        ("rest", "8 reps", 0.095),
        ("rest-side", "8 reps", 0.087),
        ("rest-weights", "Fetch two medium", 0.051),
        ("rest-side-weights", "Fetch 1 light", 0.051),
    ],
)
def test_capitals_are_as_high_as_drawn(name: str, text: str, share: float) -> None:
    """At 1366 by 768 the letters have the heights that were drawn for them, within 2 %."""
    assert cap_of(layout_of(all_situations()[name], WIDE), text) == pytest.approx(share, rel=0.02)


@pytest.mark.parametrize(
    ("name", "share"),
    [("hold-side", 0.325), ("reps-side", 0.325), ("rest", 0.241), ("rest-side", 0.198)],
)
def test_digits_are_as_high_as_drawn(name: str, share: float) -> None:
    """At 1366 by 768 the digits have the heights that were drawn for them, within 2 %."""
    digits = layout_of(all_situations()[name], WIDE).digits
    assert digits.cap / WIDE[1] == pytest.approx(share, rel=0.02)


@pytest.mark.parametrize("name", ["hold", "rest", "paused-note", "question-note"])
def test_what_a_key_changed_is_told_in_every_situation(name: str) -> None:
    """Also while paused and while the end is asked about: V says there that the voice is off."""
    situation = all_situations()[name]
    noted = replace(situation, signs=replace(situation.signs, note="Voice off"))
    assert "Voice off" in {mark.text for mark in letters(layout_of(noted, WIDE))}


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768)], ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_words_and_signs_end_at_the_margin(name: str, size: tuple[int, int]) -> None:
    """Whatever is said: the margin at the right is as wide as the one at the left."""
    situation = all_situations()[name]
    for each in (situation, longest(situation)):
        layout = layout_of(each, size)
        beyond = [mark for mark in signs(layout) if ink(mark).right() > layout.frame.right + 0.5]
        assert [] == beyond, size
