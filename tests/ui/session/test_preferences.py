"""Settings hold at once and are saved at every change."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from matside.core.settings import Settings
from matside.ui.session.preferences import Preferences
from tests.support.fakes import FakeDisk


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


def test_a_drag_is_saved_once(qtbot: QtBot) -> None:
    """Every tick holds at once, and the last of them is saved when no other follows."""
    store = Store()
    preferences = Preferences(Settings(), store.save, settled_after=1)
    heard: list[int] = []
    preferences.changed.connect(lambda: heard.append(preferences.settings.volume))
    for volume in (70, 60, 60, 50):
        preferences.change_by_and_by(Settings(volume=volume))
    assert ([70, 60, 50], []) == (heard, store.saved)
    qtbot.waitUntil(lambda: bool(store.saved))
    assert [Settings(volume=50)] == store.saved


def test_another_change_saves_what_was_dragged(qtbot: QtBot) -> None:
    """Whatever is saved is all that holds, and nothing is saved twice."""
    del qtbot
    store = Store()
    preferences = Preferences(Settings(), store.save)
    preferences.change_by_and_by(Settings(volume=70))
    preferences.change(replace(preferences.settings, muted=True))
    preferences.settle()
    assert [Settings(volume=70, muted=True)] == store.saved


def test_what_was_dragged_is_saved_at_the_end(qtbot: QtBot) -> None:
    """Who closes the window in the middle of a drag loses nothing."""
    del qtbot
    store = Store()
    preferences = Preferences(Settings(), store.save)
    preferences.change_by_and_by(Settings(volume=70))
    preferences.settle()
    assert [Settings(volume=70)] == store.saved


def test_what_is_dragged_while_the_disk_works_waits_for_the_end(qtbot: QtBot) -> None:
    """A save that ends in the middle of a drag begins no other."""
    del qtbot
    store, disk = Store(), FakeDisk()
    preferences = Preferences(Settings(), store.save, ask=disk.ask)
    preferences.change(Settings(volume=70))
    preferences.change_by_and_by(Settings(volume=60))
    disk.go_on()
    assert 0 == disk.waiting
    preferences.settle()
    disk.go_on()
    assert [Settings(volume=70), Settings(volume=60)] == store.saved


def test_nobody_waits_for_the_disk(qtbot: QtBot) -> None:
    """Settings hold at once; of those that change meanwhile the last are saved."""
    disk, store = FakeDisk(), Store()
    preferences = Preferences(Settings(), store.save, ask=disk.ask)
    with qtbot.waitSignals([preferences.changed] * 3):
        for volume in (10, 20, 30):
            preferences.change(Settings(volume=volume))
    assert (1, [], 30) == (disk.waiting, store.saved, preferences.settings.volume)
    disk.catch_up()
    assert [10, 30] == [settings.volume for settings in store.saved]


def test_what_no_disk_raises_is_told_too(qtbot: QtBot) -> None:
    """Whatever goes wrong as settings are saved, they are tried again."""
    del qtbot

    def overwhelmed(_: Settings) -> None:
        raise MemoryError("no memory left")

    preferences = Preferences(Settings(), overwhelmed)
    preferences.change(Settings(volume=10))
    assert "no memory left" == preferences.fault
