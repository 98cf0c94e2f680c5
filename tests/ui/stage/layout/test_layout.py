"""The layout of the stage holds its sizes, and keeps everything inside and apart."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSizeF

from matside.core.durations import clock
from matside.core.figures.film import ROW
from matside.core.session.reading import Layout, Look
from matside.core.workout.model import Side
from matside.ui.drawing.marks import Box
from matside.ui.drawing.theme import DARK
from matside.ui.stage.layout.dose import shows_dose
from matside.ui.stage.layout.frame import Showing, Signs
from matside.ui.stage.layout.layout import StageLayout, lay_out
from matside.ui.words import set_texts, texts
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
RESTS = ("rest", "rest-hold", "rest-weights", "rest-weights-plain", "overtime")
COUNTED = ("reps", "reps-bare", "reps-side", "reps-alternating")


def outside(layout: StageLayout, size: tuple[int, int]) -> list[QRectF]:
    """Return what leaves a window of `size`."""
    window = QRectF(0, 0, *size)
    rects = [ink(mark) for mark in signs(layout)]
    rects += [layout.digits_rect, layout.timeline, layout.block]
    return [rect for rect in rects if not window.contains(rect)]


def touching(layout: StageLayout) -> list[tuple[QRectF, QRectF]]:
    """Return what lies on something else: words, icons, digits, the figure and the timeline."""
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


def least_digits(situation: Situation) -> float:
    """Return how high the digits of `situation` are at least, as a share of the unit."""
    reading = situation.reading
    if reading.pause is not None:
        return 0.14 if reading.pause.seconds < 3600 else 0.09
    if reading.seconds is not None and reading.seconds >= 60:
        return 0.16 if reading.overtime else 0.18
    if reading.look is not Look.REST:
        return 0.32
    return 0.195 if reading.shown.side in (Side.LEFT, Side.RIGHT) else 0.24


def too_small(situation: Situation, layout: StageLayout) -> list[str]:
    """Return what `layout` shows of `situation` in smaller letters than the mat needs."""
    unit, reading = layout.frame.unit, situation.reading
    shown = {mark.text: mark.cap / unit for mark in letters(layout)}
    paused = reading.pause is not None
    least = {
        **dict.fromkeys(("LEFT", "RIGHT"), 0.09),
        texts.look_word(reading.look): 0.05,
        texts.press_words(reading.press): 0.05,
        texts.round_of(reading.shown.key.round, reading.shown.block.rounds): 0.05,
        clock(reading.left): 0.05,
        f"{situation.ends:%H:%M}": 0.05,
        set_texts.short_weight(reading.shown.exercise.weight): 0.05,
        **dict.fromkeys(set_texts.weight_words(reading.shown.exercise.weight).split(), 0.05),
    }
    if not paused and reading.layout is Layout.CHANGE_OVER and shows_dose(showing_of(situation)):
        least[set_texts.dose_words(reading.shown.exercise.dose)] = 0.085
    cut = [
        f"{text} {shown[text]:.3f}" for text, share in least.items() if shown.get(text, 1) < share
    ]
    name = max(mark.cap for mark in letters(layout) if mark.baseline < layout.block.top())
    cut += ["name"] * (name < 0.07 * unit)
    return cut + ["digits"] * (layout.digits.cap < least_digits(situation) * unit)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_everything_lies_inside_the_window_and_apart(name: str, size: tuple[int, int]) -> None:
    """No word, icon or number leaves the window or touches another, whatever the exercise."""
    for exercise in EXERCISES:
        layout = layout_of(altered(all_situations()[name], name=exercise), size)
        assert (exercise, [], []) == (exercise, outside(layout, size), touching(layout))


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_letters_keep_their_shares(name: str, size: tuple[int, int]) -> None:
    """All that is read from the mat is as high as promised, whatever the exercise."""
    situation = all_situations()[name]
    for exercise in EXERCISES:
        layout = layout_of(altered(situation, name=exercise), size)
        assert (exercise, []) == (exercise, too_small(situation, layout))


@pytest.mark.parametrize("size", [*SIZES, (683, 512)], ids=str)
@pytest.mark.parametrize("seconds", [90, 600, 3599, 3600])
@pytest.mark.parametrize("name", [name for name in NAMES if counts_time(name)])
def test_long_times_find_room(name: str, seconds: int, size: tuple[int, int]) -> None:
    """A minute and a half, ten minutes and an hour stay apart, 18 % high, in overtime 16."""
    layout = layout_of(lasting(all_situations()[name], seconds), size)
    assert ([], []) == (outside(layout, size), touching(layout))
    reading = all_situations()[name].reading
    least = 0.16 if reading.overtime else 0.18
    assert reading.pause is not None or least * layout.frame.unit <= layout.digits.cap


@pytest.mark.parametrize("size", [*SIZES, (480, 360)], ids=str)
@pytest.mark.parametrize("alter", [longest, shortest])
def test_whatever_an_author_writes_finds_room(
    alter: Callable[[Situation], Situation], size: tuple[int, int]
) -> None:
    """The longest texts and largest numbers stay inside and apart, and so does next to nothing."""
    for name, situation in all_situations().items():
        layout = layout_of(alter(situation), size)
        assert (name, []) == (name, outside(layout, size))
        assert (name, []) == (name, touching(layout))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_longest_name_is_read_from_the_mat(name: str, size: tuple[int, int]) -> None:
    """A name of 60 letters is told in letters of 7 % or more, as far as they go."""
    layout = layout_of(altered(all_situations()[name], name=LONG_NAME), size)
    shown = [mark for mark in letters(layout) if mark.text.rstrip("…") in LONG_NAME]
    tall = [mark for mark in shown if mark.cap >= 0.07 * layout.frame.unit]
    assert " ".join(mark.text for mark in tall).startswith("Half-Kneeling Single-Arm")


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize("name", LARGE_DIGITS)
def test_digits_take_a_third_of_the_height(name: str, size: tuple[int, int]) -> None:
    """The digits of work, get ready, switch and the last 3 s are 32 % high."""
    layout = layout_of(all_situations()[name], size)
    assert layout.digits.cap >= 0.32 * layout.frame.unit


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize("name", COUNTED)
def test_reps_are_the_one_big_number(name: str, size: tuple[int, int]) -> None:
    """A counted set shows its reps, 32 % high, and no time as large."""
    layout = layout_of(all_situations()[name], size)
    assert "8" == layout.digits.text
    assert layout.digits.cap >= 0.32 * layout.frame.unit


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize("name", RESTS)
def test_digits_of_a_rest_take_a_quarter(name: str, size: tuple[int, int]) -> None:
    """The digits of a rest are 24 % high."""
    layout = layout_of(all_situations()[name], size)
    assert layout.digits.cap >= 0.24 * layout.frame.unit


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_digits_beside_a_side_plate_are_smaller(size: tuple[int, int]) -> None:
    """In a rest that leads to a side the digits are 19.5 % high, and the side 9 %."""
    layout = layout_of(all_situations()["rest-side"], size)
    assert layout.digits.cap >= 0.195 * layout.frame.unit
    assert cap_of(layout, "LEFT") >= 0.09


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
@pytest.mark.parametrize("seconds", [8, 599, 600, 3599])
@pytest.mark.parametrize("name", ["paused", "paused-hold"])
def test_pause_is_read_from_the_mat(name: str, seconds: int, size: tuple[int, int]) -> None:
    """The length of a pause up to an hour is 14 % high, and what Space does 5 %."""
    situation = all_situations()[name]
    assert situation.reading.pause is not None
    pause = replace(situation.reading.pause, seconds=seconds)
    paused = replace(situation, reading=replace(situation.reading, pause=pause))
    layout = layout_of(paused, size)
    assert ([], []) == (outside(layout, size), touching(layout))
    assert layout.digits.cap >= 0.14 * layout.frame.unit
    assert cap_of(layout, "Resume") >= 0.05


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


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_block_leaves_room_for_the_film(name: str, size: tuple[int, int]) -> None:
    """Beside a film the block takes at most 60 % of the window's width."""
    layout = layout_of(all_situations()[name], size)
    share = layout.block.width() / size[0]
    assert 1 == share if layout.frame.stacked else share <= 0.6


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_block_has_one_place(size: tuple[int, int]) -> None:
    """At work, in rests and in pauses it is as wide and as high; at 1366x768 56 % of the width."""
    blocks = {
        layout_of(situation, size).block.getRect() for situation in all_situations().values()
    }
    assert 1 == len(blocks)
    if size == WIDE:
        assert 0.56 == round(blocks.pop()[2] / WIDE[0], 3)


