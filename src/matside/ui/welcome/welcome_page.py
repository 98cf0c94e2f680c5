"""The welcome: what an athlete needs to know before the very first workout, on one page."""

import math
from bisect import bisect_left

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from matside.core.workout.model import Exercise
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import fill_rounded, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.film_view import FilmView
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page, columns
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.welcome.sound_test import SoundTest
from matside.ui.welcome.space_bar import SpaceBar
from matside.ui.welcome.text_plate import TextPlate
from matside.ui.words.screen_words import space_key
from matside.ui.words.start_words import safety_line
from matside.ui.words.translation import translate

TOP, FOOT, GAP = 16.2, 13.5, 1.8
"""Where everything begins below the title, what the ways on take, and the gaps, in units."""

FILM, TALL_FILM = 0.34, 0.4
"""The share of the width that the film takes, on a tall page too."""

LEAST_BESIDE = 7.5
"""The minimum height of the capitals of sentences beside a film, in px."""

AIR = 1.5
"""The room between the film and the edge of its plate, in units."""

WHOLE = 1.45
"""The height of the capitals of sentences, in percent, from which all of them stand beside the
film, which is then as high as they are; else two plates of them are below it."""

SHARES = tuple(share / 100 for share in range(30, 71, 2))
"""The shares of the width that are tried for the first of the two plates of sentences."""

LARGEST = 2.5
"""The maximum height of the capitals of sentences, in percent."""

LEAST_SMALL = 6.0
"""The minimum height of the capitals of sentences in the smallest windows, in px."""

SHRINK = 0.25
"""By how much the capitals of sentences shrink at a time until all fits, in px."""

MOST_WARNING_LINES = 4
"""The maximum number of lines for the reason why there is no sound."""

WARNING = 1.2
"""The height of capitals in that reason, relative to those of sentences."""


@frozen
class _Heights:
    """The heights of the bar, the sound and the plates in px, and the share of the first plate."""

    bar: float
    sound: float
    plates: float
    share: float


