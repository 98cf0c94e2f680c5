"""A film takes the place of the panel, and moves by itself or is led."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QColor, QPaintEvent
from pytestqt.qtbot import QtBot

from matside.core.figures.film import Film, FindReel, Reel, no_reel
from matside.core.workout.model import Side
from matside.core.workout.steps import Work
from matside.override import override
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.film_view import FilmView
from matside.ui.figures.icon_panel import FigureInks
from tests.support.films import bundled, decoding, let_develop
from tests.support.stages import all_situations

ROOM = QRect(0, 0, 480, 320)
INKS = FigureInks(QColor("#F4F6F8"), QColor("#D55E00"))


def step_of(name: str) -> Work:
    """Return the set that is shown in the situation `name`."""
    return all_situations()[name].reading.shown


class Screen:
    """A projector and a view of 480x320 px that is seen."""

    def __init__(self, qtbot: QtBot, decoder: FilmDecoder) -> None:
        self.decoder = decoder
        self.view = FilmView(decoder)
        qtbot.addWidget(self.view)
        self.view.resize(ROOM.size())
        self.view.show()

    def show(self, name: str, side: Side | None = None) -> None:
        """Show the set of the situation `name`, on another side if asked for."""
        step = step_of(name)
        if side is not None:
            step = replace(step, key=step.key._replace(side=side))
        self.view.show_set(step, ROOM, 768, INKS)

    def wait(self) -> None:
        """Wait until all that is wanted is decoded."""
        let_develop(self.decoder)

    @property
    def film(self) -> Film:
        """The film that is shown."""
        assert self.view.shown is not None
        return self.view.shown.reel.film

    @property
    def timer(self) -> QTimer:
        """What moves the film."""
        timer = self.view.findChild(QTimer)
        assert timer is not None
        return timer

    def move(self) -> None:
        """Let the time of the picture that is shown run out."""
        assert self.timer.isActive()
        self.timer.stop()
        self.timer.timeout.emit()

    def colours(self) -> set[str]:
        """Return the names of the colours that are seen."""
        image = self.view.grab().toImage()
        across, down = range(0, image.width(), 3), range(0, image.height(), 3)
        return {image.pixelColor(x, y).name() for x in across for y in down}


@pytest.fixture
def screen(qtbot: QtBot, decoder: FilmDecoder) -> Screen:
    """Return a view of the bundled films."""
    return Screen(qtbot, decoder)


def screen_of(qtbot: QtBot, find: FindReel) -> Iterator[Screen]:
    """Give a view of the films that `find` finds."""
    with decoding(find) as decoder:
        yield Screen(qtbot, decoder)


class PaintWatch(QObject):
    """Remembers what of a widget was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.rect = QRect()
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rect = self.rect.united(event.rect())
        return super().eventFilter(watched, event)


def test_panel_paints_its_icon(qtbot: QtBot) -> None:
    """Without a film the icon is seen in its colour."""
    for screen in screen_of(qtbot, no_reel):
        screen.show("reps")
        assert INKS.accent.name() in screen.colours()


def test_a_film_takes_the_place_of_the_icon(screen: Screen) -> None:
    """Where there is a film it is seen as soon as it is decoded, and the icon never."""
    screen.show("reps")
    assert 1 == len(screen.colours())
    screen.wait()
    assert INKS.accent.name() not in screen.colours()
    assert len(screen.colours()) > 200


def test_a_film_that_is_prepared_is_seen_at_once(screen: Screen) -> None:
    """Its first picture is in the first frame."""
    frames = screen.view.first_frames(step_of("reps"), ROOM.size())
    screen.decoder.want("test", frames, 2)
    screen.wait()
    screen.show("reps")
    assert frames[0] == screen.view.shown


def test_a_set_without_a_film_has_nothing_to_prepare(qtbot: QtBot) -> None:
    """Its icon is painted when it is shown."""
    for screen in screen_of(qtbot, no_reel):
        assert [] == screen.view.first_frames(step_of("reps"), ROOM.size())


def test_the_next_three_pictures_are_decoded_ahead(screen: Screen) -> None:
    """A film goes on from picture to picture without waiting for one."""
    screen.show("reps")
    screen.wait()
    screen.timer.stop()
    screen.decoder.close()
    first = screen.view.place
    for ahead in range(1, 4):
        screen.timer.timeout.emit()
        screen.timer.stop()
        assert screen.view.shown is not None
        assert screen.film.pose(first + ahead) == screen.view.shown.pose


def test_a_film_moves_as_its_sequence_says(screen: Screen) -> None:
    """Each picture stays for its share of the loop, then the next is shown."""
    screen.show("reps")
    screen.wait()
    film = screen.film
    for _ in range(3):
        place = screen.view.place  # on a busy machine it has moved by itself, too
        assert film.stay(place, film.seconds, slow=False) == screen.timer.interval()
        assert screen.view.shown is not None
        assert film.pose(place) == screen.view.shown.pose
        screen.move()
        assert place + 1 == screen.view.place
        screen.wait()


def test_a_hidden_film_stands_still_and_decodes_nothing(screen: Screen) -> None:
    """What nobody sees takes no time."""
    screen.show("reps")
    screen.wait()
    screen.view.hide()
    screen.view.resize(300, 300)
    screen.wait()
    known = screen.decoder.size_in_bytes
    assert not screen.timer.isActive()
    screen.show("rest-weights")
    screen.wait()
    assert known == screen.decoder.size_in_bytes
    screen.view.show()
    assert screen.timer.isActive()


