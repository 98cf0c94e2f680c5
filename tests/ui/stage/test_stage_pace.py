"""The stage at rep pace: the rep as the number, a cell of the band for each, and the pace."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from matside.core.keymap import USUAL_KEYS
from matside.core.session.looks import Look
from matside.core.workout.model import Reps
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.marks import Band, IconMark
from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.stage.layout.layout import StageLayout
from matside.ui.stage.stage import Stage
from matside.ui.stage.stage_words import told
from tests.support.films import bundled
from tests.support.situations import Situation
from tests.support.stages import FROM_4_TO_3, SIZES, all_situations, cap_of, layout_of, letters

WIDE = (1366, 768)
SETS = ("paced", "paced-bare", "paced-side", "paced-alternating")


def situation(name: str) -> Situation:
    """Return a situation of the runner's workout."""
    return all_situations()[name]


def band_of(layout: StageLayout) -> Band:
    """Return the one band of `layout`."""
    (band,) = (mark for mark in layout.marks if isinstance(mark, Band))
    return band


def said(layout: StageLayout) -> list[str]:
    """Return all words of `layout`."""
    return [text.text for text in letters(layout)]


@pytest.mark.parametrize(
    ("name", "rep"),
    [("paced", "4"), ("paced-bare", "1"), ("paced-side", "3"), ("paced-alternating", "8")],
)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_number_is_the_rep_under_way(name: str, rep: str, size: tuple[int, int]) -> None:
    """Beside it stands how many there are."""
    layout = layout_of(situation(name), size)

    assert rep == layout.digits.text
    assert "of 8" in said(layout)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_rep_is_as_high_as_reps_are(name: str, size: tuple[int, int]) -> None:
    """32 % of the unit, to be read over the shoulder."""
    layout = layout_of(situation(name), size)

    assert layout.digits.cap >= 0.32 * layout.frame.unit


def with_reps(name: str, count: int, rep: int) -> Situation:
    """Return the situation with `count` reps, the one numbered `rep` under way."""
    found = situation(name)
    step = found.reading.shown
    longer = replace(step, exercise=replace(step.exercise, dose=Reps(count)))
    reading = replace(found.reading, step=longer, shown=longer, rep=rep)
    return replace(found, reading=reading)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_moves_as_the_number_grows(size: tuple[int, int]) -> None:
    """Rep 9 and rep 10 of 12 stand in one and the same block, with all beside them in place."""
    ninth, tenth = (layout_of(with_reps("paced", 12, rep), size) for rep in (9, 10))

    assert ninth.block == tenth.block
    assert ninth.digits.cap == tenth.digits.cap
    assert letters(ninth) == letters(tenth)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SETS)
def test_band_has_a_cell_for_each_rep(name: str, size: tuple[int, int]) -> None:
    """Eight cells of one width, but for a px, with gaps of the block's colour between."""
    band = band_of(layout_of(situation(name), size))
    edges = [band.rect.left(), *(gap.center().x() for gap in band.gaps), band.rect.right()]
    widths = [right - left for left, right in pairwise(edges)]

    assert 8 == len(widths)
    assert max(widths) - min(widths) <= 2
    assert DARK.tone(Look.WORK).flood == band.between
    assert {(band.rect.top(), band.rect.bottom())} == {
        (gap.top(), gap.bottom()) for gap in band.gaps
    }


def test_reps_too_many_for_cells_have_one() -> None:
    """A hundred cells would be a grating; a single rep needs no gap."""
    for count in (100, 1):
        assert () == band_of(layout_of(with_reps("paced", count, 1), WIDE)).gaps


@pytest.mark.parametrize("name", ["hold", "rest", "switch", "paced-switch", "lead-in"])
def test_band_of_a_time_is_one_piece(name: str) -> None:
    """Only reps are parted into cells."""
    assert () == band_of(layout_of(situation(name), WIDE)).gaps


@pytest.mark.parametrize("name", ["reps", "reps-side", "reps-alternating", "paced-paused"])
def test_no_pace_no_band(name: str) -> None:
    """A counted set has no length to be half-way through, and a pause none at all."""
    layout = layout_of(situation(name), WIDE)

    assert [] == [mark for mark in layout.marks if isinstance(mark, Band)]


