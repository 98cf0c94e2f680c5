"""The words for what was found out about the machine: what it is, and what helps.

The command line speaks these words too, also where Qt cannot be loaded.
"""

from collections.abc import Mapping
from typing import NamedTuple, assert_never

from matside.core.ports.findings import Finding, Grade, Subject, What

try:
    from PySide6.QtCore import QCoreApplication
except ImportError:
    from matside.ui.words.untranslated import QCoreApplication  # type: ignore[assignment]


class FindingWords(NamedTuple):
    """What a finding says, and what helps: nothing where nothing needs to be done."""

    says: str
    helps: str = ""


def finding_words(finding: Finding) -> FindingWords:
    """Return `finding` in words."""
    says, helps = _WORDS_OF[finding.subject]()[finding.what]
    return FindingWords(says.format(**finding.details), helps.format(**finding.details).strip())


def mark_word(mark: Grade) -> str:
    """Return the word for how good something is."""
    match mark:
        case Grade.OK:
            return QCoreApplication.translate("Doctor", "ok")
        case Grade.NOTE:
            return QCoreApplication.translate("Doctor", "note")
        case Grade.FAULT:
            return QCoreApplication.translate("Doctor", "fault")
        case _:
            assert_never(mark)


def subject_word(subject: Subject) -> str:
    """Return what a finding is about, in a word or two."""
    return {
        Subject.PROGRAM: QCoreApplication.translate("Doctor", "Program"),
        Subject.SYSTEM: QCoreApplication.translate("Doctor", "System"),
        Subject.INSTALLATION: QCoreApplication.translate("Doctor", "Its files"),
        Subject.WINDOW: QCoreApplication.translate("Doctor", "Window"),
        Subject.SOUND: QCoreApplication.translate("Doctor", "Sound"),
        Subject.VOICE: QCoreApplication.translate("Doctor", "Voice"),
        Subject.BUS: QCoreApplication.translate("Doctor", "Desktop"),
        Subject.AWAKE: QCoreApplication.translate("Doctor", "Awake lock"),
        Subject.DATA: QCoreApplication.translate("Doctor", "Data folder"),
        Subject.SETTINGS: QCoreApplication.translate("Doctor", "Settings"),
        Subject.HISTORY: QCoreApplication.translate("Doctor", "History"),
        Subject.WORKOUTS: QCoreApplication.translate("Doctor", "Own workouts"),
        Subject.RUNNING: QCoreApplication.translate("Doctor", "Running"),
        Subject.LOG: QCoreApplication.translate("Doctor", "Log"),
        Subject.EXAMINATION: QCoreApplication.translate("Doctor", "Examination"),
    }[subject]


def _program() -> Mapping[What, FindingWords]:
    return {
        What.VERSIONS: FindingWords(
            QCoreApplication.translate(
                "Doctor", "Matside {matside}, PySide6 {pyside}, Python {python}"
            )
        ),
        What.UNSOUND_QT: FindingWords(
            QCoreApplication.translate(
                "Doctor", "PySide6 {pyside} ends the program without warning on Python {python}."
            ),
            QCoreApplication.translate(
                "Doctor",
                'pip install "PySide6-Essentials<6.12" "PySide6-Addons<6.12",'
                " or run Matside by Python 3.12 or newer",
            ),
        ),
        What.NO_QT: FindingWords(
            QCoreApplication.translate("Doctor", "Qt cannot be loaded: {reason}"),
            QCoreApplication.translate(
                "Doctor", "pip install PySide6-Essentials PySide6-Addons; see Window too"
            ),
        ),
    }


def _system() -> Mapping[What, FindingWords]:
    return {
        What.SYSTEM: FindingWords(QCoreApplication.translate("Doctor", "{system}, {machine}")),
    }


