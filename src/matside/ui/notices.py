"""What the window warns of, the most pressing first."""

from enum import Enum

from PySide6.QtCore import QCoreApplication


class Notice(Enum):
    """A warning; those that stand first matter more."""

    WOULD_BE_LOST = "would be lost"
    NOT_RECORDED = "not recorded"
    NOT_SAVED = "not saved"
    WENT_WRONG = "went wrong"
    HISTORY_SET_ASIDE = "history set aside"
    SETTINGS_READ_IN_PART = "settings read in part"
    NO_SOUND = "no sound"


class Notices:
    """The warnings that hold at present, each with its detail."""

    def __init__(self) -> None:
        self._present: dict[Notice, str] = {}

    def set(self, notice: Notice, detail: str | None) -> None:
        """Let `notice` hold with `detail`, or no more where that is None."""
        if detail is None:
            self._present.pop(notice, None)
        else:
            self._present[notice] = detail

    def text(self, *, on_stage: bool) -> str | None:
        """Return the most pressing warning; on the stage only what concerns the session."""
        for notice in Notice:
            if notice in self._present and not (on_stage and notice in _START_PAGE_ONLY):
                return self.words_of(notice)
        return None

    def words_of(self, notice: Notice) -> str | None:
        """Return the warning of `notice`, None where it does not hold."""
        detail = self._present.get(notice)
        return None if detail is None else _words(notice).format(detail=detail)


_START_PAGE_ONLY = frozenset(
    {Notice.NO_SOUND, Notice.SETTINGS_READ_IN_PART, Notice.HISTORY_SET_ASIDE}
)


def _words(notice: Notice) -> str:
    match notice:
        case Notice.WOULD_BE_LOST:
            return QCoreApplication.translate(
                "Notice", "Close again to lose what could not be saved: {detail}"
            )
        case Notice.NOT_RECORDED:
            return QCoreApplication.translate(
                "Notice", "Sets are not being saved, but kept until they can be: {detail}"
            )
        case Notice.NOT_SAVED:
            return QCoreApplication.translate("Notice", "Settings are not being saved: {detail}")
        case Notice.WENT_WRONG:
            return QCoreApplication.translate(
                "Notice", "Something went wrong; the workout goes on. More in {detail}"
            )
        case Notice.SETTINGS_READ_IN_PART:
            return QCoreApplication.translate("Notice", "Not all settings could be read: {detail}")
        case Notice.HISTORY_SET_ASIDE:
            return QCoreApplication.translate(
                "Notice", "The damaged history is kept as {detail}; a new one has begun"
            )
        case Notice.NO_SOUND:
            return QCoreApplication.translate(
                "Notice", "No sound device: the workout runs without chimes"
            )
