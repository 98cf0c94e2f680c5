"""A line of the settings is tied to a setting that it can show."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.core.settings import Body
from matside.ui.drawing.theme import DARK
from matside.ui.kit.lines import Line
from matside.ui.settings.settings_panel import SettingsPanel


class OneLine(SettingsPanel):
    """A panel of a line of `kind`, tied to `setting`."""

    def __init__(self, sheet: QWidget, kind: str, setting: str) -> None:
        super().__init__(sheet, DARK, lambda _: None)
        bodies = [(body, body.value) for body in Body]
        line: Line
        match kind:
            case "switch":
                line = self._switch(setting, "A line")
            case "choice":
                line = self._choice(setting, "A line", bodies)
            case _:
                line = self._turn(setting, "A line", bodies, "")
        self.lines = (line,)


@pytest.mark.parametrize(
    ("kind", "fitting"), [("switch", "muted"), ("choice", "body"), ("turn", "body")]
)
@pytest.mark.parametrize("setting", ["mutde", "keymap", "volume", "theme"])
def test_line_without_its_setting_is_not_made(
    qtbot: QtBot, kind: str, fitting: str, setting: str
) -> None:
    """Neither where no setting has the name, nor where it is of another kind."""
    sheet = QWidget()
    qtbot.addWidget(sheet)
    assert 1 == len(OneLine(sheet, kind, fitting).lines)
    with pytest.raises(TypeError, match=f"no setting {setting} is of "):
        OneLine(sheet, kind, setting)
