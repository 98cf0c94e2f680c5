"""The block of the stage: the one big number, the side, the dose and the weights."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from matside.core.duration import clock
from matside.core.plan import RestKind, Step
from matside.core.reading import Layout, Look
from matside.core.workout import Exercise, Hold, Reps, Side, Weight
from matside.ui import words
from matside.ui.countdown import Digits, count_digits, time_digits
from matside.ui.icons import Icon
from matside.ui.lettering import BOLD, SEMIBOLD, fitting_cap
from matside.ui.marks import Band, Box, Flood, Mark, Sign
from matside.ui.rows import (
    Badge,
    Dropped,
    Gap,
    Piece,
    Plate,
    Row,
    Stack,
    Words,
    first_fitting,
    row,
)
from matside.ui.stage_frame import TEXT, Frame, Showing
from matside.ui.theme import Theme

DIGITS = 0.323
REST_DIGITS = 0.241
SIDED_REST_DIGITS = 0.199
LEAST_DIGITS = 0.181
PAUSED_DIGITS = 0.147
LEAST_PAUSED_DIGITS = 0.09
"""Pauses of an hour and more may shrink to this where the choices need the room."""

CHOICES = 0.59
"""The room that the choices of a pause need beside the block."""

DISC = 0.25
NARROW_DISC = 0.21
SMALL_DISC = 0.16
LONG_PAUSE = 600
"""From so many seconds on the digits of the pause need the room of the disc, or of a part."""

SIDE = 0.0915
QUALIFIER = 0.066
DOSE = 0.116
SMALL_DOSE = 0.087
PITCH = 0.0742

HEIGHT = 0.584
"""The height of the block below a name of one line."""

LIFT = 0.45
"""How much of the spare room of a high block lies above its contents."""

DIGITS_ABOVE_FOOT = 0.061
ROW_BELOW_TOP = 0.138

PAD = 0.10
REST_PAD = 0.085
NARROW_PAD = 0.06
SLIM = 0.71
"""How wide the rows of a rest may be before they widen its block."""

ROW_PAD = 0.05

BAND = 0.0234
CELL_GAP = 0.0078
LEAST_CELL = 0.0156
"""How wide the gap between two reps of the band is, and how wide a cell at least."""


@dataclass(frozen=True, slots=True)
class Block:
    """The block as it is painted: its place, its digits' place, and its marks."""

    rect: QRectF
    digits: Digits
    digits_rect: QRectF
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _PauseLines:
    """Where the lines of a paused block have their baselines, below its top.

    `disc` is the size of the disc, `middle` where its middle is, `cap` the height of what waits.
    Above a `side` no words say that this is a pause: the disc does.
    """

    disc: float
    middle: float
    said: float | None
    digits: float
    side: float | None
    waits: float
    cap: float
    resume: float


PAUSE = _PauseLines(DISC, 0.18, 0.112, 0.305, None, 0.462, 0.094, 0.536)
SIDED_PAUSE = _PauseLines(SMALL_DISC, 0.1215, None, 0.195, 0.345, 0.475, 0.08, 0.543)


@dataclass(frozen=True, slots=True)
class _Room:
    """The room of a block before its width is known."""

    frame: Frame
    theme: Theme
    top: float
    foot: float

    @property
    def unit(self) -> float:
        return self.frame.unit

    @property
    def left(self) -> float:
        return self.frame.margin

    @property
    def limit(self) -> float:
        return self.frame.block_limit

    @property
    def paused_limit(self) -> float:
        """Return how wide the contents may be that leave room for what Space does."""
        beside = self.frame.width - 2 * self.left - CHOICES * self.unit
        return self.limit if self.frame.stacked else min(self.limit, beside)

    @property
    def slim(self) -> float:
        """Return how wide the rows of a rest may be before they widen its block."""
        return min(SLIM * self.unit, self.limit)

    @property
    def squeeze(self) -> float:
        """Return how much lower the block is than usual, in px."""
        return max(0.0, HEIGHT * self.unit - (self.foot - self.top))

    @property
    def spare(self) -> float:
        """Return how much higher the block is than usual, in px."""
        return max(0.0, (self.foot - self.top) - HEIGHT * self.unit)

    def at(self, share: float) -> float:
        """Return how far down `share` of a block of usual height is in this one.

        In a higher one all keeps together, in a lower one it closes up.
        """
        height = self.foot - self.top - self.spare
        return self.top + LIFT * self.spare + height * share / HEIGHT

    def pad(self, share: float) -> float:
        """Return the room to the right of the digits."""
        return self.unit * (min(share, NARROW_PAD) if self.frame.narrow else share)


