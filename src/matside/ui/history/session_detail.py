"""What is kept of one session: its sets, how hard it was, and a note, all of which can change."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from matside.core.history.totals import SessionTotals
from matside.core.keymap import USUAL_KEYS, Act, Keymap
from matside.core.session.record import SessionOutcome, SessionRecord
from matside.core.settings import Settings
from matside.override import override
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.history.history_words import facts
from matside.ui.history.note_field import NoteField
from matside.ui.history.set_groups import Part, grouped
from matside.ui.history.set_line import SetLine
from matside.ui.keyboard.key_faces import word_of
from matside.ui.keyboard.key_list import KeyHints, KeyWords
from matside.ui.kit.effort_row import EffortRow
from matside.ui.kit.labels import ASCENT, PITCH, Label
from matside.ui.kit.page_button import PageButton
from matside.ui.words.translation import translate

LEFT = 1.0
"""The margin at both sides, in heights of capitals."""

GAP = 1.2
"""The gaps between its parts, likewise."""

EFFORT, BUTTON = 3.4, 3.2
"""The heights of the row of the effort, and of the buttons, likewise."""

KEY = 2.6
"""The width of the keys of the effort, likewise."""

MOST_NAME = 0.58
"""The maximum share of the width for the names of exercises beside their numbers."""

LEAST_VALUES = 13.0
"""The minimum width for these numbers, in heights of capitals; else they are below the names."""


class SessionDetail(QWidget):
    """One session in full.

    While sets that can be changed have the focus, the keys for that stand in place of the facts.
    `set_changed` has a changed set, `note_changed` the note, `effort_pressed` how hard it was;
    `left` asks for the way out.
    """

    set_changed = Signal(object)
    note_changed = Signal(str)
    effort_pressed = Signal(int)
    delete_pressed = Signal()
    export_pressed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: int | None = None
        self._cap, self._u = 11.0, 8.0
        self._heights: dict[tuple[float, float], float] = {}
        self._facts = Label(self, theme.mute, lines=4)
        self._lines: list[SetLine] = []
        self._effort = EffortRow(self, theme)
        self._note = NoteField(self, theme)
        self._edit = PageButton(self, theme, "F2", translate("History", "Edit"))
        self._export = PageButton(self, theme, "X", translate("History", "Export"))
        delete = translate("History", "Delete")
        self._delete = PageButton(self, theme, translate("Key", "Del"), delete)
        self._buttons = self._edit, self._export, self._delete
        self._hints = KeyHints(theme, self, ())
        self._keymap = USUAL_KEYS
        for key in self._effort.keys:
            key.clicked.connect(
                lambda _=False, effort=key.effort: self.effort_pressed.emit(effort)
            )
        self._note.changed.connect(self.note_changed)
        self._note.left.connect(self.left)
        self._edit.clicked.connect(self.edit)
        self._export.clicked.connect(self.export_pressed)
        self._delete.clicked.connect(self.delete_pressed)

    def show_session(
        self, session: SessionRecord, totals: SessionTotals, settings: Settings
    ) -> None:
        """Show `session`, to be changed by the steps of `settings` unless it is not over."""
        self._heights.clear()
        is_new = self._shown != session.id
        if is_new and self._shown is not None:
            self._note.settle()
        self._shown = session.id
        self._facts.setText(facts(session, totals, settings.unit))
        self._keymap = settings.keymap
        self._show_lines(session, settings, anew=is_new)
        self._effort.show_effort(session.effort)
        self._note.show_note(session.note or "", anew=is_new)
        is_over = session.outcome is not SessionOutcome.OPEN
        for part in (*self._buttons, *self._effort.keys, self._note):
            part.setEnabled(is_over)
        self._show_hints()

    def show_keys(self, export: str) -> None:
        """Show the label of the key that exports."""
        self._export.show_key(export)

    def settle(self) -> None:
        """Tell what was written last."""
        self._note.settle()

    def edit(self) -> None:
        """Give the focus to the first number that can be changed, else to the first of all."""
        if self._lines and self._edit.isEnabled():
            places = (at for at, line in enumerate(self._lines) if line.changeable)
            place = next(places, 0)
            self._lines[place].choose_first()
            self._go(place)

    @property
    def stops(self) -> Sequence[QWidget]:
        """The stops of the Tab key, in order; of the lines only one is."""
        return (*self._buttons, *self._lines, *self._effort.keys, self._note.text)

    def put(self, rect: QRectF, cap: float, u: float) -> None:
        """Place everything on `rect`, with capitals `cap` px high."""
        self._cap, self._u = cap, u
        self.setGeometry(pixels(rect))
        self._place(rect.width(), is_measured=False)

    def needed_height(self, width: float, cap: float) -> float:
        """Return the height in px that it needs at `width` px."""
        if (width, cap) not in self._heights:
            self._cap = cap
            self._heights[width, cap] = self._place(width, is_measured=True)
        return self._heights[width, cap]

    def _show_lines(self, session: SessionRecord, settings: Settings, *, anew: bool) -> None:
        groups = grouped(session.sets)
        if not anew and len(groups) == len(self._lines):
            for line, group in zip(self._lines, groups, strict=True):
                line.show_group(group, settings)
            return
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [SetLine(self, self._theme, group, settings) for group in groups]
        for place, line in enumerate(self._lines):
            line.changed.connect(self.set_changed)
            line.left.connect(self.left)
            line.installEventFilter(self)
            line.moved.connect(lambda by, place=place: self._go(place + by))
            line.show()
        # A screen reader finds them in this order.
        for part in (*self._buttons, *self._lines, *self._effort.keys, self._note):
            part.raise_()
        self._mark_stop(0)

    def _go(self, place: int) -> None:
        """Give the focus to the line at `place`; above the first is the way out."""
        if place < 0:
            self.left.emit()
        elif place < len(self._lines):
            self._mark_stop(place)
            self._lines[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _mark_stop(self, place: int) -> None:
        for at, line in enumerate(self._lines):
            is_stop = at == place
            line.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )

    def _place(self, width: float, *, is_measured: bool) -> float:
        """Place everything on `width` px unless it is only measured; return the height."""
        cap, u, left = self._cap, self._u, LEFT * self._cap
        inner = width - 2 * left
        rows = len(self._facts.lines_in(inner, cap))
        y = 0.4 * cap + (ASCENT + PITCH * (rows - 1) + 0.6) * cap
        if not is_measured:
            self._facts.put(left, 0.4 * cap + ASCENT * cap, inner, cap)
            self._hints.put(QRectF(left, 0.3 * cap, inner, y - 0.3 * cap), cap)
            x = left - u
            for button in self._buttons:
                button.cap, button.u = cap, u
                button.put(QRectF(x, y, button.width_needed, BUTTON * cap), u)
                x += button.width_needed + cap
        y = self._place_lines(y + (BUTTON + 0.3) * cap, width, is_measured=is_measured)
        if not is_measured:
            self._effort.put(QRectF(left, y + 0.3 * GAP * cap, inner, EFFORT * cap), cap, u, KEY)
        y += (EFFORT + 0.6 * GAP) * cap
        note = QRectF(left, y, inner, self._note.needed_height(cap))
        if not is_measured:
            self._note.put(note, cap, u)
        return note.bottom() + GAP * cap

    def _place_lines(self, y: float, width: float, *, is_measured: bool) -> float:
        """Place the lines from `y` on, names beside numbers where both fit; return their end."""
        cap = self._cap
        for line in self._lines:
            line.cap = cap
        widest = max((line.name_width for line in self._lines), default=0.0)
        names = min(widest + 1.2 * cap, MOST_NAME * width)
        if width - names < LEAST_VALUES * cap:
            names = 0.0
        for line in self._lines:
            line.measure(cap, names)
            height = line.needed_height(width)
            if not is_measured:
                line.put(QRectF(0, y, width, height), self._u)
            y += height
        return y

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the keys of the sets while one of them has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_hints()
        return super().eventFilter(watched, event)

    def _show_hints(self) -> None:
        """Show the keys that change the sets with the focus, if there are any."""
        focused = (line for line in self._lines if line.hasFocus() and self._edit.isEnabled())
        parts: frozenset[Part] = next((line.changeable for line in focused), frozenset())
        self._hints.show_lines(_hints(self._keymap, parts))
        self._hints.setVisible(bool(parts))
        self._facts.setVisible(not parts)


def _hints(keymap: Keymap, parts: frozenset[Part]) -> tuple[KeyWords, ...]:
    """Return the keys that change these parts of a set."""

    def line(words: str, *acts: Act) -> KeyWords:
        return KeyWords(tuple(word_of(keymap, act) for act in acts), words)

    reps = line(translate("History", "reps"), Act.FASTER, Act.SLOWER)
    weight = line(translate("History", "weight"), Act.LIGHTER, Act.HEAVIER)
    return (
        KeyWords(("0-9",), translate("History", "type")),
        *((reps,) if Part.DONE in parts else ()),
        *((weight,) if Part.LOAD in parts else ()),
    )
