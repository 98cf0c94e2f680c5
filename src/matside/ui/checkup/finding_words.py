"""The words for what was found out about the machine: what it is, and what helps.

The command line uses these words too, even if Qt cannot be loaded.
"""

from typing import assert_never

from matside.core.ports.findings import Finding, Grade, Subject
from matside.ui.checkup import data_words, machine_words
from matside.ui.checkup.wording import FindingWords

try:
    from PySide6.QtCore import QCoreApplication
except ImportError:
    from matside.ui.words.untranslated import QCoreApplication  # type: ignore[assignment]


def finding_words(finding: Finding) -> FindingWords:
    """Return `finding` in words."""
    says, helps = _WORDS_OF[finding.subject]()[finding.what]
    return FindingWords(says.format(**finding.details), helps.format(**finding.details).strip())


def mark_word(mark: Grade) -> str:
    """Return the word for a grade."""
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


_WORDS_OF = {
    Subject.PROGRAM: machine_words.program,
    Subject.SYSTEM: machine_words.system,
    Subject.INSTALLATION: machine_words.installation,
    Subject.WINDOW: machine_words.window,
    Subject.SOUND: machine_words.sound,
    Subject.VOICE: machine_words.voice,
    Subject.BUS: machine_words.desktop,
    Subject.AWAKE: machine_words.desktop,
    Subject.DATA: data_words.data,
    Subject.SETTINGS: data_words.settings,
    Subject.HISTORY: data_words.history,
    Subject.WORKOUTS: data_words.workouts,
    Subject.RUNNING: data_words.running,
    Subject.LOG: data_words.log,
    Subject.EXAMINATION: data_words.examination,
}
