"""Which key asks for what: as it comes, as the athlete chose, and which choices cannot be.

A key is a name: `Space`, `F11`, `Media Next`, or what the key writes, as `P` or `?`; with
`Ctrl+` before it where Control is held, or `Shift+` before a letter. What the keyboard sends for
it the window knows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum

from matside.frozen import frozen


class Act(Enum):
    """What a key asks of the window; the value is its name in the settings."""

    PRESS = "press"
    PAUSE_OR_RESUME = "pause_or_resume"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    SKIP = "skip"
    MORE = "more"
    LESS = "less"
    PACE = "rep_pace"
    FASTER = "faster"
    SLOWER = "slower"
    HEAVIER = "heavier"
    LIGHTER = "lighter"
    AGAIN = "again"
    VOICE = "voice"
    MUTE = "mute"
    FULL_SCREEN = "full_screen"
    MINI = "mini_view"
    KEYS = "keys"
    SETTINGS = "settings"
    EXERCISES = "exercises"
    ABOUT = "about"
    HISTORY = "history"
    EXPORT = "export"
    ESCAPE = "escape"
    ASK = "ask"
    END = "end"
    QUIT = "quit"


REPEATING = frozenset({Act.MORE, Act.LESS})
"""The acts for which a held key counts again and again."""

CONTROL = "Ctrl+"
"""What stands before the name of a key that counts with Control only."""

SHIFT = "Shift+"
"""What stands before the name of a letter that counts with Shift only."""

ESCAPE = "Esc"
"""The key that always leads out, whatever else is chosen."""

NAMED_KEYS = (
    "Space",
    "Enter",
    "Keypad Enter",
    "Backspace",
    "Tab",
    "Page Up",
    "Page Down",
    "Home",
    "End",
    "Left",
    "Right",
    "Up",
    "Down",
    "Insert",
    "Delete",
    "Pause",
    "Print",
    "Menu",
    ESCAPE,
    "Volume Up",
    "Volume Down",
    "Volume Mute",
    "Media Play/Pause",
    "Media Play",
    "Media Pause",
    "Media Stop",
    "Media Previous",
    "Media Next",
    *(f"F{number}" for number in range(1, 25)),
)
"""The keys that write nothing; all others are named by what they write."""

_DEFAULTS: Mapping[Act, tuple[str, ...]] = {
    Act.PRESS: ("Space", "Enter", "Keypad Enter", "Page Down", "Media Play/Pause"),
    Act.PAUSE_OR_RESUME: ("P",),
    Act.PAUSE: ("Media Pause",),
    Act.RESUME: ("Media Play",),
    Act.NEXT: ("Media Next",),
    Act.BACK: ("Backspace", "Left", "Page Up", "Media Previous"),
    Act.SKIP: ("Right",),
    Act.MORE: ("Up", "+", "="),
    Act.LESS: ("Down", "-"),
    Act.PACE: ("T",),
    Act.FASTER: (",",),
    Act.SLOWER: (".",),
    Act.HEAVIER: ("W",),
    Act.LIGHTER: ("Shift+W",),
    Act.AGAIN: ("R",),
    Act.VOICE: ("V",),
    Act.MUTE: ("M",),
    Act.FULL_SCREEN: ("F", "F11"),
    Act.MINI: ("Ctrl+M",),
    Act.KEYS: ("?", "F1"),
    Act.SETTINGS: ("Ctrl+,",),
    Act.EXERCISES: ("I",),
    Act.ABOUT: ("A",),
    Act.HISTORY: ("H",),
    Act.EXPORT: ("X",),
    Act.ESCAPE: (ESCAPE,),
    Act.ASK: ("Media Stop",),
    Act.END: ("E",),
    Act.QUIT: ("Ctrl+Q",),
}

_RESERVED = frozenset({"Tab", *"0123456789"})
"""The keys that pages need for themselves: to go from control to control, and to type."""

_NAMES = {name.lower(): name for name in NAMED_KEYS}


def key_named(text: str) -> str | None:
    """Return the key that `text` names in whatever case, None where there is no such key.

    A sign is named by its capital where the two belong together; µ has none but that of μ.
    """
    if text.lower().startswith(CONTROL.lower()) and len(text) > len(CONTROL):
        plain = key_named(text[len(CONTROL) :])
        is_whole = plain is None or plain.startswith((CONTROL, SHIFT))
        return None if is_whole else CONTROL + str(plain)
    if text.lower().startswith(SHIFT.lower()) and len(text) > len(SHIFT):
        plain = key_named(text[len(SHIFT) :])
        return SHIFT + plain if plain is not None and len(plain) == 1 and plain.isalpha() else None
    if (name := _NAMES.get(text.lower())) is not None:
        return name
    if len(text) != 1 or text.isspace() or not text.isprintable():
        return None
    capital = text.upper()
    return capital if len(capital) == 1 and capital.lower() == text else text


class Reason(Enum):
    """Why a choice is refused."""

    TAKEN = "taken"
    RESERVED = "reserved"
    LAST = "last"


@frozen
class KeyRefusal:
    """A choice that cannot be: `key` stays with `holder`, if it is one's at all."""

    reason: Reason
    key: str
    holder: Act | None = None


