"""The words for what was found out about the machine: what it is, and what helps.

The command line uses these words too, even if Qt cannot be loaded.
"""

from typing import assert_never

from matside.core.ports.findings import Finding, Grade, Subject
from matside.ui.checkup.data_words import data_words
from matside.ui.checkup.machine_words import FindingWords, device_words, program_words
from matside.ui.words.translation import translate


def finding_words(finding: Finding) -> FindingWords:
    """Return `finding` in words."""
    words = {**program_words(), **device_words(), **data_words()}
    says, helps = words[finding.what]
    return FindingWords(says.format(**finding.details), helps.format(**finding.details).strip())


def mark_word(mark: Grade) -> str:
    """Return the word for a grade."""
    match mark:
        case Grade.OK:
            return translate("Doctor", "ok")
        case Grade.NOTE:
            return translate("Doctor", "note")
        case Grade.FAULT:
            return translate("Doctor", "fault")
        case _:
            assert_never(mark)


def subject_word(subject: Subject) -> str:
    """Return what a finding is about, in a word or two."""
    return {
        Subject.PROGRAM: translate("Doctor", "Versions"),
        Subject.SYSTEM: translate("Doctor", "Computer"),
        Subject.INSTALLATION: translate("Doctor", "Included"),
        Subject.WINDOW: translate("Doctor", "Window"),
        Subject.SOUND: translate("Doctor", "Sound"),
        Subject.VOICE: translate("Doctor", "Voice"),
        Subject.BUS: translate("Doctor", "Media keys"),
        Subject.AWAKE: translate("Doctor", "Screen"),
        Subject.DATA: translate("Doctor", "Your files"),
        Subject.SETTINGS: translate("Doctor", "Settings"),
        Subject.HISTORY: translate("Doctor", "History"),
        Subject.WORKOUTS: translate("Doctor", "Your workouts"),
        Subject.RUNNING: translate("Doctor", "Open"),
        Subject.LOG: translate("Doctor", "Faults"),
        Subject.EXAMINATION: translate("Doctor", "This check"),
    }[subject]
