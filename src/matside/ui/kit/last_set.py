"""The line of the last set: what was done of it, between the keys that correct it."""

from collections.abc import Iterator

from PySide6.QtGui import QColor

from matside.core.session.record import SetRecord
from matside.frozen import frozen
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, MEDIUM, SEMIBOLD
from matside.ui.drawing.theme import Theme
from matside.ui.kit.rows import (
    Badge,
    Dropped,
    Gap,
    Piece,
    PlatePiece,
    Row,
    TextPiece,
    face_keycap,
    row,
)
from matside.ui.words import last_set_words

HEIGHT, KEY, PAD = 3.1, 2.0, 1.0
"""The height of the card and of its keys, and the room at its ends, in heights of capitals."""

APART, GAP = 1.7, 0.6
"""The distances between reps and weights, and between a key and what it changes, likewise."""

Faces = tuple[str | Icon, ...]
"""What stands on the key or keys that are pressed together."""


@frozen
class CorrectionFaces:
    """The faces of the four keys that correct a set."""

    fewer: Faces
    more: Faces
    lighter: Faces
    heavier: Faces


def last_set_forms(
    record: SetRecord, faces: CorrectionFaces, cap: float, theme: Theme
) -> Iterator[Row]:
    """Yield the card of `record` in capitals `cap` px high, the widest form first."""
    title = TextPiece(last_set_words.last_set_title(), cap, theme.mute, MEDIUM)
    words = (last_set_words.of_planned(record), last_set_words.reps_only(record), "")
    forms = [(True, each) for each in words] + [(False, each) for each in words]
    for titled, beside in forms:
        pieces: list[Piece] = [title, Gap(APART * 0.75 * cap)] if titled else []
        pieces += _reps(record, faces, cap, theme, beside)
        if held := last_set_words.held(record):
            said = TextPiece(held, cap, theme.text, BOLD, tabular=True)
            pieces += [
                Gap(APART * cap),
                *_between(faces.lighter, [said], faces.heavier, cap, theme),
            ]
        yield _on_card(row(*pieces), cap, theme)


def _reps(
    record: SetRecord, faces: CorrectionFaces, cap: float, theme: Theme, beside: str
) -> Iterator[Piece]:
    """Give the reps between their keys, with the words `beside` them."""
    weight = BOLD if last_set_words.differs_in_reps(record) else SEMIBOLD
    done = TextPiece(last_set_words.reps_done(record), cap, theme.text, weight, tabular=True)
    words = TextPiece(beside, cap, theme.mute, MEDIUM)
    said: list[Piece] = [done, Gap(0.4 * cap), words] if beside else [done]
    yield from _between(faces.fewer, said, faces.more, cap, theme)


def _between(
    lower: Faces, said: list[Piece], higher: Faces, cap: float, theme: Theme
) -> Iterator[Piece]:
    yield _key(lower, cap, theme)
    yield Gap(GAP * cap)
    yield from said
    yield Gap(GAP * cap)
    yield _key(higher, cap, theme)


def _key(faces: Faces, cap: float, theme: Theme) -> Row:
    """Return the key, or the keys that are pressed together; Shift stands on the same one."""
    height, colours = KEY * cap, (theme.strip, theme.text)
    if faces[:1] == (Icon.SHIFT,):
        return row(_shifted(faces[1:], height, cap, *colours))
    if len(faces) == 1 and isinstance(faces[0], str) and len(faces[0]) == 1:
        letter = TextPiece(faces[0], 0.5 * height, theme.text, SEMIBOLD)
        return row(_plate(letter, letter.cap, height, cap, theme.strip))
    keys = (face_keycap(face, height, cap, *colours) for face in faces)
    return row(*(piece for key in keys for piece in (key, Gap(0.2 * cap))))


def _shifted(faces: Faces, height: float, cap: float, colour: QColor, ink: QColor) -> PlatePiece:
    letters = 0.5 * height
    words = "".join(face for face in faces if isinstance(face, str))
    said = row(
        Badge(Icon.SHIFT, 0.52 * height, letters, ink),
        Gap(0.12 * height),
        TextPiece(words, letters, ink, SEMIBOLD),
    )
    return _plate(said, letters, height, cap, colour)


def _plate(
    said: TextPiece | Row, letters: float, height: float, cap: float, colour: QColor
) -> PlatePiece:
    """Return a key with `said` on it, at least as wide as it is high."""
    pad = max(0.2 * height, (height - said.width) / 2)
    above = cap / 2 + height / 2
    raised = Dropped(said, (letters - cap) / 2)
    return PlatePiece(raised, colour, pad, above, height - above, 0.2 * height)


def _on_card(line: Row, cap: float, theme: Theme) -> Row:
    above = cap / 2 + HEIGHT * cap / 2
    card = PlatePiece(
        line, theme.surface2, PAD * cap, above, HEIGHT * cap - above, 0.22 * HEIGHT * cap
    )
    return row(card)
