"""The encoding of FIT files: messages of fields become bytes.

A file is a header, messages and a checksum. The shape of a message is defined before its first
use, under one of sixteen local numbers.
"""

import struct
from collections.abc import Iterable
from enum import Enum

from matside.frozen import frozen

MOST_LOCAL = 16
"""How many shapes can be defined at a time; then their numbers are given anew."""

LONGEST_TEXT = 255
"""The longest text in bytes, its end included."""

_PROTOCOL, _PROFILE = 0x20, 21_218
"""The versions of the protocol, 2.0, and of the profile, 21.218."""

_HEADER = struct.Struct("<BBHI4s")
_HEADER_SIZE = _HEADER.size + 2
_DEFINITION = 0x40
_POLYNOMIAL = 0xA001


class Kind(Enum):
    """The type of a field: its number in the format, and the code of `struct` for one value."""

    ENUM = (0x00, "B")
    UINT8 = (0x02, "B")
    UINT16 = (0x84, "H")
    UINT32 = (0x86, "I")
    UINT32Z = (0x8C, "I")
    TEXT = (0x07, "")

    @property
    def number(self) -> int:
        """Its number in the format."""
        return self.value[0]

    @property
    def most(self) -> int:
        """The largest value; the one above it says that nothing is known."""
        return (1 << 8 * struct.calcsize(self.value[1])) - 2


@frozen
class Field:
    """A field of a message: its number in the profile, its type and its value."""

    number: int
    kind: Kind
    value: int | str

    @property
    def content(self) -> bytes:
        """The bytes of the value; a text is cut at a whole character."""
        if isinstance(self.value, int):
            return struct.pack(f"<{self.kind.value[1]}", self.value)
        short = self.value.replace("\0", " ").encode("utf-8", "replace")[: LONGEST_TEXT - 1]
        return short.decode("utf-8", "ignore").encode() + b"\0"


@frozen
class Message:
    """A message: its number in the profile, and its fields."""

    number: int
    fields: tuple[Field, ...]


def fit_file(messages: Iterable[Message]) -> bytes:
    """Return the content of the FIT file that holds `messages`."""
    local: dict[bytes, int] = {}
    data = bytearray()
    for message in messages:
        contents = [field.content for field in message.fields]
        shape = _shape(message, contents)
        if shape not in local:
            if len(local) == MOST_LOCAL:
                local.clear()
            local[shape] = len(local)
            data += bytes([_DEFINITION | local[shape]]) + shape
        data += bytes([local[shape]]) + b"".join(contents)
    header = _HEADER.pack(_HEADER_SIZE, _PROTOCOL, _PROFILE, len(data), b".FIT")
    whole = header + _checksum(header) + data
    return whole + _checksum(whole)


def _shape(message: Message, contents: Iterable[bytes]) -> bytes:
    """Return the definition of a message, but the byte that gives it its local number."""
    fields = zip(message.fields, contents, strict=True)
    described = b"".join(
        bytes([field.number, len(content), field.kind.number]) for field, content in fields
    )
    return struct.pack("<xBHB", 0, message.number, len(message.fields)) + described


def _checksum(content: bytes) -> bytes:
    """Return the CRC-16/ARC of `content`, low byte first."""
    found = 0
    for byte in content:
        found = (found >> 8) ^ _TABLE[(found ^ byte) & 0xFF]
    return struct.pack("<H", found)


def _entry(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ (_POLYNOMIAL if byte & 1 else 0)
    return byte


_TABLE = tuple(map(_entry, range(256)))
