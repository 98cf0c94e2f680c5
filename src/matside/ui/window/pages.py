"""All pages of the window, of which one is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from matside.override import override
from matside.ui.drawing.theme import Theme
from matside.ui.kit.page import Page
from matside.ui.window.bookmark import Bookmark
from matside.ui.window.making.page_context import MadePage, PageContext, PageName
from matside.ui.window.making.page_makers import FirstPage, make_page
from matside.ui.window.notices import Notice, Notices
from matside.ui.window.services import Services
from matside.ui.window.session_view import SessionView

LOOK_AT_CLOCK = 5_000
"""The interval at which the start page updates the time at which the workout ends, in ms."""


class Pages(QStackedWidget):
    """The pages, each with what there is to show on it at the moment it is shown.

    Each is made when it is first shown, and the stage soon after the first page is seen.
    `asked` has the act that a control of the page that is shown stands for, `opened` the name of
    a page to be opened over it; `clicked` tells of a click on a page that is one large button.
    """

    asked = Signal(object)
    opened = Signal(object)
    clicked = Signal()

    def __init__(
        self,
        theme: Theme,
        services: Services,
        session: SessionView,
        first: FirstPage | None = None,
    ) -> None:
        """Take over the start page that is seen already, if there is a `first` page."""
        super().__init__()
        self._services = services
        self._session = session
        self._context = PageContext(theme, services, Notices()) if first is None else first.context
        self._context.ask, self._context.open = self.asked.emit, self.opened.emit
        self._context.click = self.clicked.emit
        self._notices = self._context.notices
        self._made: dict[PageName, MadePage] = {}
        if first is not None:
            self._made[PageName.START] = first.page
            self.addWidget(first.page.widget)
        self._shown: PageName | None = None
        self._left: dict[PageName, Bookmark] = {}
        self._look_at_clock = QTimer(self, interval=LOOK_AT_CLOCK)
        self._look_at_clock.timeout.connect(self._look_again)
        services.checkup.changed.connect(lambda: self._refresh(PageName.CHECKUP))
        services.preparation.counted.connect(self._refresh_start)
        services.outputs.voice_changed.connect(self._show_voice)
        services.known_past.changed.connect(self._show_past)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # there are widgets
        application.screenAdded.connect(self._refresh_settings)
        application.screenRemoved.connect(self._refresh_settings)

    def dress(self, theme: Theme) -> None:
        """Remake all pages in the colours of `theme`; content and focus stay as they are."""
        assert self._shown is not None  # a theme follows the first page
        old, self._made = self._made, {}
        bookmark = Bookmark.of(old[self._shown].widget)
        self._context.theme = theme
        self.setUpdatesEnabled(False)
        if PageName.STAGE in old:
            self.make_stage()
        page = self._page(self._shown)
        self._refresh(self._shown)
        self.setCurrentWidget(page.widget)
        bookmark.open(page.widget)
        for each in old.values():
            self.removeWidget(each.widget)
            each.widget.deleteLater()
        self.setUpdatesEnabled(True)

    def make_stage(self) -> None:
        """Make the stage, unless it is there, in the size in which it will be seen."""
        self._page(PageName.STAGE).widget.resize(self.size())
        self._refresh(PageName.STAGE)

    def show_page(self, name: PageName, opened: Sequence[PageName] = ()) -> None:
        """Show the page `name` with what there is to show on it; give it the focus if it is new.

        Each of the `opened` pages is found again as it was left for one that was opened over it.
        The stage is told too, for the film's sake that it prepares.
        """
        page, before = self._page(name), self._shown
        is_new = name is not before
        if before is not None and before in opened and is_new:
            self._left[before] = Bookmark.of(self._made[before].widget)
        self._left = {each: mark for each, mark in self._left.items() if each in opened}
        self._shown = name
        if name is PageName.START:
            self._look_at_clock.start()
        else:
            self._look_at_clock.stop()
        self._refresh(PageName.STAGE)
        if name is not PageName.STAGE:
            self._refresh(name)
        widget = page.widget
        if is_new:
            self.setCurrentWidget(widget)
            if name in self._left:
                self._left.pop(name).open(widget)
            else:
                # By way of the page a screen reader would be told of the page last.
                (widget.home if isinstance(widget, Page) else widget).setFocus()

    def focus_page(self) -> None:
        """Give the focus to the page that is shown."""
        page = self.currentWidget()
        if page is not None:
            page.setFocus()

    def show_kept(self) -> None:
        """Show as done what history holds by now."""
        if self._shown is PageName.FINISH and self._services.player.ending is not None:
            self._refresh(PageName.FINISH)
        self._refresh(PageName.STAGE)

    def warn(self, notice: Notice, detail: str | None) -> None:
        """Show the warning `notice` with `detail`; None removes it."""
        before = self._notices.text(on_stage=False)
        self._notices.set(notice, detail)
        for page in self._made.values():
            page.warn(self._notices.text(on_stage=True))
        if self._notices.text(on_stage=False) != before:
            self._refresh_start()

    def main_control_has_focus(self) -> bool:
        """Return whether Space and Enter mean the main action of the page that is shown."""
        page = self.currentWidget()
        return page.main_control_has_focus() if isinstance(page, Page) else True

    def _page(self, name: PageName) -> MadePage:
        """Return the page `name`; make it if it does not exist yet."""
        if name not in self._made:
            page = self._made[name] = self._make(name)
            page.warn(self._notices.text(on_stage=True))
            self.addWidget(page.widget)
        return self._made[name]

    def _make(self, name: PageName) -> MadePage:
        if name is not PageName.STAGE:
            return make_page(name, self._context)
        stage, session = self._session.make_stage(self._context.theme), self._session
        return MadePage(stage, session.refresh, session.warn)

    def _refresh(self, name: PageName) -> None:
        """Show what there is to show; nobody looks at the start page before the window is seen."""
        if name in self._made and (name is not PageName.START or self.isVisible()):
            self._made[name].refresh()

    def _refresh_start(self) -> None:
        if self._shown is PageName.START:
            self._refresh(PageName.START)

    def _show_voice(self) -> None:
        self._refresh_start()
        self._refresh_settings()

    def _show_past(self) -> None:
        """Show what is known of the sessions before, where that is shown."""
        self._refresh_start()
        self.show_kept()

    def _refresh_settings(self) -> None:
        if self._shown is PageName.SETTINGS:
            self._refresh(PageName.SETTINGS)

    def _look_again(self) -> None:
        """Show the hour, and what has become of the files of the workouts."""
        self._services.preparation.look_again()
        self._refresh_start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let the start page show what it has not shown before, and the stage know its plan."""
        super().showEvent(event)
        self._refresh_start()
        self._refresh(PageName.STAGE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hidden stage in the size in which it will be shown."""
        super().resizeEvent(event)
        if PageName.STAGE in self._made:
            self._made[PageName.STAGE].widget.resize(event.size())