def _installation() -> Mapping[What, FindingWords]:
    return {
        What.COMPLETE: FindingWords(
            QCoreApplication.translate(
                "Doctor",
                "All fonts ({fonts}), sounds ({sounds}), workouts ({workouts}) and exercises"
                " ({exercises}) are there",
            )
        ),
        What.INCOMPLETE: FindingWords(
            QCoreApplication.translate("Doctor", "Missing or damaged in {folder}: {pieces}"),
            QCoreApplication.translate("Doctor", "Install Matside again"),
        ),
    }


def _window() -> Mapping[What, FindingWords]:
    return {
        What.WINDOW_OPENS: FindingWords(
            QCoreApplication.translate("Doctor", "It opens, by {platform}; screens: {screens}")
        ),
        What.WINDOW_UNSEEN: FindingWords(
            QCoreApplication.translate(
                "Doctor", "It opens, but nobody sees it: QT_QPA_PLATFORM is {platform}."
            ),
            QCoreApplication.translate("Doctor", "unset QT_QPA_PLATFORM"),
        ),
        What.NO_DISPLAY: FindingWords(
            QCoreApplication.translate(
                "Doctor", "No desktop: neither DISPLAY nor WAYLAND_DISPLAY is set."
            ),
            QCoreApplication.translate("Doctor", "Start Matside from a terminal of the desktop"),
        ),
        What.DISPLAY_SILENT: FindingWords(
            QCoreApplication.translate("Doctor", "The display {display} does not answer."),
            QCoreApplication.translate("Doctor", "Start Matside from a terminal of the desktop"),
        ),
        What.NO_WINDOW_LIBRARY: FindingWords(
            QCoreApplication.translate("Doctor", "Missing: {libraries}"),
            QCoreApplication.translate("Doctor", "sudo apt install {packages}"),
        ),
        What.WINDOW_ABORTS: FindingWords(
            QCoreApplication.translate("Doctor", "Qt ends before it opens: {reason}"),
            QCoreApplication.translate(
                "Doctor", "QT_DEBUG_PLUGINS=1 matside says more; try QT_QPA_PLATFORM=xcb"
            ),
        ),
        What.WINDOW_HANGS: FindingWords(
            QCoreApplication.translate("Doctor", "The desktop takes too long to answer."),
            QCoreApplication.translate("Doctor", "Log out and in again"),
        ),
    }


def _sound() -> Mapping[What, FindingWords]:
    return {
        What.SOUND_DEVICE: FindingWords(
            QCoreApplication.translate("Doctor", "Chimes are played on {device}")
        ),
        What.NO_SOUND_LIBRARY: FindingWords(
            QCoreApplication.translate("Doctor", "No chimes. Missing: {libraries}"),
            QCoreApplication.translate("Doctor", "sudo apt install {packages}"),
        ),
        What.PIPEWIRE_BARE: FindingWords(
            QCoreApplication.translate("Doctor", "PipeWire fails without its settings."),
            QCoreApplication.translate("Doctor", "sudo apt install pipewire-bin"),
        ),
        What.NO_SOUND_SERVER: FindingWords(
            QCoreApplication.translate("Doctor", "No chimes: no sound server is running."),
            QCoreApplication.translate(
                "Doctor",
                "sudo apt install pipewire-pulse, then"
                " systemctl --user start pipewire-pulse, or log in again",
            ),
        ),
        What.NO_SOUND_DEVICE: FindingWords(
            QCoreApplication.translate("Doctor", "No chimes: there is no device to play on."),
            QCoreApplication.translate(
                "Doctor", "Plug in or switch on a loudspeaker; look at the sound settings"
            ),
        ),
        What.SOUND_ABORTS: FindingWords(
            QCoreApplication.translate("Doctor", "No chimes: Qt's sound fails: {reason}"),
            QCoreApplication.translate("Doctor", "pip install --force-reinstall PySide6-Addons"),
        ),
        What.SOUND_HANGS: FindingWords(
            QCoreApplication.translate("Doctor", "No chimes: the sound server does not answer."),
            QCoreApplication.translate(
                "Doctor", "systemctl --user restart pipewire-pulse, or log in again"
            ),
        ),
    }


