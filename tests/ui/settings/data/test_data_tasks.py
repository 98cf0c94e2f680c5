"""Each task says what it does, asks for a file, runs, and tells how it went."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from matside.core.history.imports import Known
from matside.core.history.keeping import ExportForm
from matside.core.ports.devices import Ask, Told, ask_at_once
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.ui.session.preferences import Preferences
from matside.ui.settings.data.data_tasks import DataTasks
from matside.ui.settings.data.data_view import FileKind, FileWish, TaskKind
from matside.ui.words.keeping_words import restored_over
from tests.support.keeping import NAMES, FakeKeeping


class Asked:
    """Tasks whose files are chosen at once, or never."""

    def __init__(self, settings: Settings | None = None, ask: Ask = ask_at_once) -> None:
        self.keeping = FakeKeeping()
        self.saved: list[Settings] = []
        self.preferences = Preferences(settings or Settings(), self.saved.append)
        self.tasks = DataTasks(self.keeping, self.preferences, ask)
        self.wishes: list[FileWish] = []
        self.tasks.file_wanted.connect(self.wishes.append)
        self.changes = QSignalSpy(self.tasks.kept_changed)

    def choose(self, path: str) -> None:
        """Choose `path` for the file that was asked for last."""
        self.wishes[-1].chosen(path)

    @property
    def says(self) -> str:
        """All that is told."""
        return "\n".join(self.tasks.view.says)


class HeldBack:
    """Works that are asked for, and done only when it is said."""

    def __init__(self) -> None:
        self._works: list[Callable[[], None]] = []

    def ask(self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        """Hold `work` back."""
        self._works.append(lambda: ask_at_once(work, answer))

    def go(self) -> None:
        """Do the first work, and answer."""
        self._works.pop(0)()


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    """Return tasks over a data folder that does nothing."""
    del qtbot
    return Asked()


@pytest.mark.parametrize(
    ("kind", "file", "expected", "said"),
    [
        (TaskKind.BACK_UP, FileKind.NEW, ("back up", "/a"), "12 sessions and 5 other files are"),
        (TaskKind.RESTORE, FileKind.OLD, ("restore", "/a"), "12 sessions and 1 other file have"),
    ],
)
def test_a_task_is_explained_before_it_asks_for_a_file(
    asked: Asked, kind: TaskKind, file: FileKind, expected: tuple[str, str], said: str
) -> None:
    """And nothing is done before one was chosen."""
    asked.tasks.begin(kind)
    assert ([], []) == (asked.wishes, asked.keeping.asked)
    assert not asked.tasks.go_on()
    assert ([file], []) == ([wish.kind for wish in asked.wishes], asked.keeping.asked)

    asked.choose("/a")

    assert [expected] == asked.keeping.asked
    assert said in asked.says
    assert asked.tasks.go_on()


@pytest.mark.parametrize(
    ("kind", "nothing"),
    [
        (TaskKind.BACK_UP, "No backup was written."),
        (TaskKind.RESTORE, "Nothing was restored."),
        (TaskKind.IMPORT, "Nothing was imported."),
    ],
)
def test_a_task_that_is_refused_says_why(asked: Asked, kind: TaskKind, nothing: str) -> None:
    """In the words of whoever refused it; nothing has changed then, and it says so."""
    asked.keeping.refused = "the disk is full"
    asked.tasks.begin(kind)
    asked.tasks.go_on()
    asked.choose("/a")
    assert (f"{nothing}\nthe disk is full", 0) == (asked.says, asked.changes.count())


def test_no_backup_is_looked_for_that_could_not_come_back(asked: Asked) -> None:
    """Where there is a history the page says so at once, and its only way leads back.

    Nothing was tried, so nothing has failed, and nothing is done.
    """
    asked.keeping.is_history = True
    asked.tasks.begin(TaskKind.RESTORE)
    assert ((restored_over(),), "") == (asked.tasks.view.says, asked.tasks.view.main)
    assert (True, []) == (asked.tasks.go_on(), asked.wishes)


def test_who_chooses_no_file_is_told_that_nothing_was_done(asked: Asked) -> None:
    """Once, however often the dialog was left; a file can still be chosen."""
    asked.tasks.begin(TaskKind.RESTORE)
    before = asked.tasks.view.says
    for _ in range(2):
        asked.tasks.go_on()
        asked.wishes[-1].left()
    assert (*before, "Nothing was restored.") == asked.tasks.view.says
    asked.choose("/a")
    assert [("restore", "/a")] == asked.keeping.asked


@pytest.mark.parametrize(
    ("kind", "main"),
    [
        (TaskKind.BACK_UP, "Save"),
        (TaskKind.RESTORE, "Choose a file"),
        (TaskKind.IMPORT, "Choose a file"),
    ],
)
def test_a_file_that_is_to_be_made_is_saved(asked: Asked, kind: TaskKind, main: str) -> None:
    """And only one that is there is chosen."""
    asked.tasks.begin(kind)
    assert main == asked.tasks.view.main


def test_what_has_come_back_is_told_to_all(asked: Asked) -> None:
    """And what stayed as it was is named."""
    asked.keeping.notes = tuple(f"{number}.yaml stays" for number in range(9))
    asked.tasks.begin(TaskKind.RESTORE)
    asked.tasks.go_on()
    asked.choose("/a")
    assert ("5.yaml stays\nand 3 more", 1) == (asked.says[-23:], asked.changes.count())


def test_settings_that_have_come_back_hold_at_once(asked: Asked) -> None:
    """Else the window would write its own over them."""
    asked.keeping.settings = Settings(muted=True)
    asked.tasks.begin(TaskKind.RESTORE)
    asked.tasks.go_on()
    asked.choose("/a")
    assert asked.keeping.settings == asked.preferences.settings


@pytest.mark.parametrize(
    ("form", "kind", "endings"),
    [
        (ExportForm.FIT, FileKind.FOLDER, ()),
        (ExportForm.STRONG, FileKind.NEW, ("csv",)),
        (ExportForm.CSV, FileKind.NEW, ("csv",)),
        (ExportForm.JSON, FileKind.NEW, ("json",)),
    ],
)
def test_all_is_exported_in_each_form(
    asked: Asked, form: ExportForm, kind: FileKind, endings: tuple[str, ...]
) -> None:
    """The sentence that goes before the first export is seen, and that is remembered."""
    asked.tasks.begin(TaskKind.EXPORT)
    assert "will be there twice" in asked.says
    asked.tasks.choose(list(ExportForm).index(form))
    (wish,) = asked.wishes
    assert (kind, endings) == (wish.kind, wish.endings)

    asked.choose("/a")

    assert [("export all", form, "/a")] == asked.keeping.asked
    assert ("12 sessions: /a", True) == (asked.says, asked.saved[-1].told_of_export)


def test_the_first_export_of_a_session_is_explained(asked: Asked) -> None:
    """From then on it asks for the file at once."""
    day = datetime(2026, 11, 22, tzinfo=UTC)
    asked.tasks.export_session(7, "Core", day)
    assert [] == asked.wishes
    assert "is written as a FIT file" in asked.says
    asked.tasks.go_on()
    asked.choose("/a/day.fit")
    asked.tasks.export_session(8, "Legs", day)
    assert ["22 Core.fit", "22 Legs.fit"] == [wish.name for wish in asked.wishes]
    assert [("export session", 7, "/a/day.fit")] == asked.keeping.asked


def test_an_import_shows_what_would_be_added_first(asked: Asked) -> None:
    """Likely meanings are proposed; what is chosen holds, and nothing is added before."""
    asked.keeping.notes = ("row 5 is left out: no date",)
    asked.tasks.begin(TaskKind.IMPORT)
    asked.tasks.go_on()
    asked.choose("/a.csv")
    view = asked.tasks.view
    assert "2 sessions of Strong, new ones from" in asked.says
    assert "To be added: 2 sessions with 6 sets.\nRows without a set, left out: 3." in asked.says
    assert "row 5 is left out: no date" in asked.says
    assert ["Hammer Curl", "none of them", "none of them"] == [
        each.words[each.place] for each in view.names
    ]

    asked.tasks.mean(1, view.names[1].words.index("Chest Fly"))
    asked.tasks.go_on()

    meant = {NAMES[0]: "hammer-curl", NAMES[1]: "chest-fly", "Plank": None}
    assert [("read", "/a.csv", None), ("add", meant)] == asked.keeping.asked
    assert ("2 sessions were added.", 1) == (asked.says, asked.changes.count())


def test_a_table_that_names_no_unit_is_asked_for_it(asked: Asked) -> None:
    """It is read again with the answer."""
    asked.keeping.lacks_unit = True
    asked.tasks.begin(TaskKind.IMPORT)
    asked.tasks.go_on()
    asked.choose("/a.csv")
    assert ("kg", "lb") == asked.tasks.view.choices
    asked.tasks.choose(1)
    assert ("read", "/a.csv", Unit.POUND) == asked.keeping.asked[-1]
    assert asked.tasks.view.names


def test_a_table_of_which_all_is_there_adds_nothing(asked: Asked) -> None:
    """All that is left is to close the page."""
    asked.keeping.known = Known(frozenset((each.start, "Push") for each in asked.keeping.found))
    asked.tasks.begin(TaskKind.IMPORT)
    asked.tasks.go_on()
    asked.choose("/a.csv")
    assert "There already, and left as they are: 2 sessions.\nNothing is new." in asked.says
    assert asked.tasks.go_on()
    assert [("read", "/a.csv", None)] == asked.keeping.asked


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ((), "All is deleted"),
        (("/data/a: it is locked",), "could not be deleted:\n/data/a: it is"),
    ],
)
def test_all_is_deleted_once_the_word_was_typed(
    qtbot: QtBot, faults: tuple[str, ...], said: str
) -> None:
    """The settings are those of the first day, and whatever is left is named."""
    del qtbot
    asked = Asked(replace(Settings(), muted=True, last_workout="mine"))
    asked.keeping.notes = faults
    asked.tasks.begin(TaskKind.DELETE)
    assert ("delete", []) == (asked.tasks.view.word, asked.keeping.asked)
    assert "/data/matside" in asked.says

    asked.tasks.go_on()

    assert [("delete",)] == asked.keeping.asked
    assert (Settings(), 1) == (asked.preferences.settings, asked.changes.count())
    assert said in asked.says


@pytest.mark.parametrize("refused", ["another window has the folder", None])
def test_what_is_not_deleted_stays(qtbot: QtBot, refused: str | None) -> None:
    """The settings too; that it is tried and over is told in either case."""
    del qtbot
    settings = replace(Settings(), muted=True)
    asked = Asked(settings)
    asked.keeping.refused = refused
    told: list[object] = []
    asked.tasks.deleting.connect(told.append)
    asked.tasks.all_deleted.connect(lambda: told.append("deleted"))
    asked.tasks.begin(TaskKind.DELETE)
    asked.tasks.go_on()
    if refused is None:
        assert ([True, "deleted", False], Settings()) == (told, asked.preferences.settings)
    else:
        assert ([True, False], settings) == (told, asked.preferences.settings)
        assert (f"Nothing was deleted.\n{refused}", 0) == (asked.says, asked.changes.count())


def test_what_runs_is_stopped_before_its_page_is_closed(qtbot: QtBot) -> None:
    """The page says that nothing has changed, and nothing else is begun meanwhile."""
    del qtbot
    held = HeldBack()
    asked = Asked(ask=held.ask)
    tasks = asked.tasks
    tasks.begin(TaskKind.BACK_UP)
    tasks.go_on()
    asked.choose("/a")
    assert (0.0, False, False) == (tasks.view.part, tasks.go_on(), tasks.leave())
    tasks.begin(TaskKind.DELETE)

    held.go()

    assert ("No backup was written.",) == tasks.view.says
    assert ([], True) == (asked.keeping.asked, tasks.leave())


@pytest.mark.parametrize("is_history", [False, True])
def test_a_press_is_remembered_while_it_is_looked_whether_a_backup_can_come_back(
    qtbot: QtBot, *, is_history: bool
) -> None:
    """A file is asked for once that is known, and never where none could."""
    del qtbot
    held = HeldBack()
    asked = Asked(ask=held.ask)
    asked.keeping.is_history = is_history
    asked.tasks.begin(TaskKind.RESTORE)
    assert ("Choose a file", False, []) == (
        asked.tasks.view.main,
        asked.tasks.go_on(),
        asked.wishes,
    )

    held.go()

    assert len(asked.wishes) == (0 if is_history else 1)
    assert is_history is (restored_over() in asked.says)


def test_nothing_is_asked_for_once_the_page_was_left(qtbot: QtBot) -> None:
    """What only looks holds nobody up, so the page closes at once, though it was pressed."""
    del qtbot
    held = HeldBack()
    asked = Asked(ask=held.ask)
    asked.tasks.begin(TaskKind.RESTORE)
    asked.tasks.go_on()

    left = asked.tasks.leave()
    held.go()

    assert (True, []) == (left, asked.wishes)


@pytest.mark.parametrize("is_history", [False, True])
def test_another_task_is_begun_while_it_is_looked(qtbot: QtBot, *, is_history: bool) -> None:
    """The answer that comes then is of no concern to it."""
    del qtbot
    held = HeldBack()
    asked = Asked(Settings(told_of_export=True), held.ask)
    asked.keeping.is_history = is_history
    asked.tasks.begin(TaskKind.RESTORE)
    asked.tasks.begin(TaskKind.BACK_UP)
    view = asked.tasks.view
    held.go()
    assert ("Back up", view) == (view.title, asked.tasks.view)

    asked.tasks.begin(TaskKind.RESTORE)
    asked.tasks.export_session(7, "Core", datetime(2026, 11, 22, tzinfo=UTC))
    held.go()
    assert ["22 Core.fit"] == [wish.name for wish in asked.wishes]
