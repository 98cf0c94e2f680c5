"""The page of an exercise tells how it is done, and goes through those it was given."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from matside.core.history.last_time import Proposal
from matside.core.weights import Load, Unit
from matside.core.workout.model import Advice, BlockKind, Exercise, Reps
from matside.files.resources import bundled_exercises
from matside.files.workouts.catalogue import Catalogue
from matside.ui.drawing.theme import DARK, LIGHT, Theme
from matside.ui.exercise.exercise_page import ExercisePage, ExerciseView
from matside.ui.exercise.exercise_words import sections
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.film_view import FilmView
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Scroll, ThinBar
from tests.support.films import let_develop
from tests.support.painted import painted

Key = Qt.Key

CATALOGUE = Catalogue([bundled_exercises()])


def told(identity: str) -> ExerciseView:
    """Return the bundled exercise of that id, with its advice."""
    exercise = CATALOGUE.exercise(identity)
    assert isinstance(exercise, Exercise)
    return ExerciseView(exercise, CATALOGUE.advice(identity), BlockKind.SUPERSET)


BLOCK = (told("half-kneeling-chop"), told("bear-plank-lateral-walk"))


@pytest.fixture
def page_of(qtbot: QtBot, decoder: FilmDecoder) -> Callable[..., ExercisePage]:
    """Make the page of a block's exercises, and show it."""

    def make(
        *block: ExerciseView, theme: Theme = DARK, size: tuple[int, int] = (1366, 768)
    ) -> ExercisePage:
        page = ExercisePage(theme, decoder=decoder)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show_exercises(block or BLOCK)
        with qtbot.waitExposed(page):
            page.show()
        let_develop(decoder)
        page.setFocus()
        return page

    return make


def buttons(page: ExercisePage) -> list[str]:
    """Return what the buttons say that are seen."""
    return sorted(button.text() for button in page.findChildren(PageButton) if button.isVisible())


def test_it_tells_all_that_is_known(page_of: Callable[..., ExercisePage]) -> None:
    """A screen reader hears the cues of the first side, the mistake, easier, harder, muscles."""
    page = page_of()
    said = page.accessibleDescription()
    exercise, advice = BLOCK[0].exercise, BLOCK[0].advice
    assert exercise.name == page.accessibleName()
    assert "Left knee down" in said
    for text in (exercise.fix, exercise.tempo, advice.easier, advice.harder, advice.muscles):
        assert text
        assert text in said
    assert exercise.name in [label.text() for label in page.findChildren(QLabel)]


def test_arrows_go_through_the_block(page_of: Callable[..., ExercisePage]) -> None:
    """Right goes on and Left goes back, and neither leaves the exercises."""
    page = page_of()
    shown = []
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        QTest.keyClick(page, key)
        shown.append(page.shown)
    first, second = (each.exercise for each in BLOCK)
    assert [first, second, second, first] == shown


def test_buttons_go_through_the_block(page_of: Callable[..., ExercisePage]) -> None:
    """What the arrows do the mouse does too; at an end there is no button for more."""
    page = page_of()
    assert ["Close", "Next"] == buttons(page)
    onwards = next(each for each in page.findChildren(PageButton) if each.text() == "Next")
    QTest.mouseClick(onwards, Qt.MouseButton.LeftButton)
    assert BLOCK[1].exercise == page.shown
    assert ["Before", "Close"] == buttons(page)


def test_it_is_closed_by_its_button(qtbot: QtBot, page_of: Callable[..., ExercisePage]) -> None:
    """The button closes the page; Esc is the window's."""
    page = page_of()
    close = next(each for each in page.findChildren(PageButton) if each.text() == "Close")
    with qtbot.waitSignal(page.closed, timeout=30_000):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("size", [(800, 600), (1366, 768), (800, 1000)])
def test_film_and_text_are_seen(
    page_of: Callable[..., ExercisePage], size: tuple[int, int], theme: Theme
) -> None:
    """In every shape the glow of the muscles is seen, and the text ends above the margin."""
    page = page_of(theme=theme, size=size)
    image = page.grab().toImage()
    colours = [image.pixelColor(x, y) for x in range(0, size[0], 4) for y in range(0, size[1], 4)]
    assert any(_glows(colour) for colour in colours)
    bottom = [image.pixelColor(x, size[1] - 3) for x in range(0, size[0], 4)]
    assert {theme.ground.name()} == {colour.name() for colour in bottom}


def _glows(colour: QColor) -> bool:
    return colour.hue() in range(8, 26) and colour.saturation() > 180


