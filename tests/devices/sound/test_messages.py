"""What the window and its sound process say to each other arrives as it was sent."""

import pytest

from matside.devices.sound.messages import (
    Ended,
    Load,
    Message,
    Play,
    Ready,
    Silent,
    Stop,
    Taken,
    decode,
    encode,
)

MESSAGES = (
    Load("/data/größer \n und \udcff.wav", 0.5),
    Play(7, "go.wav", 123_456_789_012_345_678),
    Stop(7),
    Ready(),
    Silent("no device", 'no "device"'),
    Taken(7),
    Ended(7),
)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_survives_its_way(message: Message) -> None:
    """What is decoded is what was encoded, whatever stands in the names of files."""
    assert message == decode(encode(message))


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_is_one_line(message: Message) -> None:
    """Its only line break is its end."""
    line = encode(message)
    assert (1, b"\n") == (line.count(b"\n"), line[-1:])


@pytest.mark.parametrize(
    "line", [b"\n", b"\xff\n", b"QSocketNotifier\n", b"[]\n", b"7\n", b'["Go"]\n', b'["Taken"]\n']
)
def test_what_is_no_message_is_none(line: bytes) -> None:
    """A library may print what it likes."""
    assert decode(line) is None