def _voice() -> Mapping[What, FindingWords]:
    return {
        What.RECORDED_VOICE: FindingWords(
            QCoreApplication.translate("Doctor", "Recorded voice: {sentences} sentences.")
        ),
        What.NO_RECORDED_VOICE: FindingWords(
            QCoreApplication.translate("Doctor", "No recorded voice in {folder}."),
            QCoreApplication.translate("Doctor", "pip install --force-reinstall matside"),
        ),
        What.VOICE: FindingWords(QCoreApplication.translate("Doctor", "{engine} ({program})")),
        What.NO_VOICE: FindingWords(
            QCoreApplication.translate(
                "Doctor", "No speech engine for words of your own: espeak-ng is not installed."
            ),
            QCoreApplication.translate("Doctor", "sudo apt install espeak-ng"),
        ),
        What.VOICE_FAILS: FindingWords(
            QCoreApplication.translate(
                "Doctor", "Words of your own are not said: {program} fails: {reason}"
            ),
            QCoreApplication.translate("Doctor", "sudo apt install --reinstall espeak-ng"),
        ),
    }


def _desktop() -> Mapping[What, FindingWords]:
    return {
        What.BUS: FindingWords(
            QCoreApplication.translate("Doctor", "Its message bus answers, for media keys too")
        ),
        What.NO_BUS: FindingWords(
            QCoreApplication.translate(
                "Doctor", "No message bus: no media keys, and the screen may go dark."
            ),
            QCoreApplication.translate(
                "Doctor", "Start Matside from the desktop; sudo apt install dbus-user-session"
            ),
        ),
        What.BUS_DEAF: FindingWords(
            QCoreApplication.translate(
                "Doctor",
                "The message bus does not answer: no media keys, and the screen may go dark.",
            ),
            QCoreApplication.translate("Doctor", "Log out and in again"),
        ),
        What.AWAKE: FindingWords(
            QCoreApplication.translate("Doctor", "The screen is kept awake by {method}")
        ),
        What.NOT_AWAKE: FindingWords(
            QCoreApplication.translate("Doctor", "The desktop does not keep the screen awake."),
            QCoreApplication.translate(
                "Doctor", "Let the screen go dark later, in the desktop's power settings"
            ),
        ),
        What.AWAKE_HANGS: FindingWords(
            QCoreApplication.translate(
                "Doctor", "The desktop does not answer when asked to keep the screen awake."
            ),
            QCoreApplication.translate(
                "Doctor", "Let the screen go dark later, in the desktop's power settings"
            ),
        ),
    }


def _data() -> Mapping[What, FindingWords]:
    return {
        What.DATA_WRITABLE: FindingWords(
            QCoreApplication.translate("Doctor", "{folder}, {free} free")
        ),
        What.DATA_UNMADE: FindingWords(
            QCoreApplication.translate(
                "Doctor", "{folder} is made at the first start; {free} free"
            )
        ),
        What.DATA_SCARCE: FindingWords(
            QCoreApplication.translate("Doctor", "{folder} has only {free} left."),
            QCoreApplication.translate("Doctor", "Make room on this disk"),
        ),
        What.DATA_UNWRITABLE: FindingWords(
            QCoreApplication.translate("Doctor", "Nothing can be kept in {folder}: {reason}"),
            QCoreApplication.translate(
                "Doctor", "Mend that, or keep everything elsewhere: matside --data FOLDER"
            ),
        ),
    }


def _settings() -> Mapping[What, FindingWords]:
    return {
        What.SETTINGS_READ: FindingWords(QCoreApplication.translate("Doctor", "All of {file}")),
        What.NO_SETTINGS: FindingWords(
            QCoreApplication.translate("Doctor", "None kept yet; all have their defaults")
        ),
        What.SETTINGS_FAULTY: FindingWords(
            QCoreApplication.translate("Doctor", "Faults: {count}, the first {fault}"),
            QCoreApplication.translate(
                "Doctor", "Mend the file; what cannot be read has its default"
            ),
        ),
    }


