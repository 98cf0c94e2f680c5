"""The words for what is handed out, taken in and left as it is, also where no page is open."""

from matside.ui.words.local_words import whole_number
from matside.ui.words.translation import translate


def before_the_first_export() -> str:
    """Return what is to be known before anything is handed to a sports service."""
    return translate(
        "Keeping",
        "A session that a watch recorded too will be there twice,"
        " and no service was tried with these files.",
    )


def sessions_words(number: int) -> str:
    """Return how many sessions: `3 sessions`."""
    if number == 1:
        return translate("Keeping", "1 session")
    return translate("Keeping", "{number} sessions").format(number=whole_number(number))


def sets_words(number: int) -> str:
    """Return how many sets: `12 sets`."""
    if number == 1:
        return translate("Keeping", "1 set")
    return translate("Keeping", "{number} sets").format(number=whole_number(number))


def estimated_words(sessions: int) -> str:
    """Return that the hours of some sessions are not those that were kept."""
    if sessions == 1:
        return translate("Keeping", "Of 1 session the times are estimated: nobody kept them.")
    pattern = translate("Keeping", "Of {number} sessions the times are estimated.")
    return pattern.format(number=whole_number(sessions))


def stays_words(name: str) -> str:
    """Return that a file is there already."""
    return translate("Keeping", "{name} is there already, and stays.").format(name=name)


def nothing_yet() -> str:
    """Return that there is nothing to hand out."""
    return translate("Keeping", "No session has been done yet.")


def gone_words() -> str:
    """Return that a session cannot be handed out."""
    return translate("Keeping", "The history does not have this session, or cannot read it.")


def own_folder_words() -> str:
    """Return why nothing is written beside the history."""
    return translate(
        "Keeping", "This folder has all that Matside keeps. Please choose another one."
    )


def another_window() -> str:
    """Return why nothing is deleted or brought back here."""
    return translate(
        "Keeping", "Another window of Matside has this folder by now. Please do it there."
    )


def restored_over() -> str:
    """Return why a backup does not come back where sessions are."""
    return translate(
        "Keeping",
        "There is a history here already, and a backup comes back only where there is none."
        " Back up what is here first; then choose “Delete all my data”, and “Restore” again.",
    )