def test_a_move_without_advice_shows_what_it_has(page_of: Callable[..., ExercisePage]) -> None:
    """A move that a workout writes out has no film, and no headings without a text."""
    bare = replace(BLOCK[0].exercise, id=None, cues=(), fix="", position="")
    page = page_of(ExerciseView(bare, Advice(), BlockKind.SUPERSET))
    assert "Easier" not in page.accessibleDescription()
    assert ["Close"] == buttons(page)


def test_a_move_without_a_film_shows_its_icon(page_of: Callable[..., ExercisePage]) -> None:
    """The plate is not empty: it has what stands for the exercise on the start page."""
    bare = replace(BLOCK[0].exercise, id=None)
    seen = page_of(ExerciseView(bare, Advice(), BlockKind.SUPERSET)).grab().toImage()
    middle = {seen.pixelColor(x, 435).name() for x in range(60, 600)}
    assert DARK.mute.name() in middle


def test_what_to_mind_is_called_so(page_of: Callable[..., ExercisePage]) -> None:
    """What follows is the cure, so no heading calls it a mistake."""
    said = page_of().accessibleDescription()
    assert f"Mind: {BLOCK[0].exercise.fix}" in said.replace("left", "{side}").splitlines()


def test_a_long_text_is_scrolled_by_keys(page_of: Callable[..., ExercisePage]) -> None:
    """What has no room is reached by the usual keys, and another exercise begins at its top."""
    long = replace(BLOCK[0], exercise=replace(BLOCK[0].exercise, cues=("to the mat " * 7,) * 6))
    page = page_of(long, BLOCK[1], size=(640, 480))
    (bar,) = page.findChildren(ThinBar)

    places = []
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_End, Key.Key_Home, Key.Key_End):
        QTest.keyClick(page, key)
        places.append(bar.value())
    QTest.keyClick(page, Key.Key_Right)

    down, page_down, end, home, _ = places
    assert 0 < down < page_down <= end
    assert (max(places), 0, 0) == (end, home, bar.value())


@pytest.mark.parametrize("size", [(800, 600), (1366, 768), (1920, 1080), (2560, 1080)])
def test_cues_stand_apart(page_of: Callable[..., ExercisePage], size: tuple[int, int]) -> None:
    """Between two numbers there is half as much again as their height, or more."""
    page = page_of(size=size)
    cues = BLOCK[0].exercise.cues
    words = [word for sheet in painted(page) for word in sheet.words]
    numbers = [
        next(word.rect for word in words if word.text == f"{place}")
        for place in range(1, len(cues) + 1)
    ]
    for above, below in pairwise(numbers):
        assert below.top() - above.bottom() >= 1.5 * above.height()


def test_the_way_to_the_next_exercise_has_an_arrow(page_of: Callable[..., ExercisePage]) -> None:
    """It is drawn, for the typeface has none, and told by its name."""
    page = page_of()
    shown = {button.text(): button for button in page.findChildren(PageButton)}
    assert "Right" == shown["Next"].accessibleDescription()


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (Proposal(12, Load(5_000, Unit.KILOGRAM), is_weighted=True), "try 5 kg"),
        (Proposal(12, None, is_weighted=True), "try more weight"),
        (Proposal(12, None, is_weighted=False), "try 13"),
    ],
)
def test_it_says_in_one_sentence_what_to_try_next(proposal: Proposal, words: str) -> None:
    """Before the advice of the catalogue; without three good sessions there is no such line."""
    exercise = Exercise("Curl", Reps(8, 12))
    first, *_ = sections(exercise, Advice(harder="Slower."), proposal)
    assert ("Next time", f"12 reps three sessions in a row: {words}.") == first
    assert [("Harder", "Slower.")] == list(sections(exercise, Advice(harder="Slower.")))


@pytest.mark.parametrize("size", [(1366, 768), (683, 768)])
def test_an_exercise_of_which_nothing_is_written_fills_its_page(
    page_of: Callable[..., ExercisePage], size: tuple[int, int]
) -> None:
    """Its film takes the room of the words; the next one has both again."""
    bare = replace(BLOCK[0].exercise, cues=(), fix="")
    page = page_of(ExerciseView(bare, Advice(), BlockKind.SUPERSET), BLOCK[0], size=size)
    film, text = page.findChildren(FilmView)[0], page.findChildren(Scroll)[0]
    alone = film.size()
    assert text.isHidden()

    QTest.keyClick(page, Key.Key_Right)

    assert not text.isHidden()
    assert alone.width() * alone.height() > 2 * film.width() * film.height()
