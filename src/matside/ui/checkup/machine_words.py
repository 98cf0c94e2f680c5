"""The words for what was found out about the machine and the program's parts."""

from collections.abc import Mapping

from matside.core.ports.findings import What
from matside.ui.checkup.wording import FindingWords

try:
    from PySide6.QtCore import QCoreApplication
except ImportError:
    from matside.ui.words.untranslated import QCoreApplication  # type: ignore[assignment]


def program() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the program."""
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


def system() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the system."""
    return {
        What.SYSTEM: FindingWords(QCoreApplication.translate("Doctor", "{system}, {machine}")),
    }


def installation() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the installation."""
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


def window() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the window."""
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


def sound() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about sound."""
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


def voice() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the voice."""
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


def desktop() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the desktop."""
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
