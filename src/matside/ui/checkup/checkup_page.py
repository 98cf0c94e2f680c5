"""The page that says what works on this machine, what does not, and what helps."""

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter

from matside.core.ports.findings import Finding, Grade, count_of
from matside.override import override
from matside.ui.checkup.finding_list import FindingList, as_text
from matside.ui.drawing.painting import fill_rounded
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.opened_page import OpenedPage
from matside.ui.kit.page_button import PageButton
from matside.ui.words.local_words import localised
from matside.ui.words.translation import translate


class CheckupPage(OpenedPage):
    """The findings in a list that scrolls; Esc closes the page, F5 examines again."""

    again_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        title, back = translate("Checkup", "This machine"), translate("Checkup", "Settings")
        super().__init__(theme, title, back)
        self._findings: tuple[Finding, ...] = ()
        self._plate = QRectF()
        self._summary = Label(self, theme.mute, least=0.7)
        self._again = PageButton(self, theme, "F5", translate("Checkup", "Look again"))
        control = translate("Key", "Ctrl")
        self._copy = PageButton(self, theme, f"{control} C", translate("Checkup", "Copy as text"))
        self._list = FindingList(theme)
        self._list.setAccessibleName(title)
        self._scroll = self._scrolling(self._list, theme.surface)
        self._again.clicked.connect(self.again_pressed)
        self._copy.clicked.connect(self._copy_text)
        self.show_findings((), is_running=True)

    def show_findings(self, findings: Sequence[Finding], *, is_running: bool) -> None:
        """Show `findings`; while an examination is running these are the ones before it."""
        self._findings = tuple(_as_here(finding) for finding in findings)
        self._list.show_findings(self._findings)
        looking = translate("Checkup", "Looking at this machine …")
        self._summary.setText(looking if is_running else _summary(findings))
        self._again.setEnabled(not is_running)
        self._copy.setEnabled(bool(findings))
        self.arrange()
        self.update()

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines of the list as they are painted, cut where they do not fit."""
        return self._list.shown

    @override
    def arrange(self) -> None:
        """Place title, summary and way back, the list, and below it what can be done.

        The plate is as high as what has been found.
        """
        u = self.u
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height())
        self._title.put(
            room.x() - 0.2 * u, 10 * u, self._title.width_at(self.cap(4.4)) + 1, self.cap(4.4)
        )
        right, left = self._put_back(), self._title.geometry().right() + 3 * u
        self._summary.put(left, 10 * u, right - 2 * u - left, self.cap(1.9))
        bottom, cap = self.height() - 9 * u, self.cap(1.65)
        inner = QRectF(room.x(), 14 * u, room.width(), bottom - 14 * u)
        inner.adjust(u, 1.5 * u, -u, -1.5 * u)
        inner.setHeight(min(inner.height(), math.ceil(self._list.set_in(inner.width(), cap))))
        self._plate = inner.adjusted(-u, -1.5 * u, u, 1.5 * u)
        self._scroll.lay_out(inner, lambda width: self._list.set_in(width, cap))
        x = room.x() - u
        for button in (self._again, self._copy):
            button.cap, button.u = self.cap(1.9), u
            button.put(QRectF(x, self._plate.bottom() + 2 * u, button.width_needed, 5 * u), u)
            x += button.width_needed + 2 * u

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._findings))

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the ground, and the plate below the list."""
        super().paint(painter)
        if self._findings:
            fill_rounded(painter, self._plate, 2 * self.u, self.theme.surface)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look again by F5, copy by Ctrl+C."""
        if event.key() == Qt.Key.Key_F5:
            self._again.click()
        elif event.keyCombination() == _COPY:
            self._copy.click()
        else:
            super().keyPressEvent(event)


_SIZES = frozenset({"free", "size"})
"""The details of findings that are sizes, such as `1.4 MiB`."""

_COPY = Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_C


def _as_here(finding: Finding) -> Finding:
    """Return `finding` with its sizes as the system writes numbers: the doctor knows no Qt."""
    sizes = {name: localised(finding.details[name]) for name in _SIZES & finding.details.keys()}
    return replace(finding, details={**finding.details, **sizes})


def _summary(findings: Sequence[Finding]) -> str:
    faults, notes = count_of(findings, Grade.FAULT), count_of(findings, Grade.NOTE)
    if not findings:
        return ""
    if not faults and not notes:
        return translate("Checkup", "All is well")
    pattern = translate("Checkup", "Not working: {faults}, could be better: {notes}")
    return pattern.format(faults=faults, notes=notes)