def _history() -> Mapping[What, FindingWords]:
    keep_a_copy = QCoreApplication.translate(
        "Doctor", "Keep a copy of {file}; the next session sets it aside and begins a new one"
    )
    return {
        What.HISTORY_SOUND: FindingWords(
            QCoreApplication.translate(
                "Doctor", "In order; sessions: {sessions}, {size}, version {version}"
            )
        ),
        What.NO_HISTORY: FindingWords(
            QCoreApplication.translate("Doctor", "No session has been done yet")
        ),
        What.HISTORY_LOCKED: FindingWords(
            QCoreApplication.translate("Doctor", "{file} is locked by another program."),
            QCoreApplication.translate("Doctor", "Close whatever else has it open"),
        ),
        What.HISTORY_DAMAGED: FindingWords(
            QCoreApplication.translate("Doctor", "{file} is damaged: {reason}"), keep_a_copy
        ),
        What.HISTORY_NEWER: FindingWords(
            QCoreApplication.translate("Doctor", "{file} was written by a newer Matside."),
            QCoreApplication.translate("Doctor", "Install the newest Matside"),
        ),
        What.HISTORY_UNREADABLE: FindingWords(
            QCoreApplication.translate("Doctor", "{file} cannot be read: {reason}"),
            QCoreApplication.translate("Doctor", "See to it that you may read and write it"),
        ),
    }


def _workouts() -> Mapping[What, FindingWords]:
    return {
        What.WORKOUTS_GOOD: FindingWords(
            QCoreApplication.translate(
                "Doctor", "{workouts} in {folder}, and {exercises} own exercises"
            )
        ),
        What.WORKOUTS_FAULTY: FindingWords(
            QCoreApplication.translate("Doctor", "Files with faults: {faulty}, the first {fault}"),
            QCoreApplication.translate("Doctor", "matside check FILE says all that is wrong"),
        ),
    }


def _running() -> Mapping[What, FindingWords]:
    return {
        What.NO_WINDOW_OPEN: FindingWords(
            QCoreApplication.translate("Doctor", "No window has this data folder")
        ),
        What.WINDOW_OPEN: FindingWords(
            QCoreApplication.translate(
                "Doctor", "A window has this data folder (process {process})"
            )
        ),
    }


def _log() -> Mapping[What, FindingWords]:
    return {
        What.LOG_EMPTY: FindingWords(
            QCoreApplication.translate("Doctor", "Faults would be written to {file}")
        ),
        What.LOG_KEPT: FindingWords(QCoreApplication.translate("Doctor", "No faults in {file}")),
        What.LOG_HAS_FAULTS: FindingWords(
            QCoreApplication.translate("Doctor", "Faults of the program: {count}, in {file}"),
            QCoreApplication.translate("Doctor", "Report them, with this file"),
        ),
        What.LOG_UNREADABLE: FindingWords(
            QCoreApplication.translate("Doctor", "Faults may not be written down. {fault}"),
            QCoreApplication.translate("Doctor", "Move it away"),
        ),
    }


def _examination() -> Mapping[What, FindingWords]:
    return {
        What.NOT_EXAMINED: FindingWords(
            QCoreApplication.translate("Doctor", "Failed for {check}: {reason}"),
            QCoreApplication.translate("Doctor", "Report this: the fault is in Matside"),
        ),
    }


_WORDS_OF = {
    Subject.PROGRAM: _program,
    Subject.SYSTEM: _system,
    Subject.INSTALLATION: _installation,
    Subject.WINDOW: _window,
    Subject.SOUND: _sound,
    Subject.VOICE: _voice,
    Subject.BUS: _desktop,
    Subject.AWAKE: _desktop,
    Subject.DATA: _data,
    Subject.SETTINGS: _settings,
    Subject.HISTORY: _history,
    Subject.WORKOUTS: _workouts,
    Subject.RUNNING: _running,
    Subject.LOG: _log,
    Subject.EXAMINATION: _examination,
}