@pytest.mark.parametrize("size", [*SIZES, (1280, 800)], ids=str)
@pytest.mark.parametrize("identity", IDS)
def test_a_film_keeps_its_place_through_all_situations(
    identity: str, size: tuple[int, int]
) -> None:
    """Get ready, set, rest and pause of one exercise show it at the same place, as large."""
    places = {
        layout.figure.getRect()
        for situation in shown_with(identity)
        if not situation.signs.question
        and warning_of(situation) is None
        and (layout := filmed(situation, size)).figure is not None
    }
    assert 1 == len(places)


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


def test_block_whose_rest_leads_to_other_weights_says_them_in_full() -> None:
    """Before a change of weights a plate says what to fetch, and the dose stands above it."""
    words = {mark.text for mark in letters(layout_of(all_situations()["rest-weights"], WIDE))}
    assert {"2 medium", "8 reps", "each side, in turn"} <= words


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
        ("paused-hold", "0:24 to go"),
        ("paused-rest", "0:14 of rest"),
        ("paused-hold", "Resume gives you 5 seconds to get set."),
        ("paused", "Skip set"),
        ("question", "End the workout?"),
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
        ("rest", "8 reps", 0.116),
        ("rest-side", "8 reps", 0.087),
        ("rest-weights", "2 medium", 0.051),
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
