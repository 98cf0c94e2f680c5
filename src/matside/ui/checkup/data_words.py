"""The words for what was found out about the data folder and all that lies in it."""

from collections.abc import Mapping

from matside.core.ports.findings import What
from matside.ui.checkup.wording import FindingWords

try:
    from PySide6.QtCore import QCoreApplication
except ImportError:
    from matside.ui.words.untranslated import QCoreApplication  # type: ignore[assignment]


def data() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the data folder."""
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


def settings() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the settings."""
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


def history() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the history."""
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


def workouts() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the workouts."""
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


def running() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about a window that is open."""
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


def log() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the log."""
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


def examination() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the examination itself."""
    return {
        What.NOT_EXAMINED: FindingWords(
            QCoreApplication.translate("Doctor", "Failed for {check}: {reason}"),
            QCoreApplication.translate("Doctor", "Report this: the fault is in Matside"),
        ),
    }
