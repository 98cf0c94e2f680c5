"""The words for what was found out about the machine and the program's parts."""

from collections.abc import Mapping
from typing import NamedTuple

from matside.core.ports.findings import What
from matside.ui.words.translation import translate


class FindingWords(NamedTuple):
    """What a finding says, and what helps: "" if nothing needs to be done."""

    says: str
    helps: str = ""


def program_words() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about the program and its window."""
    from_a_terminal = translate("Doctor", "Start Matside from a terminal of the desktop")
    return {
        What.VERSIONS: FindingWords(
            translate("Doctor", "Matside {matside}, PySide6 {pyside}, Python {python}")
        ),
        What.UNSOUND_QT: FindingWords(
            translate(
                "Doctor", "PySide6 {pyside} ends the program without warning on Python {python}."
            ),
            translate(
                "Doctor",
                'pip install "PySide6-Essentials<6.12" "PySide6-Addons<6.12",'
                " or run Matside by Python 3.12 or newer",
            ),
        ),
        What.NO_QT: FindingWords(
            translate("Doctor", "Qt cannot be loaded: {reason}"),
            translate("Doctor", "pip install PySide6-Essentials PySide6-Addons; see Window too"),
        ),
        What.SYSTEM: FindingWords(translate("Doctor", "{system}, {machine}")),
        What.COMPLETE: FindingWords(
            translate(
                "Doctor",
                "All is there: fonts ({fonts}), sounds ({sounds}), workouts ({workouts}),"
                " exercises ({exercises})",
            )
        ),
        What.INCOMPLETE: FindingWords(
            translate("Doctor", "Missing or damaged in {folder}: {pieces}"),
            translate("Doctor", "Install Matside again"),
        ),
        What.WINDOW_OPENS: FindingWords(
            translate("Doctor", "It opens; screens: {screens} ({platform})")
        ),
        What.WINDOW_UNSEEN: FindingWords(
            translate("Doctor", "It opens, but nobody sees it: QT_QPA_PLATFORM is {platform}."),
            translate("Doctor", "unset QT_QPA_PLATFORM"),
        ),
        What.NO_DISPLAY: FindingWords(
            translate("Doctor", "No desktop: neither DISPLAY nor WAYLAND_DISPLAY is set."),
            from_a_terminal,
        ),
        What.DISPLAY_SILENT: FindingWords(
            translate("Doctor", "The display {display} does not answer."), from_a_terminal
        ),
        What.NO_WINDOW_LIBRARY: FindingWords(
            translate("Doctor", "Missing: {libraries}"),
            translate("Doctor", "sudo apt install {packages}"),
        ),
        What.WINDOW_ABORTS: FindingWords(
            translate("Doctor", "Qt ends before it opens: {reason}"),
            translate("Doctor", "QT_DEBUG_PLUGINS=1 matside says more; try QT_QPA_PLATFORM=xcb"),
        ),
        What.WINDOW_HANGS: FindingWords(
            translate("Doctor", "The desktop takes too long to answer."),
            translate("Doctor", "Log out and in again"),
        ),
    }


def device_words() -> Mapping[What, FindingWords]:
    """Return the words of all that may be found out about sound, voice and the desktop."""
    power_settings = translate(
        "Doctor", "Let the screen go dark later, in the desktop's power settings"
    )
    return {
        What.SOUND_DEVICE: FindingWords(translate("Doctor", "Chimes are played on {device}")),
        What.NO_SOUND_LIBRARY: FindingWords(
            translate("Doctor", "No chimes. Missing: {libraries}"),
            translate("Doctor", "sudo apt install {packages}"),
        ),
        What.PIPEWIRE_BARE: FindingWords(
            translate("Doctor", "PipeWire fails without its settings."),
            translate("Doctor", "sudo apt install pipewire-bin"),
        ),
        What.NO_SOUND_SERVER: FindingWords(
            translate("Doctor", "No chimes: no sound server is running."),
            translate(
                "Doctor",
                "sudo apt install pipewire-pulse, then"
                " systemctl --user start pipewire-pulse, or log in again",
            ),
        ),
        What.NO_SOUND_DEVICE: FindingWords(
            translate("Doctor", "No chimes: there is no loudspeaker to play on."),
            translate("Doctor", "Plug one in or switch it on; look at the sound settings"),
        ),
        What.SOUND_ABORTS: FindingWords(
            translate("Doctor", "No chimes: Qt's sound fails: {reason}"),
            translate("Doctor", "pip install --force-reinstall PySide6-Addons"),
        ),
        What.SOUND_HANGS: FindingWords(
            translate("Doctor", "No chimes: the sound server does not answer."),
            translate("Doctor", "systemctl --user restart pipewire-pulse, or log in again"),
        ),
        What.RECORDED_VOICE: FindingWords(
            translate("Doctor", "Recorded voice: {sentences} sentences.")
        ),
        What.NO_RECORDED_VOICE: FindingWords(
            translate("Doctor", "No recorded voice in {folder}."),
            translate("Doctor", "pip install --force-reinstall matside"),
        ),
        What.VOICE: FindingWords(
            translate("Doctor", "Words of your own are said by {engine} ({program})")
        ),
        What.NO_VOICE: FindingWords(
            translate("Doctor", "Words of your own are not said: espeak-ng is not installed."),
            translate("Doctor", "sudo apt install espeak-ng"),
        ),
        What.VOICE_FAILS: FindingWords(
            translate("Doctor", "Words of your own are not said: {program} fails: {reason}"),
            translate("Doctor", "sudo apt install --reinstall espeak-ng"),
        ),
        What.BUS: FindingWords(translate("Doctor", "The desktop can hand media keys on")),
        What.NO_BUS: FindingWords(
            translate(
                "Doctor",
                "The desktop cannot be reached: no media keys, and the screen may go dark.",
            ),
            translate(
                "Doctor", "Start Matside from the desktop; sudo apt install dbus-user-session"
            ),
        ),
        What.BUS_DEAF: FindingWords(
            translate(
                "Doctor", "The desktop does not answer: no media keys, and the screen may go dark."
            ),
            translate("Doctor", "Log out and in again"),
        ),
        What.AWAKE: FindingWords(
            translate("Doctor", "The screen stays on during a workout ({method})")
        ),
        What.NOT_AWAKE: FindingWords(
            translate("Doctor", "The screen may go dark during a workout."), power_settings
        ),
        What.AWAKE_HANGS: FindingWords(
            translate("Doctor", "The desktop does not answer when asked to keep the screen on."),
            power_settings,
        ),
    }
