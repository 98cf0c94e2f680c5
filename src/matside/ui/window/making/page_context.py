"""What the makers of pages are given and what they return: the page, and the window around it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from matside.core.keymap import Act
from matside.core.ports.devices import Chime
from matside.core.weights import Implement, Weight
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import word_of
from matside.ui.window.notices import Notices
from matside.ui.window.services import Services


class PageName(Enum):
    """The pages of the window."""

    START = "start"
    MINI_START = "mini start"
    STAGE = "stage"
    FINISH = "finish"
    SETTINGS = "settings"
    CHECKUP = "checkup"
    KEYS = "keys"
    KEY_CHOICE = "key choice"
    RESUME = "resume"
    WELCOME = "welcome"
    EXERCISE = "exercise"
    ABOUT = "about"
    HISTORY = "history"
    DATA = "data"


def _before_the_window(asked: object) -> None:
    """Do nothing: there is no window yet."""
    del asked


def _nobody_clicks() -> None:
    """Do nothing: likewise."""


@dataclass(slots=True, weakref_slot=True, repr=False, eq=False)
class PageContext:
    """What pages know of the window around them; the window changes it.

    `ask` does what a key would do on the page that is shown, `click` what a click on all of it
    does, `open` opens another page over it; before there is a window they do nothing.
    `told_of` is the index of a block, and that of the exercise that is shown, counted from the
    first one of that block. `asked_for` is a weight of which the settings, once they are opened,
    are to be told what it weighs, and `implement` the kind of thing that they were turned to.
    """

    theme: Theme
    services: Services
    notices: Notices
    ask: Callable[[Act], object] = _before_the_window
    open: Callable[[PageName], object] = _before_the_window
    click: Callable[[], object] = _nobody_clicks
    told_of: tuple[int, int] = (0, 0)
    asked_for: Weight | None = None
    implement: Implement | None = None

    def asks(self, act: Act) -> Callable[[], object]:
        """Return a function that asks for `act`."""
        return lambda: self.ask(act)

    def opens(self, page: PageName) -> Callable[[], object]:
        """Return a function that opens `page`."""
        return lambda: self.open(page)

    def sound_go(self) -> None:
        """Play the go chime as a sample of the volume."""
        self.services.outputs.play(Chime.GO)

    def word(self, act: Act) -> str:
        """Return the word for the key of `act`."""
        return word_of(self.services.preferences.settings.keymap, act)


def _ignore(notice: str | None) -> None:
    """Ignore a warning that concerns the session."""
    del notice


class MadePage(NamedTuple):
    """A page, with a function that refreshes it and one that shows a warning on it."""

    widget: QWidget
    refresh: Callable[[], None]
    warn: Callable[[str | None], None] = _ignore
