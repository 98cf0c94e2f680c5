"""What may be found out about a machine: what works on it, what does not."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import Enum
from typing import Self

from matside.frozen import frozen


class Grade(Enum):
    """How good it is: all is well, something is less than it could be, something is broken."""

    OK = "ok"
    NOTE = "note"
    FAULT = "fault"


class Subject(Enum):
    """What a finding is about, in the order in which findings are told."""

    PROGRAM = "program"
    SYSTEM = "system"
    INSTALLATION = "installation"
    WINDOW = "window"
    SOUND = "sound"
    VOICE = "voice"
    BUS = "bus"
    AWAKE = "awake"
    DATA = "data"
    SETTINGS = "settings"
    HISTORY = "history"
    WORKOUTS = "workouts"
    RUNNING = "running"
    LOG = "log"
    EXAMINATION = "examination"


class What(Enum):
    """One thing that may be found; each knows its subject and how good it is."""

    VERSIONS = "versions", Subject.PROGRAM, Grade.OK
    UNSOUND_QT = "unsound-qt", Subject.PROGRAM, Grade.FAULT
    NO_QT = "no-qt", Subject.PROGRAM, Grade.FAULT

    SYSTEM = "system", Subject.SYSTEM, Grade.OK

    COMPLETE = "complete", Subject.INSTALLATION, Grade.OK
    INCOMPLETE = "incomplete", Subject.INSTALLATION, Grade.FAULT

    WINDOW_OPENS = "window-opens", Subject.WINDOW, Grade.OK
    WINDOW_UNSEEN = "window-unseen", Subject.WINDOW, Grade.NOTE
    NO_DISPLAY = "no-display", Subject.WINDOW, Grade.FAULT
    DISPLAY_SILENT = "display-silent", Subject.WINDOW, Grade.FAULT
    NO_WINDOW_LIBRARY = "no-window-library", Subject.WINDOW, Grade.FAULT
    WINDOW_ABORTS = "window-aborts", Subject.WINDOW, Grade.FAULT
    WINDOW_HANGS = "window-hangs", Subject.WINDOW, Grade.FAULT

    SOUND_DEVICE = "sound-device", Subject.SOUND, Grade.OK
    NO_SOUND_LIBRARY = "no-sound-library", Subject.SOUND, Grade.FAULT
    PIPEWIRE_BARE = "pipewire-bare", Subject.SOUND, Grade.NOTE
    NO_SOUND_SERVER = "no-sound-server", Subject.SOUND, Grade.FAULT
    NO_SOUND_DEVICE = "no-sound-device", Subject.SOUND, Grade.FAULT
    SOUND_ABORTS = "sound-aborts", Subject.SOUND, Grade.FAULT
    SOUND_HANGS = "sound-hangs", Subject.SOUND, Grade.FAULT

    RECORDED_VOICE = "recorded-voice", Subject.VOICE, Grade.OK
    NO_RECORDED_VOICE = "no-recorded-voice", Subject.VOICE, Grade.NOTE
    VOICE = "voice", Subject.VOICE, Grade.OK
    NO_VOICE = "no-voice", Subject.VOICE, Grade.NOTE
    VOICE_FAILS = "voice-fails", Subject.VOICE, Grade.FAULT

    BUS = "bus", Subject.BUS, Grade.OK
    NO_BUS = "no-bus", Subject.BUS, Grade.NOTE
    BUS_DEAF = "bus-deaf", Subject.BUS, Grade.NOTE

    AWAKE = "awake", Subject.AWAKE, Grade.OK
    NOT_AWAKE = "not-awake", Subject.AWAKE, Grade.NOTE
    AWAKE_HANGS = "awake-hangs", Subject.AWAKE, Grade.NOTE

    DATA_WRITABLE = "data-writable", Subject.DATA, Grade.OK
    DATA_UNMADE = "data-unmade", Subject.DATA, Grade.OK
    DATA_SCARCE = "data-scarce", Subject.DATA, Grade.NOTE
    DATA_UNWRITABLE = "data-unwritable", Subject.DATA, Grade.FAULT

    SETTINGS_READ = "settings-read", Subject.SETTINGS, Grade.OK
    NO_SETTINGS = "no-settings", Subject.SETTINGS, Grade.OK
    SETTINGS_FAULTY = "settings-faulty", Subject.SETTINGS, Grade.FAULT

    HISTORY_SOUND = "history-sound", Subject.HISTORY, Grade.OK
    NO_HISTORY = "no-history", Subject.HISTORY, Grade.OK
    HISTORY_LOCKED = "history-locked", Subject.HISTORY, Grade.FAULT
    HISTORY_DAMAGED = "history-damaged", Subject.HISTORY, Grade.FAULT
    HISTORY_NEWER = "history-newer", Subject.HISTORY, Grade.FAULT
    HISTORY_UNREADABLE = "history-unreadable", Subject.HISTORY, Grade.FAULT

    WORKOUTS_GOOD = "workouts-good", Subject.WORKOUTS, Grade.OK
    WORKOUTS_FAULTY = "workouts-faulty", Subject.WORKOUTS, Grade.FAULT

    NO_WINDOW_OPEN = "no-window-open", Subject.RUNNING, Grade.OK
    WINDOW_OPEN = "window-open", Subject.RUNNING, Grade.OK

    LOG_EMPTY = "log-empty", Subject.LOG, Grade.OK
    LOG_KEPT = "log-kept", Subject.LOG, Grade.OK
    LOG_HAS_FAULTS = "log-has-faults", Subject.LOG, Grade.NOTE
    LOG_UNREADABLE = "log-unreadable", Subject.LOG, Grade.NOTE

    NOT_EXAMINED = "not-examined", Subject.EXAMINATION, Grade.FAULT

    subject: Subject
    mark: Grade

    def __new__(cls, value: str, subject: Subject, mark: Grade) -> Self:
        """Make the member `value`, which is about `subject`."""
        member = object.__new__(cls)
        member._value_ = value
        member.subject = subject
        member.mark = mark
        return member


@frozen
class Finding:
    """One thing that was found; `details` are the names and numbers that a sentence needs."""

    what: What
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.what.subject

    @property
    def mark(self) -> Grade:
        """How good it is."""
        return self.what.mark


def count_of(findings: Iterable[Finding], mark: Grade) -> int:
    """Return how many of `findings` bear `mark`."""
    return sum(finding.mark is mark for finding in findings)
