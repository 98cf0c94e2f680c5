"""Remembers the focus and scroll positions of a page, to restore them on a new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from matside.frozen import frozen
from matside.ui.kit.controls import Control


@frozen
class Bookmark:
    """The widget with the focus on a page, and the positions of its scroll bars.

    `kind` and `name` are the class and the accessible name of that widget, and `place` is its
    index among all widgets that share them.
    """

    kind: type[QWidget]
    name: str
    place: int
    reason: Qt.FocusReason
    scrolled: tuple[int, ...]

    @staticmethod
    def of(page: QWidget) -> "Bookmark":
        """Return the bookmark of `page`."""
        focused = page.focusWidget() or page
        kind, name = type(focused), focused.accessibleName()
        reason = Qt.FocusReason.OtherFocusReason
        if isinstance(focused, Control):
            reason = focused.focus_reason
        place = _alike(page, kind, name).index(focused)
        scrolled = (area.verticalScrollBar().value() for area in _scrolling(page))
        return Bookmark(kind, name, place, reason, tuple(scrolled))

    def open(self, page: QWidget) -> None:
        """Restore focus and scroll bars on `page`; the page gets the focus if no widget fits."""
        found = _alike(page, self.kind, self.name)[self.place :]
        (found[0] if found else page).setFocus(self.reason)
        for area, value in zip(_scrolling(page), self.scrolled, strict=False):
            area.verticalScrollBar().setValue(value)


def _alike(page: QWidget, kind: type[QWidget], name: str) -> list[QWidget]:
    widgets = (page, *page.findChildren(QWidget))
    return [
        widget for widget in widgets if type(widget) is kind and widget.accessibleName() == name
    ]


def _scrolling(page: QWidget) -> list[QAbstractScrollArea]:
    return page.findChildren(QAbstractScrollArea)