@dataclass(frozen=True, slots=True)
class _Content:
    """What a block holds; `needed` is how far to the right of the margin it reaches, padded."""

    digits: Digits
    digits_at: QPointF
    marks: tuple[Mark, ...]
    needed: float


def block(showing: Showing, frame: Frame, theme: Theme, top: float) -> Block:
    """Return the block that begins at `top`."""
    room = _Room(frame, theme, top, frame.block(top, 0).bottom())
    content = _content(showing, room)
    rect = frame.block(top, frame.margin + content.needed)
    at = content.digits_at
    return Block(
        rect,
        content.digits,
        content.digits.rect(at.x(), at.y()),
        (*_ground(showing, frame, theme, rect), *content.marks),
    )


def _content(showing: Showing, room: _Room) -> _Content:
    if showing.paused:
        return _paused(showing, room)
    if showing.is_rest:
        return _rest(showing, room)
    return _counted(showing, room) if _shows_reps(showing) else _timed(showing, room)


def _shows_reps(showing: Showing) -> bool:
    """Return whether reps are the one big number: not while a lead-in counts down."""
    reading = showing.reading
    return reading.seconds is None or (reading.rep is not None and reading.held_back is None)


def _ground(showing: Showing, frame: Frame, theme: Theme, rect: QRectF) -> Iterator[Mark]:
    """Give the flood, unless the whole window is flooded, and the progress band at its foot.

    A counted set has no length to be half-way through, and so no band; at rep pace its band
    has a cell for each rep.
    """
    tone = theme.tone(showing.reading.look)
    corner = 0.0 if showing.flooded else frame.corner
    if not showing.flooded:
        yield Flood(rect, tone.flood, corner)
    if showing.paused or showing.reading.seconds is None:
        return
    height = round(BAND * frame.unit)
    width = frame.width if showing.flooded else rect.width()
    foot = QRectF(0, rect.bottom() - height, width, height)
    gaps = _gaps(showing, foot, frame.unit)
    yield Band(foot, corner, _filled(showing), tone.track, theme.fill, gaps, tone.flood)


def _filled(showing: Showing) -> float:
    """Return the filled part of the band: of a set what is gone, else what is left."""
    share = showing.reading.share
    return share if showing.reading.step.is_set else 1 - share


def _gaps(showing: Showing, band: QRectF, unit: float) -> tuple[QRectF, ...]:
    """Return the gaps between the reps of a paced set; none where they are too many."""
    reps = showing.reading.step.reps
    if showing.reading.rep is None or reps is None:
        return ()
    gap, cell = max(1, round(CELL_GAP * unit)), band.width() / reps
    if cell < gap + LEAST_CELL * unit:
        return ()
    return tuple(
        QRectF(round(band.left() + place * cell - gap / 2), band.top(), gap, band.height())
        for place in range(1, reps)
    )


def _timed(showing: Showing, room: _Room) -> _Content:
    seconds = showing.reading.seconds or 0
    digits = _work_digits(seconds, room)
    top_row = _top_row(showing, room)
    return _Content(
        digits,
        QPointF(room.left, _digits_baseline(room)),
        top_row.at(room.left, _row_baseline(room)),
        max(_usual_width(digits, room), top_row.width + ROW_PAD * room.unit),
    )


