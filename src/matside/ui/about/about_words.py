"""The words of the page about Matside."""

from matside.frozen import frozen
from matside.ui.words.translation import translate


@frozen
class Section:
    """A heading, and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


def first_sections() -> tuple[Section, ...]:
    """Return what Matside is, what it asks you to mind, and what it keeps."""
    return (
        Section(
            translate("About", "A workout timer for the laptop beside your mat"),
            (
                translate(
                    "About",
                    "It leads you through holds, sets, sides and rests with one key, is read from"
                    " three metres and heard with the eyes closed.",
                ),
            ),
        ),
        Section(
            translate("About", "With care"),
            (
                translate(
                    "About",
                    "You know your body best. Move without pain; stop if it is sharp, or if you"
                    " feel dizzy or numb.",
                ),
                translate(
                    "About",
                    "Matside keeps time and counts; it is not medical advice. In doubt, or after"
                    " an injury, ask your doctor first.",
                ),
            ),
        ),
        Section(
            translate("About", "Yours alone"),
            (
                translate(
                    "About",
                    "Nothing leaves your machine: Matside has no network, no account and no"
                    " telemetry.",
                ),
            ),
        ),
    )


def licences() -> Section:
    """Return under which licences Matside and its parts are."""
    return Section(
        translate("About", "Licences"),
        (
            translate("About", "Matside is free software under the MIT licence."),
            translate(
                "About",
                "Typeface: Barlow, by Jeremy Tribby and the Barlow Project Authors, SIL Open Font"
                " License 1.1.",
            ),
            translate(
                "About",
                "Films: Matside's own, rendered from bodies of MakeHuman and MPFB, which are in"
                " the public domain (CC0).",
            ),
            translate(
                "About",
                "Voice: synthetic, Kokoro-82M by hexgrad, Apache License 2.0. It is no recording"
                " of a person.",
            ),
            translate("About", "Windows: Qt, by way of Qt for Python (PySide6), LGPL 3."),
        ),
    )
