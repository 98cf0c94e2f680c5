"""The warnings of the window, the most urgent first."""

import logging
from enum import Enum

from matside.ui.words.translation import translate

_logger = logging.getLogger(__name__)


class Notice(Enum):
    """A warning; earlier ones take precedence."""

    WOULD_BE_LOST = "would be lost"
    CLOSING = "closing"
    NOT_RECORDED = "not recorded"
    SAVING = "saving"
    NOT_SAVED = "not saved"
    WENT_WRONG = "went wrong"
    SOUND_LOST = "sound lost"
    AWAKE_FAILED = "awake failed"
    CHIMES_FAILED = "chimes failed"
    VOICE_FAILED = "voice failed"
    LIGHT_FAILED = "light failed"
    MEDIA_KEYS_FAILED = "media keys failed"
    HISTORY_SET_ASIDE = "history set aside"
    SESSION_LOST = "session lost"
    SETTINGS_READ_IN_PART = "settings read in part"
    NO_SOUND = "no sound"
    NO_VOICE = "no voice"
    VOICE_FAILS = "voice fails"
    VOICE_LACKS_WORDS = "voice lacks words"
    ENGINE_FAILS = "engine fails"
    NO_MEDIA_KEYS = "no media keys"


class Notices:
    """The current warnings, each with its detail."""

    def __init__(self) -> None:
        self._present: dict[Notice, str] = {}

    def set(self, notice: Notice, detail: str | None) -> None:
        """Set the warning `notice` with `detail`, and log its words; None removes it."""
        if detail == self._present.get(notice):
            return
        if detail is None:
            del self._present[notice]
        else:
            self._present[notice] = detail
            _logger.warning("%s", self.words_of(notice))

    def text(self, *, on_stage: bool) -> str | None:
        """Return the most urgent warning; on the stage only of those that concern the session."""
        for notice in Notice:
            if notice in self._present and not (on_stage and notice in _START_PAGE_ONLY):
                return self.words_of(notice)
        return None

    def words_of(self, notice: Notice) -> str | None:
        """Return the words of `notice`, None if it is not set."""
        detail = self._present.get(notice)
        return None if detail is None else _words(notice).format(detail=detail)


def unanswering_disk() -> str:
    """Return the reason why nothing is saved if the disk does not answer."""
    return translate("Notice", "the disk does not answer")


_START_PAGE_ONLY = frozenset(
    {
        Notice.NO_SOUND,
        Notice.NO_VOICE,
        Notice.VOICE_FAILS,
        Notice.VOICE_LACKS_WORDS,
        Notice.ENGINE_FAILS,
        Notice.NO_MEDIA_KEYS,
        Notice.SETTINGS_READ_IN_PART,
        Notice.HISTORY_SET_ASIDE,
        Notice.SESSION_LOST,
    }
)


def _words(notice: Notice) -> str:
    words = {
        Notice.WOULD_BE_LOST: translate(
            "Notice", "Close again to lose what could not be saved: {detail}"
        ),
        Notice.CLOSING: translate("Notice", "The window closes as soon as all is saved"),
        Notice.SAVING: translate("Notice", "Saving takes long: the disk is slow"),
        Notice.NOT_RECORDED: translate(
            "Notice", "Sets are not being saved, but kept until they can be: {detail}"
        ),
        Notice.NOT_SAVED: translate("Notice", "Settings are not being saved: {detail}"),
        Notice.WENT_WRONG: translate(
            "Notice", "Something went wrong; the workout goes on. More in {detail}"
        ),
        Notice.AWAKE_FAILED: translate(
            "Notice", "The screen may go dark: keeping it awake failed. More in {detail}"
        ),
        Notice.CHIMES_FAILED: translate(
            "Notice", "The chimes failed and are off; the workout goes on. More in {detail}"
        ),
        Notice.VOICE_FAILED: translate(
            "Notice", "The voice failed and is off; the workout goes on. More in {detail}"
        ),
        Notice.LIGHT_FAILED: translate(
            "Notice", "The flash with chimes failed and is off. More in {detail}"
        ),
        Notice.MEDIA_KEYS_FAILED: translate(
            "Notice", "The desktop is told of the workout no more. More in {detail}"
        ),
        Notice.SESSION_LOST: translate(
            "Notice",
            "The session left open is damaged and cannot go on; its sets are kept: {detail}",
        ),
        Notice.SETTINGS_READ_IN_PART: translate(
            "Notice",
            "Settings that cannot be read are as Matside comes;"
            " a change keeps the old file as {detail}",
        ),
        Notice.HISTORY_SET_ASIDE: translate(
            "Notice", "The damaged history is kept as {detail}; a new one has begun"
        ),
        Notice.SOUND_LOST: translate(
            "Notice", "Nothing can be heard any more: this computer plays no sound"
        ),
        Notice.NO_SOUND: translate(
            "Notice",
            "No sound device, no chimes: F2 in the settings says why",
        ),
        Notice.NO_VOICE: translate(
            "Notice", "No voice: install espeak-ng, or press {detail} to do without"
        ),
        Notice.VOICE_FAILS: translate(
            "Notice",
            "The voice cannot speak: check this machine in the settings,"
            " or press {detail} to do without",
        ),
        Notice.VOICE_LACKS_WORDS: translate(
            "Notice", "Only bundled words are said; for your own install espeak-ng"
        ),
        Notice.ENGINE_FAILS: translate(
            "Notice",
            "This computer's voice fails: only what is recorded is said."
            " Check this machine in the settings",
        ),
        Notice.NO_MEDIA_KEYS: translate("Notice", "This desktop does not hand its media keys on"),
    }
    return words[notice]
