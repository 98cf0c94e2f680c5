"""The tasks of what is kept: each is explained, asks for a file, runs, and tells how it went."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from matside.core.history.keeping import (
    ExportForm,
    Handed,
    ImportPreview,
    Keeping,
    Portions,
    UnitUnknown,
)
from matside.core.ports.devices import Ask
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.ui.session.preferences import Preferences
from matside.ui.settings.data import data_words as words
from matside.ui.settings.data.data_view import DataView, FileKind, FileWish, NameChoice, TaskKind
from matside.ui.settings.data.portion_runner import Cancelled, PortionRunner
from matside.ui.words.keeping_words import before_the_first_export, sessions_words, sets_words
from matside.ui.words.translation import translate

_ENDINGS: Mapping[ExportForm, str] = {
    ExportForm.STRONG: "csv",
    ExportForm.CSV: "csv",
    ExportForm.JSON: "json",
}

_TABLES = ("csv", "txt", "json")

_Value = TypeVar("_Value")


class DataTasks(QObject):
    """One task after the other; `view` is what the page of the present one shows.

    Signals: `changed` with the view when it is another one, or has got further; `file_wanted`
    with the file that the athlete is to choose; `kept_changed` when what is kept is no longer the
    same; `deleting` with True before all is deleted, and with False once that is over;
    `settings_replaced` when all settings are others; `all_deleted` when nothing is kept any more.
    """

    changed = Signal(object)
    file_wanted = Signal(object)
    kept_changed = Signal()
    deleting = Signal(bool)
    settings_replaced = Signal()
    all_deleted = Signal()

    def __init__(self, keeping: Keeping, preferences: Preferences, ask: Ask) -> None:
        super().__init__()
        self._keeping = keeping
        self._preferences = preferences
        self._ask = ask
        self._runner = PortionRunner(ask, self)
        self._runner.advanced.connect(self._advance)
        self._goes_on: Callable[[], object] | None = None
        self._is_pressed = False
        self._chooses: Callable[[int], None] = lambda _: None
        self._kind = TaskKind.BACK_UP
        self._identities: tuple[str | None, ...] = ()
        self._meaning: dict[str, str | None] = {}
        self.view = DataView("")

    def begin(self, kind: TaskKind) -> None:
        """Begin a task by telling what it does."""
        tasks = {
            TaskKind.BACK_UP: self._back_up,
            TaskKind.RESTORE: self._restore,
            TaskKind.IMPORT: self._import,
            TaskKind.EXPORT: self._export_all,
            TaskKind.DELETE: self._delete_all,
        }
        if not self._runner.is_running:
            self._kind = kind
            tasks[kind]()

    def _back_up(self) -> None:
        title = translate("Data", "Back up")
        name = translate("Data", "Matside.backup")
        wish = FileWish(FileKind.NEW, title, self._back_up_to, name, ("backup",))
        self._explain(title, words.about_backup(), wish)

    def _restore(self) -> None:
        title = translate("Data", "Restore")
        wish = FileWish(FileKind.OLD, title, self._restore_from, endings=("backup",))
        self._explain(title, words.about_restore(), wish)
        explained, self._goes_on, self._is_pressed = self.view, self._remember_press, False

        def hear(found: Exception | None) -> None:
            if self.view is not explained:
                return  # another task has been begun
            if found is not None:
                # Nothing was tried yet: why it cannot be is all there is to say.
                self._begin(DataView(title, (str(found),)))
                return
            self._goes_on = lambda: self._ask_for(wish)
            if self._is_pressed:
                self.go_on()

        # Before a file is looked for that could not come back.
        self._ask(self._keeping.before_restoring, hear)

    def _remember_press(self) -> None:
        """Go on as soon as it is known that a backup could come back."""
        self._is_pressed = True

    def _import(self) -> None:
        title = translate("Data", "Import")
        wish = FileWish(FileKind.OLD, title, self._read, endings=_TABLES)
        self._explain(title, words.about_import(), wish)

    def _export_all(self) -> None:
        title = translate("Data", "Export all")
        choices = tuple(map(words.form_words, ExportForm))
        self._begin(DataView(title, (before_the_first_export(),), choices))
        self._chooses = lambda place: self._ask_where(list(ExportForm)[place])

    def export_session(self, session: int, of: str, started: datetime) -> None:
        """Begin to export `session` as a FIT file, named by its title and when it `started`."""
        if self._runner.is_running:
            return
        self._kind = TaskKind.EXPORT
        name = self._keeping.name_for(of, started)
        title = translate("Data", "Export session")
        chosen = partial(self._export, partial(self._keeping.export_session, session))
        wish = FileWish(FileKind.NEW, title, chosen, name, ("fit",))
        self._explain(title, words.about_session_export(), wish)
        if self._preferences.settings.told_of_export:
            self.go_on()

    def _delete_all(self) -> None:
        title, word = translate("Data", "Delete all my data"), translate("Data", "delete")
        says = words.about_deletion(self._keeping.folder, word)
        self._begin(DataView(title, says, word=word, main=title))
        self._goes_on = self._delete

    def go_on(self) -> bool:
        """Do what the main button says; return whether that is to close the page."""
        if self._runner.is_running:
            return False
        if self._goes_on is not None:
            self._goes_on()
        return self._goes_on is None

    def choose(self, place: int) -> None:
        """Take the choice at `place`."""
        if not self._runner.is_running:
            self._chooses(place)

    def mean(self, place: int, choice: int) -> None:
        """Let the name at `place` mean what stands at `choice`."""
        names = list(self.view.names)
        names[place] = replace(names[place], place=choice)
        self.view = replace(self.view, names=tuple(names))
        self._meaning[names[place].name] = self._identities[choice]

    def leave(self) -> bool:
        """Return whether the page may be closed; what runs is stopped first, and is told of."""
        self.give_way()
        return not self._runner.is_running

    def give_way(self) -> None:
        """Stop what runs, because something else needs the disk."""
        self._is_pressed = False
        self._runner.cancel()

    def _begin(self, view: DataView) -> None:
        self._goes_on, self._chooses = None, lambda _: None
        self._show(view)

    def _show(self, view: DataView) -> None:
        self.view = view
        self.changed.emit(view)

    def _explain(self, title: str, says: tuple[str, ...], wish: FileWish) -> None:
        """Tell what a task does, and ask for its file when it goes on."""
        save, choose = translate("Data", "Save"), translate("Data", "Choose a file")
        self._begin(DataView(title, says, main=save if wish.kind is FileKind.NEW else choose))
        self._goes_on = lambda: self._ask_for(wish)

    def _ask_for(self, wish: FileWish) -> None:
        self.file_wanted.emit(replace(wish, left=self._say_nothing_done))

    def _say_nothing_done(self) -> None:
        """Tell that nothing was done yet, where no file was chosen."""
        nothing = words.nothing_done(self._kind)
        if nothing not in self.view.says:
            self._show(replace(self.view, says=(*self.view.says, nothing)))

    def _tell(self, *says: str) -> None:
        """Tell how a task went; all that is left is to close its page."""
        self._goes_on, self._chooses = None, lambda _: None
        self._show(DataView(self.view.title, says, main=translate("Data", "Done")))

    def _run(
        self, begin: Callable[[], Portions[_Value]], doing: str, tell: Callable[[_Value], None]
    ) -> None:
        """Run a work, `doing` something; `tell` shows what has come of it."""
        self._show(DataView(self.view.title, (doing,), part=0.0))

        def hear(found: _Value | Exception) -> None:
            if isinstance(found, Exception):
                self._fail(found)
            else:
                tell(found)

        self._runner.run(begin, hear)

    def _fail(self, why: Exception) -> None:
        """Tell that nothing was done, and why, unless the athlete has cancelled it."""
        reasons = () if isinstance(why, Cancelled) else (str(why),)
        self._tell(words.nothing_done(self._kind), *reasons)

    def _advance(self, part: float) -> None:
        if self.view.part is not None:
            self._show(replace(self.view, part=part))

    def _back_up_to(self, path: str) -> None:
        def tell(done: Handed) -> None:
            self._tell(*words.backed_up(done, path))

        doing = translate("Data", "Writing the backup")
        self._run(partial(self._keeping.back_up, path), doing, tell)

    def _restore_from(self, path: str) -> None:
        def tell(done: Handed) -> None:
            if done.settings is not None:
                self._preferences.change(done.settings)
                self.settings_replaced.emit()
            self.kept_changed.emit()
            self._tell(*words.restored(done))

        doing = translate("Data", "Bringing the backup back")
        self._run(partial(self._keeping.restore, path), doing, tell)

    def _ask_where(self, form: ExportForm) -> None:
        title, export = words.form_words(form), partial(self._keeping.export_all, form)
        chosen = partial(self._export, export)
        if form is ExportForm.FIT:
            wish = FileWish(FileKind.FOLDER, title, chosen)
        else:
            ending = _ENDINGS[form]
            name = translate("Data", "Matside.{ending}").format(ending=ending)
            wish = FileWish(FileKind.NEW, title, chosen, name, (ending,))
        self._ask_for(wish)

    def _export(self, export: Callable[[str], Portions[Handed]], path: str) -> None:
        """Do `export` to `path`; that it was told what is to be known is remembered."""

        def tell(done: Handed) -> None:
            settings = self._preferences.settings
            self._preferences.change(replace(settings, told_of_export=True))
            self._tell(*words.exported(done, path))

        self._run(partial(export, path), translate("Data", "Writing what is exported"), tell)

    def _read(self, path: str, unit: Unit | None = None) -> None:
        def hear(found: ImportPreview | Exception) -> None:
            if isinstance(found, UnitUnknown):
                self._ask_for_unit(path)
            elif isinstance(found, Exception):
                self._fail(found)
            else:
                self._preview(found)

        self._show(DataView(self.view.title, (translate("Data", "Reading the table"),), part=0.0))
        self._runner.run(partial(self._keeping.reading, path, unit), hear)

    def _ask_for_unit(self, path: str) -> None:
        units = tuple(Unit)
        self._chooses = lambda place: self._read(path, units[place])
        says = (translate("Data", "The table does not say what its weights are in."),)
        self._show(DataView(self.view.title, says, tuple(unit.value for unit in units)))

    def _preview(self, preview: ImportPreview) -> None:
        says = words.preview_words(preview)
        if not preview.new:
            self._tell(*says)
            return
        self._identities = (None, *preview.exercises)
        keep = translate("Data", "none of them")
        meanings = (keep, *preview.exercises.values())
        self._meaning = dict.fromkeys(preview.unclear)
        names = []
        for name, sets in preview.unclear.items():
            likely = preview.likely(name)
            self._meaning[name] = likely
            place = self._identities.index(likely)
            names.append(NameChoice(name, sets_words(sets), meanings, place))
        add = translate("Data", "Add {sessions}")
        main = add.format(sessions=sessions_words(len(preview.new)))
        self._goes_on = lambda: self._add(preview)
        self._show(DataView(self.view.title, says, names=tuple(names), main=main))

    def _add(self, preview: ImportPreview) -> None:
        def tell(number: int) -> None:
            self.kept_changed.emit()
            self._tell(words.added_words(number))

        begin = partial(self._keeping.adding, preview, dict(self._meaning))
        self._run(begin, translate("Data", "Adding what is new"), tell)

    def _delete(self) -> None:
        before = self._preferences.settings

        def hear(found: tuple[str, ...] | Exception) -> None:
            if isinstance(found, Exception):
                self._preferences.change(before)
                self._fail(found)
            else:
                self.settings_replaced.emit()
                self.all_deleted.emit()
                self.kept_changed.emit()
                self._tell(*words.deleted_words(found))
            self.deleting.emit(False)

        # Before the files go: what is not saved yet would be written anew.
        self.deleting.emit(True)
        self._preferences.change(Settings())
        doing = translate("Data", "Deleting all of it")
        self._show(DataView(self.view.title, (doing,), part=0.0))
        self._runner.run(self._keeping.delete_all, hear)
