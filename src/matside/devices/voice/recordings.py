"""Reads the recorded voice: whole sentences in one file, with an index beside it.

`en.json` holds `rate`, the samples a second, and `clips`: for the text of each sentence where its
samples begin in `en.pack`, how many there are, and a digest of all that they were made from.
A sample is one byte by the mu-law of ITU-T G.711, about 38 dB over its noise at any loudness;
two tables turn bytes into the 16 bits of a WAV file without a loop in Python.
"""

import hashlib
import json
import wave
from collections.abc import Callable, Collection
from pathlib import Path

from matside.devices.voice.engine import EngineFailed
from matside.frozen import frozen


def _sample(byte: int) -> int:
    """Return the sample that `byte` encodes, -32124 to 32124 (ITU-T G.711, table 2b)."""
    inverted = ~byte & 0xFF
    exponent, mantissa = inverted >> 4 & 7, inverted & 15
    size = ((mantissa << 3) + 132 << exponent) - 132
    return -size if inverted & 0x80 else size


SAMPLES = tuple(_sample(byte) for byte in range(256))
"""The 16-bit sample that each byte encodes."""

_LOW = bytes(sample & 0xFF for sample in SAMPLES)
_HIGH = bytes(sample >> 8 & 0xFF for sample in SAMPLES)


@frozen
class Recording:
    """Where the `count` samples of a sentence begin; `digest` names what they were made from."""

    start: int
    count: int
    digest: str


class VoicePack:
    """The recorded sentences of one language."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        """Read the index in `folder`; sentences without all of their samples are left out.

        Raises OSError, ValueError, LookupError or TypeError if it is damaged.
        """
        index = (folder / f"{language}.json").read_bytes()
        found = json.loads(index)
        self._samples = folder / f"{language}.pack"
        self.rate = int(found["rate"])
        size = self._samples.stat().st_size
        listed = ((text, Recording(*where)) for text, where in found["clips"].items())
        self.recordings = {text: one for text, one in listed if one.start + one.count <= size}
        self._identity = hashlib.sha256(index).hexdigest()

    def identity(self) -> str:
        """Return a text that changes with the recordings."""
        return f"recorded {self._identity}"

    def has_all(self, texts: Collection[str]) -> bool:
        """Return whether each of `texts` is recorded."""
        return self.recordings.keys() >= set(texts)

    def speak(
        self, text: str, rate: int, out: Path, *, is_wanted: Callable[[], bool] = lambda: True
    ) -> None:
        """Write the recording of `text` to `out` as a WAV file, whatever the rate.

        Raises EngineFailed if it is not recorded, and OSError.
        """
        del rate, is_wanted
        encoded = self.encoded(text)
        if encoded is None:
            raise EngineFailed("not recorded")
        with wave.open(str(out), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self.rate)
            file.writeframes(_decoded(encoded))

    def encoded(self, text: str) -> bytes | None:
        """Return the encoded samples of `text`, None if it is not recorded."""
        recording = self.recordings.get(text)
        if recording is None:
            return None
        with self._samples.open("rb") as file:  # it came with the program: no pipe
            file.seek(recording.start)
            encoded = file.read(recording.count)
        return encoded if len(encoded) == recording.count else None


def _decoded(encoded: bytes) -> bytes:
    """Return `encoded` as 16-bit samples, little-endian."""
    samples = bytearray(2 * len(encoded))
    samples[0::2] = encoded.translate(_LOW)
    samples[1::2] = encoded.translate(_HIGH)
    return bytes(samples)
