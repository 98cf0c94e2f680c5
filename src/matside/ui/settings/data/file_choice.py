"""Asks for a file by the dialog of the desktop, without waiting for the answer."""

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from matside.ui.settings.data.data_view import FileKind, FileWish
from matside.ui.words.translation import translate

_MODES = {
    FileKind.NEW: QFileDialog.FileMode.AnyFile,
    FileKind.OLD: QFileDialog.FileMode.ExistingFile,
    FileKind.FOLDER: QFileDialog.FileMode.Directory,
}


def ask_for_file(wish: FileWish, parent: QWidget) -> QFileDialog:
    """Show the dialog for `wish` over `parent`; a file that is there is replaced if agreed to."""
    dialog = QFileDialog(parent, wish.title, _documents())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(_MODES[wish.kind])
    if wish.kind is FileKind.FOLDER:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if wish.kind is FileKind.NEW:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(wish.endings[0])
        dialog.selectFile(wish.name)
    if wish.endings:
        endings = " ".join(f"*.{ending}" for ending in wish.endings)
        everything = translate("Data", "All files")
        dialog.setNameFilters([f"{wish.title} ({endings})", f"{everything} (*)"])
    dialog.fileSelected.connect(wish.chosen)
    dialog.rejected.connect(wish.left)
    dialog.open()
    return dialog


def _documents() -> str:
    """Return where people keep their files."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = QStandardPaths.writableLocation(place)
    return found if found and QDir(found).exists() else QDir.homePath()
