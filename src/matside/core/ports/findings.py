"""What may be found out about a machine: what works on it, what does not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Self


class Mark(Enum):
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

    VERSIONS = "versions", Subject.PROGRAM, Mark.OK
    UNSOUND_QT = "unsound-qt", Subject.PROGRAM, Mark.FAULT
    NO_QT = "no-qt", Subject.PROGRAM, Mark.FAULT

    SYSTEM = "system", Subject.SYSTEM, Mark.OK

    COMPLETE = "complete", Subject.INSTALLATION, Mark.OK
    INCOMPLETE = "incomplete", Subject.INSTALLATION, Mark.FAULT

    WINDOW_OPENS = "window-opens", Subject.WINDOW, Mark.OK
    WINDOW_UNSEEN = "window-unseen", Subject.WINDOW, Mark.NOTE
    NO_DISPLAY = "no-display", Subject.WINDOW, Mark.FAULT
    DISPLAY_SILENT = "display-silent", Subject.WINDOW, Mark.FAULT
    NO_WINDOW_LIBRARY = "no-window-library", Subject.WINDOW, Mark.FAULT
    WINDOW_ABORTS = "window-aborts", Subject.WINDOW, Mark.FAULT
    WINDOW_HANGS = "window-hangs", Subject.WINDOW, Mark.FAULT

    SOUND_DEVICE = "sound-device", Subject.SOUND, Mark.OK
    NO_SOUND_LIBRARY = "no-sound-library", Subject.SOUND, Mark.FAULT
    PIPEWIRE_BARE = "pipewire-bare", Subject.SOUND, Mark.NOTE
    NO_SOUND_SERVER = "no-sound-server", Subject.SOUND, Mark.FAULT
    NO_SOUND_DEVICE = "no-sound-device", Subject.SOUND, Mark.FAULT
    SOUND_ABORTS = "sound-aborts", Subject.SOUND, Mark.FAULT
    SOUND_HANGS = "sound-hangs", Subject.SOUND, Mark.FAULT

    RECORDED_VOICE = "recorded-voice", Subject.VOICE, Mark.OK
    NO_RECORDED_VOICE = "no-recorded-voice", Subject.VOICE, Mark.NOTE
    VOICE = "voice", Subject.VOICE, Mark.OK
    NO_VOICE = "no-voice", Subject.VOICE, Mark.NOTE
    VOICE_FAILS = "voice-fails", Subject.VOICE, Mark.FAULT

    BUS = "bus", Subject.BUS, Mark.OK
    NO_BUS = "no-bus", Subject.BUS, Mark.NOTE
    BUS_DEAF = "bus-deaf", Subject.BUS, Mark.NOTE

    AWAKE = "awake", Subject.AWAKE, Mark.OK
    NOT_AWAKE = "not-awake", Subject.AWAKE, Mark.NOTE
    AWAKE_HANGS = "awake-hangs", Subject.AWAKE, Mark.NOTE

    DATA_WRITABLE = "data-writable", Subject.DATA, Mark.OK
    DATA_UNMADE = "data-unmade", Subject.DATA, Mark.OK
    DATA_SCARCE = "data-scarce", Subject.DATA, Mark.NOTE
    DATA_UNWRITABLE = "data-unwritable", Subject.DATA, Mark.FAULT

    SETTINGS_READ = "settings-read", Subject.SETTINGS, Mark.OK
    NO_SETTINGS = "no-settings", Subject.SETTINGS, Mark.OK
    SETTINGS_FAULTY = "settings-faulty", Subject.SETTINGS, Mark.FAULT

    HISTORY_SOUND = "history-sound", Subject.HISTORY, Mark.OK
    NO_HISTORY = "no-history", Subject.HISTORY, Mark.OK
    HISTORY_LOCKED = "history-locked", Subject.HISTORY, Mark.FAULT
    HISTORY_DAMAGED = "history-damaged", Subject.HISTORY, Mark.FAULT
    HISTORY_NEWER = "history-newer", Subject.HISTORY, Mark.FAULT
    HISTORY_UNREADABLE = "history-unreadable", Subject.HISTORY, Mark.FAULT

    WORKOUTS_GOOD = "workouts-good", Subject.WORKOUTS, Mark.OK
    WORKOUTS_FAULTY = "workouts-faulty", Subject.WORKOUTS, Mark.FAULT

    NO_WINDOW_OPEN = "no-window-open", Subject.RUNNING, Mark.OK
    WINDOW_OPEN = "window-open", Subject.RUNNING, Mark.OK

    LOG_EMPTY = "log-empty", Subject.LOG, Mark.OK
    LOG_KEPT = "log-kept", Subject.LOG, Mark.OK
    LOG_HAS_FAULTS = "log-has-faults", Subject.LOG, Mark.NOTE
    LOG_UNREADABLE = "log-unreadable", Subject.LOG, Mark.NOTE

    NOT_EXAMINED = "not-examined", Subject.EXAMINATION, Mark.FAULT

    subject: Subject
    mark: Mark

    def __new__(cls, value: str, subject: Subject, mark: Mark) -> Self:
        """Make the member `value`, which is about `subject`."""
        member = object.__new__(cls)
        member._value_ = value
        member.subject = subject
        member.mark = mark
        return member


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found; `details` are the names and numbers that a sentence needs."""

    what: What
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.what.subject

    @property
    def mark(self) -> Mark:
        """How good it is."""
        return self.what.mark


def count_of(findings: Iterable[Finding], mark: Mark) -> int:
    """Return how many of `findings` bear `mark`."""
    return sum(finding.mark is mark for finding in findings)
