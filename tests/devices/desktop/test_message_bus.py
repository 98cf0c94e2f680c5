"""A message bus that says nothing is left alone; any other is not touched."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from matside.devices.desktop.message_bus import ADDRESS, bus_answers, leave_deaf_bus
from tests.support.bus import Bus


@pytest.fixture
def deaf(runtime: Path) -> Iterator[Path]:
    """Give the path of a bus that takes connections and says nothing."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(runtime / "bus"))
        listening.listen()
        yield runtime / "bus"


def left(environ: dict[str, str]) -> str | None:
    """Return the address of the bus that remains of `environ`."""
    leave_deaf_bus(environ, patience=0.1)
    return environ.get(ADDRESS)


def test_a_deaf_bus_is_left_alone(deaf: Path) -> None:
    """Whether it is named or lies where everybody looks without a name."""
    assert "disabled:" == left({ADDRESS: f"unix:path={deaf},guid=12ab"})
    assert "disabled:" == left({"XDG_RUNTIME_DIR": str(deaf.parent)})


def test_a_deaf_bus_without_a_file_is_left_alone_too(runtime: Path) -> None:
    """Its name is not that of a file."""
    name = f"matside-test-{runtime.name}"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"\0{name}")
        listening.listen()
        assert "disabled:" == left({ADDRESS: f"unix:abstract={name}"})


def test_a_bus_that_answers_stays(bus: Bus) -> None:
    """A real one does at once."""
    address = bus.environ[ADDRESS]
    assert address == left({ADDRESS: address})


@pytest.mark.parametrize(
    "address", ["unix:path=/nowhere/bus", "tcp:host=localhost,port=9", "unix:", "nonsense"]
)
def test_what_fails_at_once_stays(address: str) -> None:
    """Nobody waits for it, so nobody has to be kept from it."""
    assert address == left({ADDRESS: address})


def test_where_there_is_no_bus_nothing_is_looked_for() -> None:
    """Neither a name nor a folder to look in."""
    assert left({}) is None


def test_the_bus_is_found_where_the_desktop_says(bus: Bus) -> None:
    """By its path or an abstract name, one of several, or where it usually lies."""
    address = bus.environ["DBUS_SESSION_BUS_ADDRESS"]
    folder = str(Path(address.partition("=")[2]).parent)

    answers = [
        bus_answers({"DBUS_SESSION_BUS_ADDRESS": f"tcp:host=x;{address},guid=0"}),
        bus_answers({"XDG_RUNTIME_DIR": folder}),
        bus_answers({"DBUS_SESSION_BUS_ADDRESS": "unix:abstract=matside-nobody"}),
        bus_answers({"DBUS_SESSION_BUS_ADDRESS": "autolaunch:"}),
    ]

    assert [True, True, False, False] == answers
