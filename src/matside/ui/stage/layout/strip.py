"""The strip at the foot of the stage: time left, what Space does, and when the workout ends."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from matside.core.durations import clock
from matside.core.keymap import Act
from matside.core.workout.steps import set_of_round
from matside.ui.drawing.lettering import BOLD, MEDIUM, SEMIBOLD
from matside.ui.drawing.marks import Box, Mark
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import face_of
from matside.ui.kit.rows import Dropped, Gap, Piece, Row, TextPiece, around, face_keycap, row
from matside.ui.kit.timeline_layout import BARE_HEIGHT, LABELLED_HEIGHT
from matside.ui.stage.layout.choices import press_key
from matside.ui.stage.layout.frame import TEXT, Showing, StageFrame
from matside.ui.words import clock_words, dose_words, screen_words
from matside.ui.words.local_words import time_of_day
from matside.ui.words.translation import translate

BASELINE = 0.0235
NARROW_BASELINE = 0.030
"""The distance of the text baseline from the foot of the window."""

TIMELINE_FOOT = 0.0855
NARROW_TIMELINE_FOOT = 0.110
"""The distance of the timeline's foot from the foot of the window."""

EDGE = 0.0013
"""The thickness of the strip's edge."""

LEAST_GAP = 0.02
ARROW_KEY = 0.053
ARROW_TEXT = 0.027


def timeline_rect(frame: StageFrame) -> QRectF:
    """Return the area of the timeline."""
    height = (LABELLED_HEIGHT if frame.labelled else BARE_HEIGHT) * frame.unit
    foot = frame.height - (NARROW_TIMELINE_FOOT if frame.narrow else TIMELINE_FOOT) * frame.unit
    return QRectF(frame.margin, foot - height, frame.right - frame.margin, height)


def strip(showing: Showing, frame: StageFrame, theme: Theme) -> tuple[Mark, ...]:
    """Return the strip, without the timeline on it."""
    baseline = frame.height - (NARROW_BASELINE if frame.narrow else BASELINE) * frame.unit
    ground = QRectF(0, frame.strip_top, frame.width + 1, frame.height - frame.strip_top + 1)
    edge = QRectF(0, frame.strip_top, frame.width, max(1.0, EDGE * frame.unit))
    return (
        Box(ground, theme.strip),
        Box(edge, theme.edge),
        *_line(showing, frame, theme, baseline),
    )


def _line(showing: Showing, frame: StageFrame, theme: Theme, baseline: float) -> Iterator[Mark]:
    """Give the three parts of the line, in as wide a form as has room."""
    width = frame.right - frame.margin
    parts = list(_parts(showing, frame, theme))
    gaps = 2 * LEAST_GAP * frame.unit
    left, middle, right = next(
        (tried for tried in parts if sum(part.width for part in tried) + gaps <= width), parts[-1]
    )
    yield from left.at(frame.margin, baseline)
    yield from right.ending(frame.right, baseline)
    free = frame.right - frame.margin - left.width - right.width
    yield from middle.centred(frame.margin + left.width + free / 2, baseline)


def _parts(showing: Showing, frame: StageFrame, theme: Theme) -> Iterator[tuple[Row, Row, Row]]:
    """Give the time left, what Space does and the end; the widest form first."""
    left = _time_left(showing, frame, theme)
    end = _around_time(screen_words.ends(), _hour(showing), frame, theme)
    bare_left = _bare(_sets(showing) or clock(showing.reading.left), frame, theme)
    if showing.signs.question:
        yield left, row(), end
        return
    does = _does(showing, frame, theme)
    beside = _beside_space(showing, frame, theme)
    if beside is not None:
        yield left, row(does, Gap(0.045 * frame.unit), beside), end
    yield left, does, end
    yield bare_left, does, end
    yield bare_left, does, _bare(_hour(showing), frame, theme)