@frozen
class Keymap:
    """The keys of every act; `chosen` holds those that the athlete has changed.

    The first key of an act is the one that the screens show.
    """

    chosen: Mapping[Act, tuple[str, ...]] = field(default_factory=dict)

    def of(self, act: Act) -> tuple[str, ...]:
        """Return the keys of `act`, at least one."""
        return self.chosen.get(act) or _DEFAULTS[act]

    def act_of(self, key: str) -> Act | None:
        """Return what `key` asks for, None where it asks for nothing.

        A letter with Shift for which nothing is chosen asks for the same as without.
        """
        found = next((act for act in Act if key in self.of(act)), None)
        if found is None and key.startswith(SHIFT):
            return self.act_of(key.removeprefix(SHIFT))
        return found

    def toggled(self, act: Act, key: str) -> "Keymap | KeyRefusal":
        """Return the map in which `act` has `key` as its first, or no more where it had it."""
        if (refusal := self._refusal(act, key)) is not None:
            return refusal
        keys = self.of(act)
        if key in keys:
            return self._with(act, tuple(other for other in keys if other != key))
        return self._with(act, (key, *keys))

    def clashes(self) -> Iterator[tuple[Act, KeyRefusal]]:
        """Yield every changed act that has a key it cannot have, with the first such key."""
        for act in self.chosen:
            if (refusal := self._fault_of(act)) is not None:
                yield act, refusal

    def _with(self, act: Act, keys: tuple[str, ...]) -> "Keymap":
        others = {other: chosen for other, chosen in self.chosen.items() if other is not act}
        return Keymap(others if keys == _DEFAULTS[act] else {**others, act: keys})

    def _refusal(self, act: Act, key: str) -> KeyRefusal | None:
        if key in self.of(act):
            is_needed = key == ESCAPE or len(self.of(act)) == 1
            return KeyRefusal(Reason.LAST, key, act) if is_needed else None
        return self._denied(act, key)

    def _denied(self, act: Act, key: str) -> KeyRefusal | None:
        """Return why `act` cannot have `key`, None where it can."""
        if key in _RESERVED:
            return KeyRefusal(Reason.RESERVED, key)
        if key == ESCAPE and act is not Act.ESCAPE:
            return KeyRefusal(Reason.TAKEN, key, Act.ESCAPE)
        holder = next((other for other in Act if other is not act and key in self.of(other)), None)
        return None if holder is None else KeyRefusal(Reason.TAKEN, key, holder)

    def _fault_of(self, act: Act) -> KeyRefusal | None:
        keys = self.of(act)
        if act is Act.ESCAPE and ESCAPE not in keys:
            return KeyRefusal(Reason.LAST, ESCAPE, act)
        denied = (self._denied(act, key) for key in keys)
        return next((refusal for refusal in denied if refusal is not None), None)


USUAL_KEYS = Keymap()
"""The keys as they come."""
