"""The faults of a workout's file, which can be read, scrolled and copied."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from matside.override import override
from matside.ui.drawing.theme import Theme
from matside.ui.kit.scrolling import ThinBar


class FaultList(QPlainTextEdit):
    """Read-only lines; the page paints the plate below them and the focus ring."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("Start", "Faults of the file"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.surface)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        self.setPalette(palette)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the page paint the ring."""
        super().focusInEvent(event)
        self._page.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the page take the ring away."""
        super().focusOutEvent(event)
        self._page.update()
