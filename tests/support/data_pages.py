"""The page of what is handed out, taken in and deleted, in each of its situations."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from matside.core.ports.devices import ask_at_once
from matside.core.settings import Settings
from matside.ui.drawing.theme import Theme
from matside.ui.session.preferences import Preferences
from matside.ui.settings.data.data_page import DataPage
from matside.ui.settings.data.data_tasks import DataTasks
from matside.ui.settings.data.data_view import DataView, FileWish, TaskKind
from tests.support.keeping import FakeKeeping

PATH = "/data/somebody/Matside.backup"
NOTES = ("settings.yaml is there already, and stays.",)


def tasks_of(keeping: FakeKeeping, path: str = PATH) -> DataTasks:
    """Return tasks for which the athlete always chooses the file at `path`."""
    tasks = DataTasks(keeping, Preferences(Settings(), lambda _: None), ask_at_once)

    def choose(wish: FileWish) -> None:
        wish.chosen(path)

    tasks.file_wanted.connect(choose)
    return tasks


def data_pages(theme: Theme) -> Mapping[str, Callable[[], QWidget]]:
    """Return what makes the page of each task, before it, in it and after it."""
    return {
        "data-backup": partial(_page, theme, TaskKind.BACK_UP, goes_on=False),
        "data-refused": partial(_page, theme, TaskKind.RESTORE, goes_on=False, is_history=True),
        "data-restored": partial(_page, theme, TaskKind.RESTORE, notes=NOTES),
        "data-import": partial(_page, theme, TaskKind.IMPORT),
        "data-running": partial(_page, theme, TaskKind.IMPORT, part=0.4),
        "data-export": partial(_page, theme, TaskKind.EXPORT),
        "data-delete": partial(_page, theme, TaskKind.DELETE, goes_on=False),
    }


def _page(
    theme: Theme,
    kind: TaskKind,
    *,
    goes_on: bool = True,
    notes: tuple[str, ...] = (),
    part: float | None = None,
    is_history: bool = False,
) -> DataPage:
    keeping = FakeKeeping()
    keeping.notes, keeping.is_history = notes, is_history
    tasks, page = tasks_of(keeping), DataPage(theme)
    tasks.begin(kind)
    if goes_on and tasks.view.main:
        tasks.go_on()
    view = tasks.view
    if part is not None:
        view = DataView(view.title, ("Reading the table",), part=part)
    page.show_view(view)
    return page
