"""The mini view: the block alone, in a window so small that it stays beside other work."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSizeF

from matside.core.durations import clock
from matside.core.keymap import Act
from matside.core.session.reading import Layout
from matside.frozen import frozen
from matside.ui.drawing.lettering import BOLD, CAP, SEMIBOLD, elided, fitting_cap
from matside.ui.drawing.marks import Box, Mark
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import face_of
from matside.ui.kit.rows import Gap, Piece, Row, TextPiece, face_keycap, first_fitting, row
from matside.ui.stage.layout.block.block import progress_band
from matside.ui.stage.layout.block.number import beside_number, number_digits
from matside.ui.stage.layout.block.sides import one_side, side_plate
from matside.ui.stage.layout.frame import Showing, StageFrame, flood_inks
from matside.ui.stage.layout.layout import StageLayout
from matside.ui.stage.layout.warning import warning_plate, warning_text
from matside.ui.words import dose_words, last_set_words, screen_words
from matside.ui.words.outcome_words import outcome_words

SHAPE = 16 / 9
"""The ratio of width to height of the contents, which stand in the middle of a higher window."""

MARGIN, GAP = 0.07, 0.05

TOP_BASELINE, DIGITS_BASELINE, FOOT_BASELINE = 0.195, 0.67, 0.87
"""The baselines of the row above the digits, of the digits, and of the line below them."""

DIGITS, LEAST_DIGITS = 0.4, 0.2
BESIDE, LEAST_BESIDE = 0.16, 0.08
WORD, LEAST_WORD = 0.1, 0.075
"""The heights of the digits, of what is beside them, and of all other words; and their minimum."""

PLATE = 1.1
"""How much larger the plate of a side is than on the whole stage."""

BAND = 0.045
NOTICE, LEAST_NOTICE, NOTICE_LINES = 0.06, 0.036, 2
NOTICE_FOOT = 0.955


@frozen
class SmallFrame:
    """The size of a mini view in px; measures are shares of its `unit`."""

    width: float
    height: float

    @property
    def unit(self) -> float:
        """The height of the contents, in px."""
        return min(self.height, self.width / SHAPE)

    @property
    def left(self) -> float:
        """The left edge of the contents, in px."""
        return MARGIN * self.unit

    @property
    def right(self) -> float:
        """The right edge of the contents, in px."""
        return self.width - self.left

    @property
    def room(self) -> float:
        """The width of the contents, in px."""
        return self.right - self.left

    def at(self, share: float) -> float:
        """Return where `share` of the height of the contents is, in px from the top."""
        return (self.height - self.unit) / 2 + share * self.unit


def mini(showing: Showing, theme: Theme, size: QSizeF) -> StageLayout:
    """Return the layout of a mini view of `size` that shows `showing`."""
    frame = SmallFrame(size.width(), size.height())
    unit, whole = frame.unit, QRectF(0, 0, frame.width, frame.height)
    words = beside_number(showing, alone=True)
    gap = GAP * unit if words else 0.0
    digits = number_digits(
        showing,
        width=frame.room - gap - TextPiece(words, LEAST_BESIDE * unit, theme.ink, BOLD).width,
        cap=DIGITS * unit,
        least=LEAST_DIGITS * unit,
    )
    x, baseline = frame.left + digits.width + gap, frame.at(DIGITS_BASELINE)
    cap = fitting_cap(words, frame.right - x, BESIDE * unit, BOLD)
    foot = QRectF(0, frame.height - round(BAND * unit), frame.width, round(BAND * unit))
    marks = (
        # With fractional scale factors the edges of a px are soft.
        Box(whole.adjusted(0, 0, 1, 1), theme.tone(showing.reading.look).flood),
        *progress_band(showing, foot, 0.0, unit, theme),
        *_above(showing, frame, theme),
        *TextPiece(words, cap, theme.ink, BOLD).at(x, baseline),
        *_below(showing, frame, theme),
    )
    return StageLayout(
        frame=StageFrame.of(size),
        inks=flood_inks(showing, theme),
        marks=marks,
        block=whole,
        room=whole,
        digits=digits,
        digits_rect=digits.rect(frame.left, baseline),
        figure=None,
        timeline=None,
    )


def _above(showing: Showing, frame: SmallFrame, theme: Theme) -> Iterator[Mark]:
    """Give the side and the look, or the look and a dose or time, as far as they fit."""
    for left, right in _tops(showing, frame, theme):
        if left.width + GAP * frame.unit + right.width <= frame.room:
            break
    yield from left.at(frame.left, frame.at(TOP_BASELINE))
    yield from right.ending(frame.right, frame.at(TOP_BASELINE))


def _tops(showing: Showing, frame: SmallFrame, theme: Theme) -> Iterator[tuple[Row, Row]]:
    """Give what may stand above the digits at the left and at the right, the best first.

    A dose that is not the number counts more than the part of the body that a side refers to.
    """
    if showing.signs.question:
        yield row(_fitted(screen_words.end_question(), frame, theme)), row()
        return
    unit, reading = frame.unit, showing.reading
    look = row(TextPiece(screen_words.look_word(reading.look), WORD * unit, theme.ink, BOLD))
    doses: list[TextPiece] = []
    if not showing.paused and (
        reading.layout is Layout.CHANGE_OVER or showing.shown_clock is not None
    ):
        said = dose_words.set_dose_words(reading.shown)
        doses = [TextPiece(said, WORD * unit, theme.ink, BOLD)]
    if (side := one_side(reading.shown)) is not None:
        plate = side_plate(side, PLATE * unit, theme)
        forms = dose_words.part_words(showing.exercise.part)
        parts = [TextPiece(each, WORD * unit, theme.ink, BOLD) for each in forms]
        yield from ((row(plate, Gap(GAP * unit), each), look) for each in (*doses, *parts))
        yield row(plate), look
        yield row(plate), row()
        return
    yield from ((look, row(each)) for each in doses)
    if reading.taken is not None and not showing.paused:
        yield (
            look,
            row(TextPiece(clock(reading.taken), WORD * unit, theme.ink, BOLD, tabular=True)),
        )
    yield look, row()


def _below(showing: Showing, frame: SmallFrame, theme: Theme) -> Iterator[Mark]:
    """Give a warning, else the answers to the question, what a key has done, or the name."""
    baseline = frame.at(FOOT_BASELINE)
    if (text := warning_text(showing)) is not None:
        panel = QRectF(frame.left, 0, frame.room, frame.at(NOTICE_FOOT))
        stage = StageFrame(frame.width, frame.unit)
        sizes = NOTICE, LEAST_NOTICE
        yield from warning_plate(text, sizes, stage, theme, panel, NOTICE_LINES)[0]
    elif showing.signs.question:
        yield from _answers(showing, frame, theme).at(frame.left, baseline)
    else:
        beside = _last_set(showing, frame, theme)
        room = frame.room - (beside.width + GAP * frame.unit if beside.pieces else 0.0)
        yield from _fitted(_said(showing), frame, theme, room).at(frame.left, baseline)
        yield from beside.ending(frame.right, baseline)


def _last_set(showing: Showing, frame: SmallFrame, theme: Theme) -> Row:
    """Return what was done of the last set, where it has room beside the name of the next one.

    Where nobody knows the reps, the name makes room for it. Keys have none; what they change is
    said in the place of the name.
    """
    reading, signs = showing.reading, showing.signs
    if reading.correctable is None or reading.flooded or signs.note is not None:
        return row()
    cap, name = LEAST_WORD * frame.unit, _fitted(_said(showing), frame, theme)
    forms = [
        row(TextPiece(form, cap, theme.ink, SEMIBOLD))
        for form in last_set_words.last_set_forms(reading.correctable)
    ]
    if reading.correctable.reps is not None:
        forms.append(row())
    return first_fitting(frame.room - name.width - GAP * frame.unit, forms)


def _said(showing: Showing) -> str:
    """Return what a key has just done, else the name of the exercise."""
    reading = showing.reading
    if showing.signs.note is not None:
        return showing.signs.note
    if reading.given is not None:
        return dose_words.to_get_set(reading.given)
    if reading.confirmed is not None:
        return outcome_words(reading.confirmed)
    return showing.exercise.name


def _fitted(text: str, frame: SmallFrame, theme: Theme, room: float | None = None) -> TextPiece:
    """Return `text` in one line of the contents, or of `room` px; smaller, and cut at last."""
    room = frame.room if room is None else room
    cap = fitting_cap(text, room, WORD * frame.unit, BOLD)
    cap = max(cap, LEAST_WORD * frame.unit)
    return TextPiece(elided(text, room, cap, BOLD), cap, theme.ink, BOLD)


def _answers(showing: Showing, frame: SmallFrame, theme: Theme) -> Row:
    """Return the keys that end the workout and that do not, as large as they fit in one line."""
    ends = screen_words.end_answer(is_empty=showing.reading.is_empty)
    offered = ((Act.END, ends), (Act.PRESS, screen_words.not_yet()))

    def line(cap: float) -> Row:
        pieces: list[Piece] = []
        for act, does in offered:
            face = face_of(showing.signs.keymap, act)
            key = face_keycap(face, 1.6 * cap, cap, theme.plate, theme.plate_text)
            said = TextPiece(does, cap, theme.ink, BOLD)
            pieces += [key, Gap(0.5 * cap), said, Gap(0.9 * cap)]
        return Row(tuple(pieces[:-1]))

    usual = line(WORD * frame.unit)
    if usual.width <= frame.room:
        return usual
    return line(WORD * frame.unit * frame.room / usual.width - CAP)
