"""The words for what was found out about the athlete's files, and about Matside itself."""

from collections.abc import Mapping

from matside.core.ports.findings import What
from matside.ui.checkup.machine_words import FindingWords
from matside.ui.words.translation import translate


def data_words() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the data folder and what lies in it."""
    keep_a_copy = translate(
        "Doctor", "Keep a copy of {file}; the next workout sets it aside and begins a new one"
    )
    return {
        What.DATA_WRITABLE: FindingWords(
            translate("Doctor", "Kept in {folder}; {free} are free there")
        ),
        What.DATA_UNMADE: FindingWords(
            translate("Doctor", "{folder} is made at the first start; {free} are free there")
        ),
        What.DATA_SCARCE: FindingWords(
            translate("Doctor", "{folder} has only {free} left."),
            translate("Doctor", "Make room on this disk"),
        ),
        What.DATA_UNWRITABLE: FindingWords(
            translate("Doctor", "Nothing can be kept in {folder}: {reason}"),
            translate("Doctor", "Mend that, or keep everything elsewhere: matside --data FOLDER"),
        ),
        What.SETTINGS_READ: FindingWords(
            translate("Doctor", "Everything in {file} could be read")
        ),
        What.NO_SETTINGS: FindingWords(translate("Doctor", "Nothing has been changed yet")),
        What.SETTINGS_FAULTY: FindingWords(
            translate("Doctor", "Faults: {count}, the first {fault}"),
            translate("Doctor", "Mend the file; until then what comes with Matside holds"),
        ),
        What.HISTORY_SOUND: FindingWords(
            translate("Doctor", "Workouts kept: {sessions} ({size}, version {version})")
        ),
        What.NO_HISTORY: FindingWords(translate("Doctor", "No workout has been done yet")),
        What.HISTORY_LOCKED: FindingWords(
            translate("Doctor", "{file} is held by another program."),
            translate("Doctor", "Close whatever else has it open"),
        ),
        What.HISTORY_DAMAGED: FindingWords(
            translate("Doctor", "{file} is damaged: {reason}"), keep_a_copy
        ),
        What.HISTORY_NEWER: FindingWords(
            translate("Doctor", "{file} was written by a newer Matside."),
            translate("Doctor", "Install the newest Matside"),
        ),
        What.HISTORY_UNREADABLE: FindingWords(
            translate("Doctor", "{file} cannot be read: {reason}"),
            translate("Doctor", "See to it that you may read and write it"),
        ),
        What.WORKOUTS_GOOD: FindingWords(
            translate("Doctor", "Workouts: {workouts}, exercises: {exercises}; in {folder}")
        ),
        What.WORKOUTS_FAULTY: FindingWords(
            translate("Doctor", "Files with faults: {faulty}, the first {fault}"),
            translate("Doctor", "matside check FILE says all that is wrong"),
        ),
        What.NO_WINDOW_OPEN: FindingWords(translate("Doctor", "Matside is not open")),
        What.WINDOW_OPEN: FindingWords(
            translate("Doctor", "Matside is open and uses these files (process {process})")
        ),
        What.LOG_EMPTY: FindingWords(
            translate("Doctor", "Nothing has gone wrong; it would be told in {file}")
        ),
        What.LOG_KEPT: FindingWords(
            translate("Doctor", "{file} tells of nothing that went wrong")
        ),
        What.LOG_HAS_FAULTS: FindingWords(
            translate("Doctor", "What went wrong in Matside: {count}, told in {file}"),
            translate("Doctor", "Report it, with this file"),
        ),
        What.LOG_UNREADABLE: FindingWords(
            translate("Doctor", "What goes wrong may not be written down. {fault}"),
            translate("Doctor", "Move it away"),
        ),
        What.NOT_EXAMINED: FindingWords(
            translate("Doctor", "{check} could not be looked at: {reason}"),
            translate("Doctor", "Report this: the fault is in Matside"),
        ),
    }