def _counted(showing: Showing, room: _Room) -> _Content:
    exercise = _exercise(showing)
    assert isinstance(exercise.dose, Reps)
    unit, ink = room.unit, room.theme.ink
    unit_words = Words(_beside_count(showing, exercise.dose), DOSE * unit, ink, BOLD)
    gap = 0.05 * unit
    all_reps = count_digits(
        exercise.dose.count,
        width=room.limit - gap - max(unit_words.width, _least_plate(exercise, room)),
        cap=DIGITS * unit,
        least=LEAST_DIGITS * unit,
    )
    digits = Digits(str(showing.reading.rep or exercise.dose.count), all_reps.cap)
    x, baseline = room.left + all_reps.width + gap, _digits_baseline(room)
    beside = room.limit - all_reps.width - gap
    plate = _weight_beside_reps(exercise, beside, room)
    top_row = _top_row(showing, room)
    widest = max(unit_words.width, plate.width) + all_reps.width + gap
    marks = (
        *top_row.at(room.left, _row_baseline(room)),
        *unit_words.at(x, baseline),
        *plate.at(x, baseline - (DIGITS - 0.0766) * unit),
    )
    needed = max(widest, top_row.width) + ROW_PAD * unit
    return _Content(
        digits,
        QPointF(room.left, baseline),
        marks,
        max(_usual_width(_work_digits(0, room), room), needed),
    )


def _beside_count(showing: Showing, dose: Reps) -> str:
    """Return what stands beside the number: reps, or how many of them there are."""
    return (
        words.reps_word(dose.count) if showing.reading.rep is None else words.of_reps(dose.count)
    )


def _work_digits(seconds: int, room: _Room) -> Digits:
    return time_digits(
        seconds, width=room.limit, cap=DIGITS * room.unit, least=LEAST_DIGITS * room.unit
    )


def _usual_width(digits: Digits, room: _Room) -> float:
    """Return the width that a block of large digits has, at least that for 0:00."""
    return max(digits.width, _work_digits(0, room).width) + room.pad(PAD)


def _digits_baseline(room: _Room) -> float:
    """Return the baseline of large digits, a little lower where a long name takes room."""
    usual = room.foot - DIGITS_ABOVE_FOOT * room.unit
    return usual + 0.4 * room.squeeze - (1 - LIFT) * room.spare


def _row_baseline(room: _Room) -> float:
    """Return the baseline above large digits, a little higher where a long name takes room."""
    usual = room.top + ROW_BELOW_TOP * room.unit
    return usual - 0.3 * room.squeeze + LIFT * room.spare


def _top_row(showing: Showing, room: _Room) -> Row:
    """Return what stands above the digits: side, else dose that comes, else posture."""
    step = showing.reading.shown
    if step.side in (Side.LEFT, Side.RIGHT):
        vermillion = showing.reading.look is Look.WORK
        width = _usual_width(_work_digits(0, room), room) - ROW_PAD * room.unit
        return _side_row(step, room, width, on_vermillion=vermillion)
    if showing.reading.layout is Layout.CHANGE_OVER:
        return _dose_row(step, room)
    return _posture_row(step, room)


def _side_row(step: Step, room: _Room, width: float, *, on_vermillion: bool) -> Row:
    """Return the side on its plate and the part of the body it speaks of, small if need be.

    On vermillion small letters are not black enough: there they stand white on the plate.
    """
    assert step.side is not None
    assert step.exercise is not None
    part, unit, ink = step.exercise.part, room.unit, room.theme.ink
    plate, gap = side_plate(step.side, unit, room.theme), Gap(0.031 * unit)
    sizes = (QUALIFIER,) if on_vermillion else (QUALIFIER, (QUALIFIER + TEXT) / 2, TEXT)
    rows = [row(plate, gap, Words(part, cap * unit, ink, SEMIBOLD)) for cap in sizes]
    if on_vermillion:
        rows.append(row(side_plate(step.side, unit, room.theme, part=part)))
    fitting = first_fitting(width, rows)
    return fitting if fitting.width <= room.limit else row(plate)


def side_plate(side: Side, unit: float, theme: Theme, cap: float = SIDE, part: str = "") -> Plate:
    """Return LEFT or RIGHT, white on a black plate, in capitals of the share `cap`.

    `part` stands smaller beside it.
    """
    scale, white = unit * cap / SIDE, theme.plate_text
    said: list[Piece] = [Words(words.side_word(side), cap * unit, white, BOLD)]
    if part:
        said += [Gap(0.031 * scale), Words(part, TEXT * unit, white, SEMIBOLD)]
    return Plate(
        Row(tuple(said)),
        theme.plate,
        pad=0.0365 * scale,
        above=0.1105 * scale,
        below=0.0195 * scale,
        radius=0.021 * scale,
    )


