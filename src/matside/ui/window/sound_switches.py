"""What M and V do on every page: sounds and voice, off and on."""

from collections.abc import Callable
from dataclasses import replace

from matside.ui.session.preferences import Preferences
from matside.ui.words.texts import mute_words, voice_switch_words


class SoundSwitches:
    """Switches sounds and voice off and on; what is new is said on the stage by `note`."""

    def __init__(self, preferences: Preferences, note: Callable[[str], None]) -> None:
        self._preferences = preferences
        self._note = note

    def toggle_mute(self) -> None:
        """Switch all sounds off, or on again."""
        settings = self._preferences.settings
        self._preferences.change(replace(settings, muted=not settings.muted))
        self._note(mute_words(muted=not settings.muted))

    def toggle_voice(self) -> None:
        """Switch the voice off, or on again."""
        settings = self._preferences.settings
        self._preferences.change(replace(settings, voice=not settings.voice))
        self._note(voice_switch_words(on=not settings.voice))
