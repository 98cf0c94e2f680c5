"""The panel of what is kept: ways to hand it out, to take it in, and to delete it."""

from PySide6.QtWidgets import QWidget

from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.lines import ActionRow
from matside.ui.settings.data.data_view import TaskKind
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.translation import translate


class DataPanel(SettingsPanel):
    """`folder` opens the folder, `tasks` have the lines that begin something with all of it."""

    icon = Icon.FOLDER

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self.heading = translate("Settings", "Your data")
        self.folder = ActionRow(
            sheet, theme, translate("Settings", "Open the folder"), Icon.FOLDER
        )
        self.tasks = {
            kind: ActionRow(sheet, theme, words, Icon.RIGHT) for kind, words in _words().items()
        }
        self.lines = (self.folder, *self.tasks.values())

    def show_idle(self, *, idle: bool) -> None:
        """Let tasks begin only where no workout is under way, or has just ended."""
        mine = translate("Settings", "Your data")
        later = translate("Settings", "Your data: after the workout")
        self.heading = mine if idle else later
        for line in self.tasks.values():
            line.setEnabled(idle)


def _words() -> dict[TaskKind, str]:
    return {
        TaskKind.BACK_UP: translate("Settings", "Back up"),
        TaskKind.RESTORE: translate("Settings", "Restore"),
        TaskKind.IMPORT: translate("Settings", "Import"),
        TaskKind.EXPORT: translate("Settings", "Export all"),
        TaskKind.DELETE: translate("Settings", "Delete all my data"),
    }