def _posture_row(step: Step, room: _Room) -> Row:
    """Return how the reps are spread, else the posture, where it fits."""
    assert step.exercise is not None
    text = words.in_turn() if step.side is Side.BOTH else step.exercise.position
    line = Words(text, QUALIFIER * room.unit, room.theme.ink, SEMIBOLD)
    return first_fitting(room.limit, (row(line), row()))


def _dose_row(step: Step, room: _Room) -> Row:
    """Return the dose and the weights in one line above large digits."""
    exercise = step.exercise
    assert exercise is not None
    unit, ink = room.unit, room.theme.ink
    dose = Words(words.dose_words(exercise.dose), 0.1 * unit, ink, BOLD)
    smaller = Words(words.dose_words(exercise.dose), SMALL_DOSE * unit, ink, BOLD)
    if _goes_without_saying(exercise):
        return first_fitting(room.limit, (row(dose), row(smaller)))
    weight = _short_weight(exercise.weight, QUALIFIER, room)
    gap = Gap(0.047 * unit)
    return first_fitting(
        room.limit, (row(dose, gap, weight), row(smaller, gap, weight), row(smaller))
    )


def _short_weight(weight: Weight | None, cap: float, room: _Room) -> Row:
    """Return the weights in short, in black: their sign, number and level."""
    unit, ink = room.unit, room.theme.ink
    said = Words(words.short_weight(weight), cap * unit, ink, SEMIBOLD)
    if weight is None:
        return row(said)
    sign = Badge(Icon.DUMBBELL, 0.11 * unit, cap * unit, ink)
    return row(sign, Gap(0.022 * unit), said)


def _weight_beside_reps(exercise: Exercise, width: float, room: _Room) -> Row:
    """Return the plate of weights whose top is level with the digits; nothing without weights.

    Its baseline is that of its first line.
    """
    if exercise.weight is None:
        return row()
    return first_fitting(width, _weight_plates(exercise.weight, room))


def _least_plate(exercise: Exercise, room: _Room) -> float:
    """Return the width that the plate of weights needs at least; 0 without weights."""
    if exercise.weight is None:
        return 0.0
    return min(plate.width for plate in _weight_plates(exercise.weight, room))


def _weight_plates(weight: Weight, room: _Room) -> list[Row]:
    """Return the plates of `weight` that may stand beside the reps, the best first.

    Where the panel would be thin they have no dumbbells: the words say all.
    """
    thin, pad = room.frame.narrow and not room.frame.stacked, 0.03 * room.unit
    sign = 0.0 if thin else 0.105 * room.unit
    forms = _weight_lines(weight, in_one=weight.count == 1 and not thin)
    return [row(_weight_plate(weight, lines, sign, pad, room)) for lines in forms]


def _weight_lines(weight: Weight, *, in_one: bool) -> Iterator[tuple[str, ...]]:
    """Give the words of `weight` in one line if they may be, in two, and in short."""
    full = words.weight_words(weight)
    if in_one:
        yield (full,)
    yield tuple(full.rsplit(maxsplit=1))
    yield (words.short_weight(weight),)


def _weight_plate(
    weight: Weight, lines: Sequence[str], sign: float, pad: float, room: _Room
) -> Plate:
    """Return the weights, white on a black plate, first line on baseline.

    Before them stands a dumbbell for each, `sign` px wide, unless that is 0.
    """
    unit, white = room.unit, room.theme.plate_text
    signs = min(weight.count, len(lines))
    drop = PITCH * unit * (len(lines) - 1)
    lift = (len(lines) - signs) * PITCH * unit / 2
    said = Stack(tuple(Words(line, TEXT * unit, white, BOLD) for line in lines), PITCH * unit)
    bells = Stack((Badge(Icon.DUMBBELL, sign, TEXT * unit, white),) * signs, PITCH * unit)
    beside = (Dropped(bells, drop - lift), Gap(0.027 * unit)) if sign else ()
    return Plate(
        row(*beside, Dropped(said, drop)),
        room.theme.plate,
        pad=pad,
        above=0.0766 * unit,
        below=drop + 0.0256 * unit,
        radius=0.021 * unit,
    )


