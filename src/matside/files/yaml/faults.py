"""What is wrong with a file, where, and what would be right."""

from typing import NamedTuple, NoReturn

from matside.files.yaml.characters import escaped

MOST_FAULTS = 1000
"""Reading stops at this many faults, so that no file can keep the reader busy for long."""

MANY_FAULTS = 50
"""The number of faults in one file up to which nearest words are suggested, which is slow."""


class TextPosition(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int


START = TextPosition(1, 1)
"""The place of a fault of the file as a whole."""


class Fault(NamedTuple):
    """One thing that is wrong: its place, and a sentence that also says what would be right."""

    line: int
    column: int
    message: str

    def at(self, name: str) -> str:
        """Return the fault as one line for people, in the file called `name`."""
        return f"{escaped(name)}:{self.line}:{self.column}: {self.message}"


class FaultyFile(Exception):
    """A file cannot be used; `faults` holds at least one, in the order of the file."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(name, faults)
        self.name = name
        self.faults = faults

    @property
    def lines(self) -> tuple[str, ...]:
        """The faults as lines for people, `name:line:column: message`."""
        return tuple(fault.at(self.name) for fault in self.faults)


class Faults:
    """Collects the faults of one file, so that all of them are told at once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found: list[Fault] = []

    @property
    def any(self) -> bool:
        """Whether there is any fault so far."""
        return bool(self._found)

    @property
    def are_many(self) -> bool:
        """Whether there are too many for suggestions, which are slow and would not be read."""
        return len(self._found) >= MANY_FAULTS

    def note(self, mark: TextPosition, message: str) -> None:
        """Add a fault; raise FaultyFile if there are too many to go on."""
        if len(self._found) == MOST_FAULTS:
            self.fail(mark, f"there are more than {MOST_FAULTS} faults; mend those above first")
        self._found.append(Fault(*mark, message))

    def fail(self, mark: TextPosition, message: str) -> NoReturn:
        """Raise FaultyFile with one last fault, after which nothing more can be read."""
        self._found.append(Fault(*mark, message))
        raise FaultyFile(self._name, tuple(sorted(self._found)))

    def settle(self) -> None:
        """Raise FaultyFile if there was any fault."""
        if self._found:
            raise FaultyFile(self._name, tuple(sorted(self._found)))


def faulty(name: str, message: str, mark: TextPosition = START) -> FaultyFile:
    """Return the exception for a file called `name` that has one fault."""
    return FaultyFile(name, (Fault(*mark, message),))
