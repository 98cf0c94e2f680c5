"""The process that speaks by the espeak-ng of the package `espeakng_loader`.

`python -m matside.devices.voice.espeak_process VOICE RATE FILE` speaks its standard input, in
UTF-8, to the WAV file FILE. The library is loaded in no other process. Its constants and
functions are those of speak_lib.h.
"""

import sys
import wave
from ctypes import CDLL, CFUNCTYPE, c_int, c_size_t, c_void_p, string_at

from matside.devices.voice.engine import PACKAGE

_SYNCHRONOUS = 2
_UTF_8 = 1
_RATE = 1
_CHARACTERS = 1

_Callback = CFUNCTYPE(c_int, c_void_p, c_int, c_void_p)


def main() -> None:
    """Speak as the arguments say."""
    from importlib import import_module

    package = import_module(PACKAGE)
    library = CDLL(package.get_library_path())
    voice, rate, out = sys.argv[1:]
    frequency = library.espeak_Initialize(_SYNCHRONOUS, 0, package.get_data_path().encode(), 0)
    if frequency <= 0 or library.espeak_SetVoiceByName(voice.encode()) != 0:
        sys.exit("espeak-ng cannot begin")
    library.espeak_SetParameter(_RATE, int(rate), 0)
    samples = _spoken(library, sys.stdin.buffer.read())
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(frequency)
        file.writeframes(samples)


def _spoken(library: CDLL, text: bytes) -> bytes:
    """Return the samples of `text`."""
    samples = bytearray()

    def take(block: int | None, count: int, _events: object) -> int:
        if block is not None:
            samples.extend(string_at(block, 2 * count))
        return 0

    callback = _Callback(take)  # must live as long as the library calls it
    library.espeak_SetSynthCallback(callback)
    library.espeak_Synth(text, c_size_t(len(text) + 1), 0, _CHARACTERS, 0, _UTF_8, None, None)
    return bytes(samples)


if __name__ == "__main__":
    main()