def _rest(showing: Showing, room: _Room) -> _Content:
    sided = showing.reading.shown.side in (Side.LEFT, Side.RIGHT)
    cap = (SIDED_REST_DIGITS if sided else REST_DIGITS) * room.unit
    digits = _rest_digits(showing.reading.seconds or 0, cap, showing, room)
    rows = _sided_rest_rows(showing, room) if sided else _rest_rows(showing, room)
    usual = max(digits.width, _rest_digits(0, REST_DIGITS * room.unit, None, room).width)
    widest = max(placed.width for placed, _ in rows)
    return _Content(
        digits,
        QPointF(room.left, room.at(0.240 if sided else 0.294)),
        tuple(mark for placed, baseline in rows for mark in placed.at(room.left, baseline)),
        max(usual + room.pad(REST_PAD), widest + ROW_PAD * room.unit),
    )


def _rest_digits(seconds: int, cap: float, showing: Showing | None, room: _Room) -> Digits:
    return time_digits(
        seconds,
        width=room.slim if room.frame.narrow else room.limit,
        cap=cap,
        least=min(cap, LEAST_DIGITS * room.unit),
        overtime=showing is not None and showing.reading.overtime,
    )


def _sided_rest_rows(showing: Showing, room: _Room) -> tuple[tuple[Row, float], ...]:
    """Return the side that comes, and the dose with its weights below."""
    step = showing.reading.shown
    exercise = _exercise(showing)
    dose = Words(words.dose_words(exercise.dose), SMALL_DOSE * room.unit, room.theme.ink, BOLD)
    return (
        (_side_row(step, room, room.slim, on_vermillion=False), room.at(0.388)),
        (_dose_beside_weight(dose, exercise, room), room.at(0.526)),
    )


def _rest_rows(showing: Showing, room: _Room) -> tuple[tuple[Row, float], ...]:
    """Return the weights to change to on their plate, else the dose with its weights."""
    exercise = _exercise(showing)
    if changes_weights(showing):
        assert exercise.weight is not None
        lines = words.weight_words(exercise.weight).rsplit(maxsplit=1)
        plate = _weight_plate(exercise.weight, lines, 0.125 * room.unit, 0.0365 * room.unit, room)
        return ((row(plate), room.at(0.416)),)
    dose = Words(words.dose_words(exercise.dose), DOSE * room.unit, room.theme.ink, BOLD)
    return ((_dose_beside_weight(dose, exercise, room), room.at(0.477)),)


def _dose_beside_weight(dose: Words, exercise: Exercise, room: _Room) -> Row:
    """Return the dose and the weights in short, in as wide a form as has room."""
    unit, ink, weight = room.unit, room.theme.ink, exercise.weight
    if _goes_without_saying(exercise):
        return row(dose)
    gap = Gap(0.05 * unit)
    long = row(dose, gap, _short_weight(weight, TEXT, room))
    if weight is None:
        lines = words.weight_words(None).split(maxsplit=1)
        said = Stack(tuple(Words(line, TEXT * unit, ink, SEMIBOLD) for line in lines), 0.07 * unit)
        return first_fitting(room.slim, (long, row(dose, gap, said)))
    said_only = Words(words.short_weight(weight), TEXT * unit, ink, SEMIBOLD)
    return first_fitting(room.slim, (long, row(dose, gap, said_only)))


def _goes_without_saying(exercise: Exercise) -> bool:
    """Return whether nobody would take weights for `exercise` anyway."""
    return exercise.weight is None and isinstance(exercise.dose, Hold)


def changes_weights(showing: Showing) -> bool:
    """Return whether this rest leads to other weights than the set before it."""
    step = showing.reading.step
    coming = _exercise(showing).weight
    if not showing.is_rest or step.block is None or step.rest is RestKind.SWITCH:
        return False
    return coming is not None and coming != step.block.exercises[step.key.place].weight


