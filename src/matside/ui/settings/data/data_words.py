"""The words of the page that hands out, takes in and deletes what is kept."""

from matside.core.history.keeping import ExportForm, Handed, ImportPreview
from matside.ui.settings.data.data_view import TaskKind
from matside.ui.words.keeping_words import before_the_first_export, sessions_words, sets_words
from matside.ui.words.local_words import date_words, whole_number
from matside.ui.words.translation import translate

MOST_NOTES = 6
"""How many lines of what was left out are shown."""


def about_backup() -> tuple[str, ...]:
    """Return what a backup is."""
    return (
        translate(
            "Data", "Your history, settings, workouts, exercises and pictures go into one file."
        ),
        translate("Data", "Keep it on another disk: it comes back on any machine."),
    )


def about_restore() -> tuple[str, ...]:
    """Return what comes back."""
    return (
        translate("Data", "What a backup holds comes back: sessions, workouts and exercises."),
        translate("Data", "Files that are here already stay as they are, the settings too."),
    )


def about_import() -> tuple[str, ...]:
    """Return what can be taken in."""
    return (
        translate("Data", "Tables of Strong, Hevy and FitNotes, and those that Matside exports."),
        translate(
            "Data",
            "You see first what would be added. No session comes twice,"
            " and none of yours is changed.",
        ),
    )


def about_deletion(folder: str, word: str) -> tuple[str, ...]:
    """Return what goes, and how to say that it may."""
    goes = translate(
        "Data",
        "Your history, settings, own workouts, exercises and pictures, and the log are deleted"
        " from {folder}. Nothing brings them back but a backup.",
    )
    how = translate("Data", "To delete all of it, type “{word}” here.")
    return goes.format(folder=folder), how.format(word=word)


def form_words(form: ExportForm) -> str:
    """Return as what all sessions can be exported."""
    return {
        ExportForm.FIT: translate("Data", "FIT files, for sports services"),
        ExportForm.STRONG: translate("Data", "Table of Strong, which Hevy opens"),
        ExportForm.CSV: translate("Data", "Table of everything (CSV)"),
        ExportForm.JSON: translate("Data", "Everything as JSON"),
    }[form]


def about_session_export() -> tuple[str, ...]:
    """Return what one session is written as, and what is to be known before."""
    what = translate("Data", "The session is written as a FIT file, for sports services.")
    return what, before_the_first_export()


def backed_up(done: Handed, path: str) -> tuple[str, ...]:
    """Return what a backup holds."""
    return _told(translate("Data", "{what} are in {path}."), done, path)


def restored(done: Handed) -> tuple[str, ...]:
    """Return what has come back."""
    return _told(translate("Data", "{what} have come back."), done, "")


def exported(done: Handed, path: str) -> tuple[str, ...]:
    """Return what was exported where."""
    pattern = translate("Data", "{sessions}: {path}")
    said = pattern.format(sessions=sessions_words(done.sessions), path=path)
    return said, *some_of(done.notes)


def added_words(number: int) -> str:
    """Return how many sessions were added."""
    if number == 1:
        return translate("Data", "1 session was added.")
    return translate("Data", "{number} sessions were added.").format(number=whole_number(number))


def deleted_words(faults: tuple[str, ...]) -> tuple[str, ...]:
    """Return that all is deleted, or what is left."""
    if faults:
        return translate("Data", "These could not be deleted:"), *some_of(faults)
    return (translate("Data", "All is deleted. Matside is as it was on its first day."),)


def nothing_done(kind: TaskKind) -> str:
    """Return that a task of this `kind` was refused or cancelled, and has changed nothing."""
    return {
        TaskKind.BACK_UP: translate("Data", "No backup was written."),
        TaskKind.RESTORE: translate("Data", "Nothing was restored."),
        TaskKind.IMPORT: translate("Data", "Nothing was imported."),
        TaskKind.EXPORT: translate("Data", "Nothing was exported."),
        TaskKind.DELETE: translate("Data", "Nothing was deleted."),
    }[kind]


def preview_words(preview: ImportPreview) -> tuple[str, ...]:
    """Return what a table holds, and what of it would be added."""
    return tuple(_preview(preview))


def _preview(preview: ImportPreview) -> list[str]:
    pattern = translate("Data", "{sessions} of {program}{span}.")
    starts = sorted(each.session.started for each in preview.new)
    span = ""
    if starts:
        first, last = date_words(starts[0]), date_words(starts[-1])
        days = translate("Data", ", new ones from {first} to {last}")
        day = translate("Data", ", new on {first}")
        span = (day if first == last else days).format(first=first, last=last)
    said = [
        pattern.format(
            sessions=sessions_words(preview.found), program=preview.origin.program, span=span
        )
    ]
    there = preview.found - len(preview.new)
    if there:
        pattern = translate("Data", "There already, and left as they are: {sessions}.")
        said.append(pattern.format(sessions=sessions_words(there)))
    if preview.new:
        pattern = translate("Data", "To be added: {sessions} with {sets}.")
        sessions, sets = sessions_words(len(preview.new)), sets_words(preview.sets)
        said.append(pattern.format(sessions=sessions, sets=sets))
    else:
        said.append(translate("Data", "Nothing is new."))
    if preview.left_out:
        pattern = translate("Data", "Rows without a set, left out: {number}.")
        said.append(pattern.format(number=whole_number(preview.left_out)))
    said += some_of(preview.faults)
    if preview.unclear:
        said.append(
            translate(
                "Data", "Which of the exercises here does each of these mean? It is remembered."
            )
        )
    return said


def some_of(notes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of `notes`, and how many more there are."""
    left = len(notes) - MOST_NOTES
    if left <= 0:
        return notes
    return *notes[:MOST_NOTES], translate("Data", "and {number} more").format(
        number=whole_number(left)
    )


def _told(pattern: str, done: Handed, path: str) -> tuple[str, ...]:
    files = translate("Data", "{sessions} and {files}")
    if done.files == 1:
        others = translate("Data", "1 other file")
    else:
        others = translate("Data", "{number} other files").format(number=whole_number(done.files))
    what = files.format(sessions=sessions_words(done.sessions), files=others)
    return pattern.format(what=what, path=path), *some_of(done.notes)