def test_cells_fill_from_the_left_and_gaps_stay() -> None:
    """3 of 8 cells and a bit are filled, the gaps among them too keep the block's colour."""
    band = band_of(layout_of(situation("paced"), WIDE))
    image = QImage(*WIDE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    band.paint(painter)
    painter.end()
    y = round(band.rect.center().y())
    cell = band.rect.width() / 8
    colours = [image.pixelColor(round((place + 0.5) * cell), y) for place in range(8)]
    gaps = {image.pixelColor(round(gap.center().x()), y).name() for gap in band.gaps}

    assert [DARK.fill] * 3 == [QColor(colour) for colour in colours[:3]]
    assert [band.track] * 4 == colours[4:]
    assert {DARK.tone(Look.WORK).flood.name()} == gaps


@pytest.mark.parametrize("name", [*SETS, "paced-lead-in"])
def test_pace_stands_between_its_keys(name: str) -> None:
    """What comma and period change is shown beside them."""
    texts = said(layout_of(situation(name), WIDE))
    pace = "3 s a rep" if name in ("paced-side", "paced-lead-in") else "4 s a rep"
    place = texts.index(pace, len(texts) - 5)

    assert [",", pace, "."] == texts[place - 1 : place + 2]


@pytest.mark.parametrize("name", ["reps", "hold", "rest", "paced-switch", "paced-paused"])
def test_no_pace_is_shown_where_none_can_be_changed(name: str) -> None:
    """The keys beside Space are shown only where they do something.

    In a rest they stand on the card of the last set, where they mean its reps.
    """
    layout = layout_of(situation(name), WIDE)
    strip = [mark.text for mark in letters(layout) if mark.baseline > layout.frame.strip_top]
    assert {",", "."}.isdisjoint(strip)


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_lead_in_shows_which_rep_goes_on(size: tuple[int, int]) -> None:
    """By the film, as large as what is left of a hold."""
    layout = layout_of(situation("paced-lead-in"), size)

    assert layout.digits.text in ("0:04", ":04")
    assert cap_of(layout, "Rep 4 of 8") > 0.05


@pytest.mark.parametrize("size", FROM_4_TO_3, ids=str)
def test_changed_pace_is_read_from_the_mat(size: tuple[int, int]) -> None:
    """For a moment it stands by the film, in the place of the cue."""
    layout = layout_of(situation("paced-faster"), size)

    assert cap_of(layout, "2.5 s a rep") > 0.05
    assert "Elbows stay at your ribs" not in said(layout)


def test_note_goes_by_itself(qtbot: QtBot) -> None:
    """After a moment the cue is back; a stage that is hidden forgets the note."""
    stage = Stage(DARK)
    qtbot.addWidget(stage)
    stage.resize(*WIDE)
    noted, plain = situation("paced-faster"), situation("paced-faster")
    replace(plain, signs=replace(plain.signs, note=None)).tell(stage)
    stage.show()
    before = stage.grab().toImage()
    noted.tell(stage)
    assert before != stage.grab().toImage()
    qtbot.waitUntil(lambda: before == stage.grab().toImage(), timeout=30_000)
    noted.tell(stage)
    stage.hide()
    assert before == stage.grab().toImage()


def test_pause_shows_which_rep_waits() -> None:
    """Not a time, which would be no help on the mat."""
    layout = layout_of(situation("paced-paused"), WIDE)
    assert {"Rep", "of 8"} <= set(said(layout))
    assert "4" == layout.digits.text


@pytest.mark.parametrize(
    ("name", "shown"), [("paced-switch", True), ("paced", False), ("switch", False)]
)
def test_sign_of_rep_pace_is_shown_where_no_reps_are(name: str, *, shown: bool) -> None:
    """A set that counts its reps shows its pace itself."""
    signs = [
        mark.icon for mark in layout_of(situation(name), WIDE).marks if isinstance(mark, IconMark)
    ]

    assert shown is (Icon.PACE in signs)


def test_pace_is_told_in_words() -> None:
    """A screen reader says it behind the reps, and never which rep it is."""
    words = told(situation("paced").reading, USUAL_KEYS)

    assert "8 reps. 4 seconds a rep. two light dumbbells" in words
    assert words == told(replace(situation("paced").reading, rep=5), USUAL_KEYS)
    assert "a rep" not in told(situation("reps").reading, USUAL_KEYS)


@pytest.fixture
def stage(qtbot: QtBot, decoder: FilmDecoder) -> Stage:
    """Return a stage with films that is seen."""
    stage = Stage(DARK, decoder=decoder)
    qtbot.addWidget(stage)
    stage.resize(800, 600)
    stage.show()
    return stage


def at_rep(found: Situation, reps: float) -> Situation:
    """Return the paced situation `found` after `reps` reps."""
    assert found.reading.shown.reps is not None
    share = reps / found.reading.shown.reps
    return replace(found, reading=replace(found.reading, share=share, rep=int(reps) + 1))


@pytest.mark.parametrize("pace", [3000, 2500, 6500])
def test_film_does_one_loop_a_rep(stage: Stage, pace: int) -> None:
    """Each rep begins with the loop and takes all of it, whatever its pace is."""
    found, film = situation("paced-side"), bundled("half-kneeling-chop").film
    step = replace(found.reading.shown, pace=pace)
    found = replace(found, reading=replace(found.reading, step=step, shown=step))
    places = []
    for reps in (0, 0.5, 1, 1.25, 2, 7, 7.75):
        at_rep(found, reps).tell(stage)
        places.append(stage.film.place)

    expected = [film.place_in_rep(share) for share in (0, 0.5, 0, 0.25, 0, 0, 0.75)]
    assert expected == places
    assert stage.film.is_led


@pytest.mark.parametrize("name", ["reps-side", "paced-lead-in", "rest-side", "hold-side"])
def test_film_of_anything_else_moves_by_itself(stage: Stage, qtbot: QtBot, name: str) -> None:
    """A counted set has its own tempo, and so has what is shown before a paced one."""
    situation("paced-side").tell(stage)
    assert stage.film.is_led
    situation(name).tell(stage)

    assert not stage.film.is_led
    first = stage.film.place
    qtbot.waitUntil(lambda: stage.film.place != first, timeout=20_000)


def test_paced_film_is_brought_up_to_its_rep_often(stage: Stage) -> None:
    """Twenty times a second, so that it moves as smoothly as by itself; else ten are enough."""
    situation("paced-side").tell(stage)
    assert 50 == stage.tick
    situation("reps-side").tell(stage)
    assert 100 == stage.tick