def shows_dose(showing: Showing) -> bool:
    """Return whether the block says the dose of what comes next."""
    if showing.is_rest:
        sided = showing.reading.shown.side in (Side.LEFT, Side.RIGHT)
        return sided or not changes_weights(showing)
    return showing.reading.shown.side not in (Side.LEFT, Side.RIGHT)


def _paused(showing: Showing, room: _Room) -> _Content:
    pause, unit, lines = showing.reading.pause, room.unit, _pause_lines(showing)
    assert pause is not None
    disc = _disc_of_pause(pause.seconds, room, lines)
    x = disc.right() + (0.035 if room.frame.narrow else 0.05) * unit if disc else room.left
    digits = time_digits(
        pause.seconds,
        width=room.paused_limit - (x - room.left),
        cap=PAUSED_DIGITS * unit,
        least=LEAST_PAUSED_DIGITS * unit,
    )
    said = Words(words.paused_for(), 0.058 * unit, room.theme.ink, SEMIBOLD)
    named = row() if lines.said is None else row(said)
    beside = x - room.left + max(digits.width, named.width) + 0.035 * unit
    needed = max(beside, _usual_pause_width(room))
    marks = (
        *(_pause_disc(disc, room) if disc else ()),
        *named.at(x, room.at(lines.said or 0.0)),
        *_waiting(showing, room, needed - 0.04 * unit, lines),
    )
    return _Content(digits, QPointF(x, room.at(lines.digits)), marks, needed)


def _pause_lines(showing: Showing) -> _PauseLines:
    step = showing.reading.step
    sided = step.side in (Side.LEFT, Side.RIGHT) and step.is_set
    return SIDED_PAUSE if sided else PAUSE


def _disc_of_pause(seconds: int, room: _Room, lines: _PauseLines) -> QRectF | None:
    """Return the place of the disc with the bars; a long pause takes its room, or a part."""
    long, narrow = seconds >= LONG_PAUSE, room.frame.narrow
    if long and narrow:
        return None
    share = min(lines.disc, NARROW_DISC if narrow else DISC, SMALL_DISC if long else DISC)
    size = share * room.unit
    return QRectF(room.left, room.at(lines.middle) - size / 2, size, size)


def _usual_pause_width(room: _Room) -> float:
    """Return the width of a rest, which a pause keeps unless the choices need the room."""
    if room.frame.narrow:
        return 0.0
    return _rest_digits(0, REST_DIGITS * room.unit, None, room).width + room.pad(REST_PAD)


def _pause_disc(disc: QRectF, room: _Room) -> tuple[Mark, ...]:
    inset = 0.14 * disc.width()
    bars = disc.adjusted(inset, inset, -inset, -inset)
    paused = room.theme.tone(Look.PAUSED).flood
    return Box(disc, room.theme.ink, disc.width() / 2), Sign(Icon.PAUSE, bars, paused)


def _waiting(showing: Showing, room: _Room, width: float, lines: _PauseLines) -> Iterator[Mark]:
    """Give the side of a set, what waits behind the pause, and what RESUME will do."""
    unit, ink, step = room.unit, room.theme.ink, showing.reading.step
    if lines.side is not None and step.side is not None:
        yield from side_plate(step.side, unit, room.theme).at(room.left, room.at(lines.side))
    text = _what_waits(showing)
    cap = fitting_cap(text, width, lines.cap * unit, BOLD)
    yield from Words(text, cap, ink, BOLD).at(room.left, room.at(lines.waits))
    if showing.reading.resume:
        text = words.lead_in(showing.reading.resume)
        cap = fitting_cap(text, width, 0.0295 * unit)
        yield from Words(text, cap, ink).at(room.left, room.at(lines.resume))


def _what_waits(showing: Showing) -> str:
    """Return what remains of the paused step, or its reps, or which of them waits."""
    reading = showing.reading
    if reading.seconds is None:
        return words.dose_words(_exercise(showing).dose)
    if reading.rep is not None:
        return words.rep_of(reading.rep, reading.step.reps or 0)
    waits = words.waits_in(reading.step.kind, overtime=reading.overtime)
    return waits.format(time=clock(reading.seconds))


def _exercise(showing: Showing) -> Exercise:
    exercise = showing.reading.shown.exercise
    assert exercise is not None
    return exercise
