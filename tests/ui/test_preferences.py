"""Settings hold at once and are saved at every change."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from matside.core.settings import Settings
from matside.ui.preferences import Preferences


class Store:
    """Remembers what was saved; fails while it is told to."""

    def __init__(self) -> None:
        self.saved: list[Settings] = []
        self.full = False

    def save(self, settings: Settings) -> None:
        """Remember `settings`."""
        if self.full:
            raise OSError(28, "No space left on device")
        self.saved.append(settings)


def test_a_change_holds_and_is_saved(qtbot: QtBot) -> None:
    """Others learn of a change after it was saved."""
    store = Store()
    preferences = Preferences(Settings(), store.save)
    louder = replace(preferences.settings, volume=90)
    with qtbot.waitSignal(preferences.changed):
        preferences.change(louder)
    assert ([louder], louder) == (store.saved, preferences.settings)


def test_no_change_is_not_saved(qtbot: QtBot) -> None:
    """The same settings again write nothing."""
    store = Store()
    preferences = Preferences(Settings(), store.save)
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(Settings())
    assert [] == store.saved


def test_a_failure_to_save_is_said_once_and_taken_back(qtbot: QtBot) -> None:
    """A full disk is told once; the settings hold all the same, and later are saved."""
    del qtbot
    store = Store()
    preferences = Preferences(Settings(), store.save)
    said: list[str | None] = []
    preferences.saved_changed.connect(said.append)
    store.full = True
    preferences.change(Settings(volume=10))
    preferences.change(Settings(volume=20))
    assert 20 == preferences.settings.volume
    store.full = False
    preferences.change(Settings(volume=30))
    assert ["No space left on device", None] == said


def test_what_could_not_be_saved_is_tried_again(qtbot: QtBot) -> None:
    """When the disk has room again the settings are saved without another change."""
    store = Store()
    preferences = Preferences(Settings(), store.save, again_after=1)
    store.full = True
    preferences.change(Settings(volume=10))
    assert "No space left on device" == preferences.fault
    store.full = False
    with qtbot.waitSignal(preferences.saved_changed) as said:
        pass
    assert [None] == said.args
    assert (None, [Settings(volume=10)]) == (preferences.fault, store.saved)


def test_a_fault_of_the_start_is_mended_too(qtbot: QtBot) -> None:
    """Where nothing could be saved from the first on, that is tried again as well."""
    store = Store()
    preferences = Preferences(Settings(), store.save, fault="read-only", again_after=1)
    assert "read-only" == preferences.fault
    with qtbot.waitSignal(preferences.saved_changed):
        pass
    assert (None, [Settings()]) == (preferences.fault, store.saved)
