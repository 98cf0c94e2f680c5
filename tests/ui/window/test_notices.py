"""Of all warnings that hold the most pressing is shown."""

import pytest

from matside.ui.window.notices import Notice, Notices
from tests.support.page_situations import NO_SOUND


def test_without_warnings_there_is_nothing_to_say() -> None:
    """All is well."""
    assert Notices().text(on_stage=False) is None


def test_the_most_pressing_comes_first() -> None:
    """Sets that are not saved matter more than sound; what is mended is said no more."""
    notices = Notices()
    notices.set(Notice.NO_SOUND, "no device")
    notices.set(Notice.NOT_RECORDED, "the disk is full")
    assert (
        "Sets are not being saved, but kept until they can be: the disk is full"
        == notices.text(on_stage=False)
    )
    notices.set(Notice.NOT_RECORDED, None)
    assert NO_SOUND == notices.text(on_stage=False)


def test_the_stage_is_not_bothered_with_all() -> None:
    """What can only be mended before the start stays on the start page."""
    notices = Notices()
    notices.set(Notice.NO_SOUND, "no device")
    notices.set(Notice.NO_VOICE, "V")
    notices.set(Notice.VOICE_LACKS_WORDS, "V")
    notices.set(Notice.ENGINE_FAILS, "V")
    notices.set(Notice.SETTINGS_READ_IN_PART, "settings.yaml.bad")
    notices.set(Notice.NO_MEDIA_KEYS, "no message bus")
    notices.set(Notice.HISTORY_SET_ASIDE, "history.sqlite3.bad")
    assert notices.text(on_stage=True) is None


def test_the_stage_says_that_sound_is_lost() -> None:
    """Whoever trains by ear has to know that the ears are told nothing any more."""
    notices = Notices()
    notices.set(Notice.SOUND_LOST, "no device")
    assert notices.text(on_stage=True) == (
        "Nothing can be heard any more: this computer plays no sound"
    )


def test_what_is_warned_of_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """It can be read later what nobody saw, and a warning that goes on fills no log."""
    notices = Notices()
    for _ in range(2):
        notices.set(Notice.HISTORY_SET_ASIDE, "history.sqlite3.bad")
        notices.set(Notice.NOT_SAVED, None)
    notices.set(Notice.CLOSING, "")
    assert [
        "The damaged history is kept as history.sqlite3.bad; a new one has begun",
        "The window closes as soon as all is saved",
    ] == caplog.messages


def test_braces_in_a_reason_are_shown_as_they_are() -> None:
    """A reason is text, whatever it contains."""
    notices = Notices()
    notices.set(Notice.NOT_SAVED, "/home/{me}")
    assert "Settings are not being saved: /home/{me}" == notices.text(on_stage=True)
    notices.set(Notice.WENT_WRONG, "log.txt")
    assert "Settings are not being saved: /home/{me}" == notices.text(on_stage=True)
    notices.set(Notice.NOT_SAVED, None)
    assert notices.text(on_stage=True) == (
        "Something went wrong; the workout goes on. More in log.txt"
    )


def test_media_keys_that_cannot_be_had_are_told() -> None:
    """Whoever allowed them wonders why a button does nothing."""
    notices = Notices()
    notices.set(Notice.NO_MEDIA_KEYS, "no message bus")
    assert "This desktop does not hand its media keys on" == notices.text(on_stage=False)


@pytest.mark.parametrize("notice", [Notice.VOICE_FAILS, Notice.ENGINE_FAILS])
def test_a_voice_that_fails_leads_to_what_tells_why(notice: Notice) -> None:
    """That is a page of the window, and no file that somebody has to find."""
    notices = Notices()
    notices.set(notice, "V")
    said = notices.words_of(notice) or ""
    assert "heck this machine in the settings" in said
    assert "log" not in said


def test_every_warning_has_words_of_its_own() -> None:
    """No two are said alike."""
    notices = Notices()
    for notice in Notice:
        notices.set(notice, "the reason")
    assert len(Notice) == len({notices.words_of(notice) for notice in Notice} - {None})


@pytest.mark.parametrize(
    "notice",
    [
        Notice.AWAKE_FAILED,
        Notice.CHIMES_FAILED,
        Notice.VOICE_FAILED,
        Notice.LIGHT_FAILED,
        Notice.MEDIA_KEYS_FAILED,
    ],
)
def test_what_fails_in_a_session_is_said_on_the_stage(notice: Notice) -> None:
    """With where to find more."""
    notices = Notices()
    notices.set(notice, "log.txt")
    assert (notices.text(on_stage=True) or "").endswith("More in log.txt")


def test_what_is_wrong_with_files_is_said_with_what_became_of_them() -> None:
    """What holds instead, as what damaged files are kept, and what is lost."""
    notices = Notices()
    notices.set(Notice.SETTINGS_READ_IN_PART, "settings.yaml.bad")
    assert notices.text(on_stage=False) == (
        "Settings that cannot be read are as Matside comes;"
        " a change keeps the old file as settings.yaml.bad"
    )
    notices.set(Notice.HISTORY_SET_ASIDE, "history.sqlite3.bad")
    assert notices.text(on_stage=False) == (
        "The damaged history is kept as history.sqlite3.bad; a new one has begun"
    )
    notices.set(Notice.HISTORY_SET_ASIDE, None)
    notices.set(Notice.SESSION_LOST, "Counted")
    assert notices.text(on_stage=False) == (
        "The session left open is damaged and cannot go on; its sets are kept: Counted"
    )
    assert notices.text(on_stage=True) is None
