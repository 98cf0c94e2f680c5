"""The page on which keys are changed: every act with its keys."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter

from matside.core.keymap import USUAL_KEYS, Act, Keymap, KeyRefusal
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.painting import fill_rounded
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.act_row import ActRow
from matside.ui.keyboard.act_words import refusal_words
from matside.ui.kit.labels import Label
from matside.ui.kit.lines import ActionRow
from matside.ui.kit.opened_page import OpenedPage
from matside.ui.kit.page_button import PageButton
from matside.ui.words.screen_words import undo_key
from matside.ui.words.translation import translate

COLUMNS = 2


class KeyChoicePage(OpenedPage):
    """Every act with its keys: choose one, press a key.

    A new key becomes the first one, which the screens show; a key that the act already has is
    removed. `changed` carries the new keymap. If a key is refused the page says why. After all
    keys are as they came, Ctrl+Z brings back the athlete's, until other keys are shown; the page
    offers it in the place of the note, while there is nothing else to say.
    """

    arrows_go = True

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        title, back = translate("KeyChoice", "Change keys"), translate("KeyChoice", "Back")
        super().__init__(theme, title, back)
        self._keymap = self._before = USUAL_KEYS
        self._undo = PageButton(
            self,
            theme,
            undo_key(),
            translate("KeyChoice", "All keys are as they came: bring yours back"),
        )
        self._note = Label(self, theme.mute, lines=2)
        self._rows = tuple(ActRow(self, theme, act) for act in Act)
        self._reset = ActionRow(
            self, theme, translate("KeyChoice", "All keys as they came"), Icon.SWITCH
        )
        self._plates: tuple[QRectF, ...] = ()
        self._connect()
        self.set_home(self._rows[0])
        self._say_what_can_be_done()

    def show_keymap(self, keymap: Keymap) -> None:
        """Show the keys of `keymap`."""
        if keymap != self._keymap:
            self._keymap = self._before = keymap
            self._say_what_can_be_done()
        for row in self._rows:
            row.show_keymap(keymap)
        self._reset.setEnabled(bool(keymap.chosen))

    @property
    def note(self) -> str:
        """The note on the page: what can be done, or why a choice was refused."""
        return self._note.text()

    def _connect(self) -> None:
        for row in self._rows:
            row.waiting_changed.connect(lambda row=row: self._follow_waiting(row))
            row.key_pressed.connect(lambda key, row=row: self._choose(row.act, key))
        self._reset.clicked.connect(self._put_all_back)
        self._undo.clicked.connect(lambda: self._change(self._before))

    def _follow_waiting(self, row: ActRow) -> None:
        if row.waits:
            waited_for = translate(
                "KeyChoice", "Press the key for “{act}”; Esc leaves its keys as they are."
            )
            self._say(waited_for.format(act=row.text()))
        else:
            self._say_what_can_be_done()

    def _choose(self, act: Act, key: str) -> None:
        outcome = self._keymap.toggled(act, key)
        if isinstance(outcome, KeyRefusal):
            self._say(refusal_words(outcome), loud=True)
        else:
            self._change(outcome)

    def _put_all_back(self) -> None:
        """Have all keys as they came, and offer the others until a key is changed."""
        before = self._keymap
        self._change(USUAL_KEYS)
        self._before = before
        self._say_what_can_be_done()

    def _change(self, keymap: Keymap) -> None:
        self.show_keymap(keymap)
        self.changed.emit(keymap)

    @property
    def _offers(self) -> bool:
        """Whether there are keys to bring back."""
        return self._before != self._keymap

    def _say_what_can_be_done(self) -> None:
        """Offer the keys that were put back, if there are any, else say how to choose."""
        offered = f"{self._undo.text()}, {undo_key()}"
        self._say(offered if self._offers else _how_to_choose())
        self._note.setVisible(not self._offers)
        self._undo.setVisible(self._offers)

    def _say(self, words: str, *, loud: bool = False) -> None:
        self._undo.hide()
        self._note.show()
        self._note.setText(words)
        self._note.set_colour(self.theme.text if loud else self.theme.mute)
        self.setAccessibleDescription(words)
        self.arrange()

    @override
    def arrange(self) -> None:
        """Place title, way back and note, and below them the acts in columns."""
        u = self.u
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height())
        self._title.put(room.x() - 0.2 * u, 10 * u, room.width() / 2, self.cap(4.4))
        self._put_back()
        self._note.put(room.x(), 16 * u, room.width(), self.cap(1.9))
        self._undo.cap, self._undo.u = self.cap(1.9), u
        self._undo.put(QRectF(room.x() - u, 13 * u, self._undo.width_needed, 5.6 * u), u)
        room.setTop(22.5 * u)
        room.setBottom(self.height() - 3.75 * u)
        self._place_rows(room)

    def _place_rows(self, room: QRectF) -> None:
        controls: tuple[ActRow | ActionRow, ...] = (*self._rows, self._reset)
        lines = -(-len(controls) // COLUMNS)
        gap, pad = 3 * self.u, 1.5 * self.u
        width = (room.width() - (COLUMNS - 1) * gap) / COLUMNS
        height = min(6.5 * self.u, (room.height() - 2 * pad) / lines)
        self._plates = tuple(
            QRectF(room.x() + column * (width + gap), room.y(), width, lines * height + 2 * pad)
            for column in range(COLUMNS)
        )
        for place, control in enumerate(controls):
            plate, line = self._plates[place // lines], place % lines
            control.cap = self.cap(1.75)
            inner = QRectF(plate.x() + pad, plate.y() + pad, width - 2 * pad, height)
            control.put(inner.translated(0, line * height), self.u)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back the keys that were put back, and leave all other keys to the page."""
        if event.matches(QKeySequence.StandardKey.Undo) and self._offers:
            self._change(self._before)
        else:
            super().keyPressEvent(event)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the ground and the plates below the columns."""
        super().paint(painter)
        for plate in self._plates:
            fill_rounded(painter, plate, 2 * self.u, self.theme.surface)


def _how_to_choose() -> str:
    return translate(
        "KeyChoice",
        "Choose a line and press its new key. Press a key that it has to take it away.",
    )