def test_a_film_runs_on_through_a_change(screen: Screen) -> None:
    """The same exercise on the same side goes on where it is; another one begins."""
    screen.show("rest-side")
    screen.wait()
    for _ in range(4):
        screen.move()
    reached = screen.view.place  # on a busy machine it has moved by itself, too
    assert reached >= 4
    screen.show("reps-side")
    assert reached == screen.view.place
    screen.show("reps")
    assert 0 == screen.view.place


def test_no_other_exercise_is_seen_meanwhile(screen: Screen) -> None:
    """Until a film is decoded nothing is seen of the one before."""
    screen.show("reps")
    screen.wait()
    screen.show("reps-side")
    assert screen.view.shown is None
    assert 1 == len(screen.colours())


def test_the_picture_before_stays_until_the_next_is_decoded(screen: Screen) -> None:
    """A film that moves faster than it is decoded waits, and shows no gap."""
    screen.show("reps")
    screen.wait()
    for _ in range(9):
        screen.move()
    assert screen.view.shown is not None
    assert len(screen.colours()) > 200
    screen.wait()
    assert screen.film.pose(screen.view.place) == screen.view.shown.pose


def test_another_size_shows_the_picture_until_its_own_is_decoded(screen: Screen) -> None:
    """It is scaled for that moment, and nothing is ever missing."""
    screen.show("reps")
    screen.wait()
    before = screen.view.shown
    screen.view.resize(240, 160)
    assert before == screen.view.shown
    assert len(screen.colours()) > 100
    screen.wait()
    assert before != screen.view.shown


def test_what_is_repainted_is_what_was_and_what_comes(screen: Screen) -> None:
    """Nothing of the picture before is left: both are within what is painted anew."""
    screen.show("reps-side")
    screen.wait()
    screen.view.repaint()
    boxes = []
    watch = PaintWatch(screen.view)
    for _ in range(12):
        frame = screen.view.shown
        assert frame is not None
        picture = frame.reel.film.pictures[frame.pose]
        boxes.append(picture.height * frame.height / frame.reel.film.height)
        watch.rect = QRect()
        screen.move()
        screen.wait()
        screen.view.repaint(0, 0, 1, 1)
        assert watch.rect.height() + 1 >= boxes[-1]
    assert watch.rect.width() < ROOM.width()


def test_reduced_motion_shows_key_poses(screen: Screen) -> None:
    """Where motion is reduced they are shown in turn, two seconds each, and nothing between."""
    screen.view.set_slow(slow=True)
    screen.show("reps")
    screen.wait()
    keys, places = screen.film.keys, []
    for _ in range(len(keys) + 1):
        places.append(screen.view.place)
        assert 2000 == screen.timer.interval()
        screen.move()
    assert [*keys, keys[0]] == places
    screen.view.set_slow(slow=False)
    assert 0 == screen.view.place


def test_a_film_that_is_led_does_not_move_by_itself(screen: Screen) -> None:
    """It stands where the rep is, from the beginning of the loop to its end."""
    screen.show("reps-side")
    reel = bundled("half-kneeling-chop")
    places = []
    for share in (0.0, 0.25, 0.5, 0.99):
        screen.view.lead(share)
        places.append(screen.view.place)
    assert [reel.film.place_in_rep(share) for share in (0.0, 0.25, 0.5, 0.99)] == places
    assert screen.view.is_led
    assert not screen.timer.isActive()
    screen.view.lead(None)
    assert screen.timer.isActive()


def test_key_poses_are_not_led(screen: Screen) -> None:
    """With reduced motion they take turns, however quick the reps are."""
    screen.view.set_slow(slow=True)
    screen.show("reps-side")
    screen.view.lead(0.9)
    assert not screen.view.is_led
    assert screen.timer.isActive()


def test_a_film_that_is_held_is_faint_and_still(screen: Screen) -> None:
    """Nothing moves while paused; then it goes on from there."""
    screen.show("reps")
    screen.wait()
    screen.move()
    bright = screen.view.grab().toImage()
    screen.view.hold(held=True)
    assert not screen.timer.isActive()
    assert bright != screen.view.grab().toImage()
    screen.view.hold(held=False)
    assert (1, True) == (screen.view.place, screen.timer.isActive())


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_each_side_is_the_mirror_of_the_other(screen: Screen, side: Side) -> None:
    """The pictures show one side; for the other they are mirrored."""
    screen.show("reps-side", side)
    screen.wait()
    assert screen.view.shown is not None
    assert (side is Side.RIGHT) is screen.view.shown.mirrored


def test_another_film_of_the_same_exercise_begins(qtbot: QtBot) -> None:
    """Another body is shown as soon as the set is shown again."""
    found: list[Reel | None] = [bundled("hammer-curl")]
    for screen in screen_of(qtbot, lambda _: found[0]):
        screen.show("reps")
        screen.wait()
        found[0] = bundled("chest-fly")
        screen.show("reps")
        screen.wait()
        assert screen.view.shown is not None
        assert "man/chest-fly" == screen.view.shown.reel.name