def _does(showing: Showing, frame: StageFrame, theme: Theme) -> Row:
    said = screen_words.press_words(showing.reading.press, clock(showing.reading.resume))
    return row(
        press_key(showing, frame.unit, theme),
        Gap(0.022 * frame.unit),
        TextPiece(said, TEXT * frame.unit, theme.text, SEMIBOLD),
    )


def _beside_space(showing: Showing, frame: StageFrame, theme: Theme) -> Row | None:
    """Return the other keys that are worth showing, None where there are none."""
    if showing.is_rest and showing.reading.adjustable:
        return _adjust(showing, frame, theme)
    if showing.paused:
        return None
    if showing.reading.rep is not None and showing.reading.shown.pace is not None:
        return _pace(showing, showing.reading.shown.pace, frame, theme)
    return None


def _pace(showing: Showing, pace: int, frame: StageFrame, theme: Theme) -> Row:
    """Return how long a rep takes, between the keys that make it shorter and longer."""
    unit = frame.unit
    raised = (TEXT - ARROW_TEXT) / 2 * unit
    said = TextPiece(dose_words.pace_words(pace), ARROW_TEXT * unit, theme.mute, MEDIUM)
    faces = (face_of(showing.signs.keymap, act) for act in (Act.FASTER, Act.SLOWER))
    faster, slower = (
        face_keycap(face, ARROW_KEY * unit, TEXT * unit, theme.surface2, theme.text)
        for face in faces
    )
    gap = Gap(0.014 * unit)
    return row(faster, gap, Dropped(said, -raised), gap, slower)


def _adjust(showing: Showing, frame: StageFrame, theme: Theme) -> Row:
    """Return the keys that lengthen and shorten the rest; overtime cannot be shortened."""
    unit = frame.unit
    raised = (TEXT - ARROW_TEXT) / 2 * unit
    pieces: list[Piece] = []
    keys = [(Act.MORE, screen_words.more_key()), (Act.LESS, screen_words.less_key())]
    for act, said in keys[:1] if showing.reading.overtime else keys:
        face = face_of(showing.signs.keymap, act)
        pieces += [
            face_keycap(face, ARROW_KEY * unit, TEXT * unit, theme.surface2, theme.text),
            Gap(0.014 * unit),
            Dropped(TextPiece(said, ARROW_TEXT * unit, theme.mute, MEDIUM), -raised),
            Gap(0.04 * unit),
        ]
    return Row(tuple(pieces[:-1]))


def _time_left(showing: Showing, frame: StageFrame, theme: Theme) -> Row:
    """Return the time left; where the block shows its own, how far the round has got."""
    if (sets := _sets(showing)) is not None:
        number = str(showing.reading.shown.key.round)
        pattern = translate("Clock", "{sets} in round {number}").replace("{number}", number)
        beside = TextPiece("", TEXT * frame.unit, theme.mute)
        inside = TextPiece(sets, TEXT * frame.unit, theme.text, BOLD, tabular=True)
        return around(pattern, "sets", beside, inside)
    return _around_time(screen_words.time_left(), clock(showing.reading.left), frame, theme)


def _sets(showing: Showing) -> str | None:
    """Return which set of its round it is where nobody has counted the rounds: `2 of 3`."""
    running = showing.shown_clock
    if running is None or running.total is not None:
        return None
    return clock_words.of_sets(*set_of_round(showing.reading.shown))


def _hour(showing: Showing) -> str:
    return time_of_day(showing.ends)


def _around_time(pattern: str, time: str, frame: StageFrame, theme: Theme) -> Row:
    beside = TextPiece("", TEXT * frame.unit, theme.mute)
    inside = TextPiece(time, TEXT * frame.unit, theme.text, BOLD, tabular=True)
    return around(pattern, "time", beside, inside)


def _bare(time: str, frame: StageFrame, theme: Theme) -> Row:
    return row(TextPiece(time, TEXT * frame.unit, theme.text, BOLD, tabular=True))
