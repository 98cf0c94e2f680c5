"""Every act has its keys; a choice that cannot be is refused with its reason."""

import pytest

from matside.core.keymap import NAMED_KEYS, USUAL_KEYS, Act, Keymap, KeyRefusal, Reason, key_named


def toggled(keymap: Keymap, act: Act, key: str) -> Keymap:
    """Return the map after a choice that is granted."""
    outcome = keymap.toggled(act, key)
    assert isinstance(outcome, Keymap)
    return outcome


def test_every_act_has_keys_of_its_own() -> None:
    """No key asks for two things as it comes."""
    keys = [key for act in Act for key in USUAL_KEYS.of(act)]

    assert len(keys) == len(set(keys))
    assert all(USUAL_KEYS.of(act) for act in Act)
    assert [] == list(USUAL_KEYS.clashes())


def test_every_key_that_comes_is_one_that_can_be_named() -> None:
    """Else the file of the settings could not hold it."""
    keys = [key for act in Act for key in USUAL_KEYS.of(act)]

    assert keys == [key_named(key) for key in keys]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("space", "Space"),
        ("page down", "Page Down"),
        ("media next", "Media Next"),
        ("f24", "F24"),
        ("b", "B"),
        ("ö", "Ö"),
        ("ß", "ß"),
        ("µ", "µ"),
        ("ÿ", "Ÿ"),
        ("?", "?"),
        ("+", "+"),
        ("ctrl+b", "Ctrl+B"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+Page Up", "Ctrl+Page Up"),
        ("shift+w", "Shift+W"),
        ("Shift+5", None),
        ("Shift+Space", None),
        ("Shift+Shift+W", None),
        ("Ctrl+Shift+W", None),
        ("Ctrl+", None),
        ("Ctrl+Ctrl+B", None),
        ("Alt+B", None),
        ("F25", None),
        ("bb", None),
        ("", None),
        (" ", None),
        ("\n", None),
    ],
)
def test_keys_are_named_in_whatever_case(text: str, key: str | None) -> None:
    """By their names, or by what they write."""
    assert key == key_named(text)


def test_a_new_key_stands_first_and_the_others_stay() -> None:
    """The screens show the key that was chosen last, and Space goes on to count."""
    keymap = toggled(USUAL_KEYS, Act.PRESS, "B")

    assert ("B", "Space") == keymap.of(Act.PRESS)[:2]
    assert [Act.PRESS, Act.PRESS] == [keymap.act_of("B"), keymap.act_of("Space")]


def test_a_key_that_the_act_has_is_taken_away() -> None:
    """It asks for nothing then, and another act may have it."""
    keymap = toggled(USUAL_KEYS, Act.BACK, "Left")

    assert keymap.act_of("Left") is None
    assert Act.SKIP is toggled(keymap, Act.SKIP, "Left").act_of("Left")


def test_what_is_chosen_back_is_no_change() -> None:
    """A map that is as it came holds nothing."""
    there = toggled(USUAL_KEYS, Act.MUTE, "N")

    assert USUAL_KEYS == toggled(there, Act.MUTE, "N")


@pytest.mark.parametrize(
    ("act", "key", "refusal"),
    [
        (Act.MUTE, "P", KeyRefusal(Reason.TAKEN, "P", Act.PAUSE_OR_RESUME)),
        (Act.MUTE, "Esc", KeyRefusal(Reason.TAKEN, "Esc", Act.ESCAPE)),
        (Act.MUTE, "1", KeyRefusal(Reason.RESERVED, "1")),
        (Act.MUTE, "Tab", KeyRefusal(Reason.RESERVED, "Tab")),
        (Act.MUTE, "M", KeyRefusal(Reason.LAST, "M", Act.MUTE)),
        (Act.ESCAPE, "Esc", KeyRefusal(Reason.LAST, "Esc", Act.ESCAPE)),
    ],
)
def test_a_choice_that_cannot_be_says_why(act: Act, key: str, refusal: KeyRefusal) -> None:
    """Another's key, one that pages need, and the last one of an act."""
    assert refusal == USUAL_KEYS.toggled(act, key)


def test_escape_always_leads_out() -> None:
    """It may have company, and cannot be sent away for it."""
    keymap = toggled(USUAL_KEYS, Act.ESCAPE, "Q")

    assert KeyRefusal(Reason.LAST, "Esc", Act.ESCAPE) == keymap.toggled(Act.ESCAPE, "Esc")


def test_changes_that_cannot_be_had_together_are_found() -> None:
    """Each changed act whose keys are another's, needed, or without Esc."""
    keymap = Keymap(
        {Act.PRESS: ("Left", "B"), Act.MUTE: ("7",), Act.ESCAPE: ("Q",), Act.END: ("Z",)}
    )

    assert {
        Act.PRESS: KeyRefusal(Reason.TAKEN, "Left", Act.BACK),
        Act.MUTE: KeyRefusal(Reason.RESERVED, "7"),
        Act.ESCAPE: KeyRefusal(Reason.LAST, "Esc", Act.ESCAPE),
    } == dict(keymap.clashes())


def test_names_are_told_apart_in_whatever_case() -> None:
    """No two keys differ by their capitals alone."""
    assert len(NAMED_KEYS) == len({name.lower() for name in NAMED_KEYS})


def test_letter_with_shift_asks_for_the_same_unless_that_is_chosen() -> None:
    """Shift+W is lighter, and Shift+P still pauses, for nobody has given it another meaning."""
    assert Act.LIGHTER is USUAL_KEYS.act_of("Shift+W")
    assert Act.PAUSE_OR_RESUME is USUAL_KEYS.act_of("Shift+P")
    assert USUAL_KEYS.act_of("Shift+Z") is None