class WelcomePage(Page):
    """Asks for nothing: Space or Esc continues, one press plays the go sound."""

    tall_span = 0.9

    done_pressed = Signal()
    sound_pressed = Signal()
    keys_pressed = Signal()

    def __init__(self, theme: Theme, decoder: FilmDecoder | None = None) -> None:
        super().__init__(theme)
        self._title = Label(self, theme.text, BOLD, least=0.7)
        self._title.setText(translate("Welcome", "Welcome to Matside"))
        self.setAccessibleName(self._title.text())
        self._film_plate = QRectF()
        self._film = FilmView(decoder or FilmDecoder(parent=self), self)
        self._bar = SpaceBar(self, theme)
        self._test = SoundTest(self, theme)
        self._warning = WarningPlate(theme, self, lines=MOST_WARNING_LINES)
        laptop, body = translate("Welcome", "The laptop"), translate("Welcome", "You")
        self._plates = (
            TextPlate(self, theme, Icon.SCREEN, laptop, _about_the_laptop()),
            TextPlate(self, theme, Icon.MAT, body, _about_the_body()),
        )
        self._keys = PageButton(self, theme, "?", translate("Welcome", "All keys, at any time"))
        on = translate("Welcome", "Go on")
        self.main = PageButton(self, theme, space_key(), on, main=True)
        self._connect()
        self.set_home(self.main)

    def show_sound(self, volume: int, *, muted: bool, silent: str | None) -> None:
        """Show the `volume` of the chimes, in percent; `silent` says why there is no sound."""
        self._test.show_volume(volume, muted=muted)
        self._warning.show_words(silent or "")
        self._test.setHidden(silent is not None)
        self.arrange()

    def show_exercise(self, exercise: Exercise, *, still: bool) -> None:
        """Show the film of `exercise`, only its key poses if `still`."""
        self._film.set_slow(slow=still)
        self._film.show_exercise(exercise, exercise.order_of_sides[0])
        self.arrange()

    @override
    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter continue: Tab has not moved the focus."""
        focused = QApplication.focusWidget()
        return focused is None or focused is self.main or not self.isAncestorOf(focused)

    def _connect(self) -> None:
        self.main.clicked.connect(self.done_pressed)
        self._test.clicked.connect(self.sound_pressed)
        self._keys.clicked.connect(self.keys_pressed)
        QWidget.setTabOrder(self.main, self._test)
        QWidget.setTabOrder(self._test, self._keys)

    @override
    def arrange(self) -> None:
        """Place the title, the film beside what is said, and the ways on.

        What is said is as large as fits; where that would be too small, the film gives way, at
        first to the plates below it.
        """
        u, title = self.u, self.cap(6)
        room = QRectF(self.margin, TOP * u, self.width() - 2 * self.margin, 0)
        room.setBottom(self.height() - FOOT * u)
        self._title.put(room.x() - 0.04 * title, 11.5 * u, room.width(), title)
        share = TALL_FILM if self.tall else FILM
        film = 0.0 if self._film.film is None else share * room.width() + GAP * u
        # On a tall page a film as high as all sentences would be a small one on a high plate.
        below = film if self.tall else 0.0
        small = self._fitting_small(room, film, below)
        if small < self.cap(WHOLE):
            below = film
            small = self._fitting_small(room, film, below)
        if small < LEAST_BESIDE:
            film = below = 0.0
            small = self._fitting_small(room, film, below)
        self._place_words(room, film, below, small)
        self._place_ways_on(QRectF(room.x(), self.height() - 11.5 * u, room.width(), 9 * u))
        self.update()

    def _fitting_small(self, room: QRectF, film: float, below: float) -> float:
        """Return the largest height of capitals at which all words fit beside `film` px.

        The two plates are as much wider as `below` px.
        """
        largest, gaps, column = self.cap(LARGEST), 2 * GAP * self.u, room.width() - film

        def fits(step: int) -> bool:
            small = largest - SHRINK * step
            heights = self._heights(column, below, small)
            needed = heights.bar + heights.sound + heights.plates + gaps
            return needed <= room.height() and self._bar.fits(column, self.u, small)

        steps = range(math.ceil(max(0.0, largest - LEAST_SMALL) / SHRINK))
        return largest - SHRINK * bisect_left(steps, True, key=fits)

    def _heights(self, column: float, below: float, cap: float) -> _Heights:
        """Return the heights on `column` px, `below` px more for the plates, which end alike."""
        u = self.u
        bar = self._bar.height_needed(column, u, cap)
        sound = self._test.height_needed(u, cap)
        if not self._warning.isHidden():
            sound = self._warning.needed_height(column, WARNING * cap, u)
        inner = column + below - GAP * u
        first, second = self._plates
        plates, share = min(
            (
                max(
                    first.height_needed(share * inner, u, cap),
                    second.height_needed((1 - share) * inner, u, cap),
                ),
                share,
            )
            for share in SHARES
        )
        return _Heights(bar, sound, plates, share)

    def _place_words(self, room: QRectF, film: float, below: float, cap: float) -> None:
        """Place bar, sound and plates below each other; bar and sound take what is left."""
        u, gap = self.u, GAP * self.u
        heights = self._heights(room.width() - film, below, cap)
        spare = room.height() - heights.bar - heights.sound - heights.plates - 2 * gap
        more = max(0.0, spare) / 2
        column = room.adjusted(film, 0, 0, 0)
        bar = QRectF(column.x(), column.y(), column.width(), heights.bar + more)
        sound = QRectF(column.x(), bar.bottom() + gap, column.width(), heights.sound + more)
        self._bar.put(bar, u, cap)
        self._test.cap = cap
        self._test.put(sound, u)
        self._warning.put(sound, WARNING * cap, u)
        plates = room.adjusted(film - below, 0, 0, 0)
        plates.setTop(sound.bottom() + gap)
        self._place_plates(plates, heights.share, cap)
        foot = sound.bottom() if below else room.bottom()
        self._place_film(QRectF(room.x(), room.y(), max(0.0, film - gap), foot - room.y()))

    def _place_plates(self, room: QRectF, share: float, cap: float) -> None:
        apart = GAP * self.u / room.width()
        shares = (share * (1 - apart), (1 - share) * (1 - apart))
        for plate, rect in zip(self._plates, columns(room, shares, apart), strict=True):
            plate.put(rect, self.u, cap)

    def _place_film(self, plate: QRectF) -> None:
        air = AIR * self.u
        self._film_plate = plate
        self._film.setHidden(plate.isEmpty())
        self._film.setGeometry(pixels(plate.adjusted(air, air, -air, -air)))

    def _place_ways_on(self, row: QRectF) -> None:
        u = self.u
        self.main.cap, self._keys.cap = self.cap(4.2), self.cap(2.4)
        self.main.u = self._keys.u = u
        on, keys = self.main.width_needed, self._keys.width_needed
        self.main.put(QRectF(row.right() - on + u, row.y(), on, row.height()), u)
        self._keys.put(QRectF(row.x() - u, row.y(), keys, row.height()), u)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the ground, and the plate under the film."""
        super().paint(painter)
        fill_rounded(painter, self._film_plate, 2 * self.u, self.theme.surface)


def _about_the_laptop() -> tuple[str, ...]:
    """Return where to place the laptop."""
    return (
        translate("Welcome", "Beside the mat, its screen towards you, its keys within reach."),
        translate("Welcome", "You read it from three metres away."),
        translate("Welcome", "Lid open, plugged in."),
    )


def _about_the_body() -> tuple[str, ...]:
    """Return the advice for beginners."""
    return (
        translate("Welcome", "Chimes tell every change: you may close your eyes."),
        safety_line(),
        translate(
            "Start", "In doubt, ask your doctor: Matside keeps time and is not medical advice."
        ),
    )
