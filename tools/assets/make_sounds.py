"""Renders the sounds of Matside as WAV files, the same to the byte on every machine.

    python tools/assets/make_sounds.py [FOLDER]

Without FOLDER it writes to `resources/sounds`.
"""

import sys
import wave
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path

RATE = 48_000
"""Samples a second: the usual rate of sound servers, so nothing is resampled."""

LOW, MIDDLE, HIGH = 659, 988, 1319
"""The three fundamentals in Hz: they carry over music, on small speakers, to older ears."""

HARMONICS = (1.0, 0.45, 0.25, 0.12)
"""The strength of the fundamental and of its harmonics 2 to 4."""

INFRASOUND, PURE = 20, (1.0,)
"""A tone in Hz below human hearing, without harmonics: at -52 dBFS it cannot be heard or felt,
but it is not silence, so a speaker that sleeps in silence stays awake."""

REFERENCE = -12.0
"""The peak in dBFS at a level of 0 dB."""

SHORTEST_RAMP, LONGEST_RAMP = 10, 25
"""The bounds of the fades of a tone in ms: shorter ones click, longer ones blur."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone of `ms` at `frequency` Hz with its harmonics; 0 Hz is silence."""

    frequency: int
    ms: int
    harmonics: tuple[float, ...] = HARMONICS


@dataclass(frozen=True, slots=True)
class Sound:
    """Tones one after the other; `level` is the peak in dB above the reference."""

    level: float
    tones: tuple[Tone, ...]


STOP = (Tone(HIGH, 150), Tone(LOW, 250))

SOUNDS = {
    "tick": Sound(0, (Tone(LOW, 120),)),
    "go": Sound(+3, (Tone(HIGH, 400),)),
    "stop": Sound(+3, STOP),
    "rep-pulse": Sound(-12, (Tone(LOW, 40),)),
    "rep-still": Sound(-12, (Tone(MIDDLE, 60),)),
    "rep-move": Sound(-12, (Tone(HIGH, 60),)),
    "half-way": Sound(-6, (Tone(MIDDLE, 80), Tone(0, 80), Tone(MIDDLE, 80))),
    "switch-sides": Sound(+3, (Tone(MIDDLE, 90), Tone(HIGH, 90), Tone(MIDDLE, 90))),
    "set-done": Sound(+3, (*STOP, Tone(0, 100), *STOP)),
    "workout-done": Sound(+3, (Tone(LOW, 180), Tone(MIDDLE, 180), Tone(HIGH, 600))),
    "wake": Sound(-40, (Tone(INFRASOUND, 2500, PURE),)),
    "elsewhere": Sound(0, (Tone(LOW, 150), Tone(0, 100), Tone(LOW, 150))),
}


def render(sound: Sound) -> list[int]:
    """Return the 16-bit samples of `sound`, with the peak of each tone at the sound's level."""
    peak = 32767 * 10 ** ((REFERENCE + sound.level) / 20)
    return [round(peak * value) for tone in sound.tones for value in waveform(tone)]


def waveform(tone: Tone) -> list[float]:
    """Return the samples of `tone`, from -1 to 1, silent at both ends."""
    count = tone.ms * RATE // 1000
    if tone.frequency == 0:
        return [0.0] * count
    ramp = ramp_ms(tone.ms) * RATE // 1000
    values = [
        envelope(min(place, count - 1 - place) / ramp) * harmonics(tone, place)
        for place in range(count)
    ]
    loudest = max(map(abs, values))
    return [value / loudest for value in values]


def ramp_ms(ms: int) -> int:
    """Return the length of the fades of a tone of `ms`: an eighth, within the bounds."""
    return min(max(ms // 8, SHORTEST_RAMP), LONGEST_RAMP)


def envelope(share: float) -> float:
    """Return the gain at `share` of a fade: half a cosine wave, then 1."""
    return (1 - cos(pi * min(share, 1.0))) / 2


def harmonics(tone: Tone, place: int) -> float:
    """Return the sample at `place` of a steady tone."""
    angle = 2 * pi * tone.frequency * place / RATE
    return sum(
        strength * sin(number * angle) for number, strength in enumerate(tone.harmonics, start=1)
    )


def write(path: Path, samples: Iterable[int]) -> None:
    """Write `samples` to `path` as a mono WAV file."""
    frames = array("h", samples)
    if sys.byteorder == "big":
        frames.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(frames.itemsize)
        file.setframerate(RATE)
        file.writeframes(frames.tobytes())


def main(arguments: Sequence[str]) -> None:
    """Write every sound to the folder that `arguments` name."""
    bundled = Path(__file__).parents[2] / "resources" / "sounds"
    folder = Path(arguments[0]) if arguments else bundled
    folder.mkdir(parents=True, exist_ok=True)
    for name, sound in SOUNDS.items():
        write(folder / f"{name}.wav", render(sound))


if __name__ == "__main__":
    main(sys.argv[1:])
