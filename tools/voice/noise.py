"""Prints the word errors of a recogniser, for this voice and for espeak-ng, in pink noise.

`python -m tools.voice.noise` takes every fifth sentence of the pack, without bare counts.
At 0 dB the noise is as loud as the speech without its pauses.
"""

import subprocess
import wave
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from matside.devices.voice.engine import espeak
from matside.devices.voice.recordings import VoicePack
from matside.devices.voice.shaping import shaped
from tools.voice.recipe import FOLDER
from tools.voice.recogniser import Recogniser, errors, recogniser, words
from tools.voice.render import decoded

WORDS_A_MINUTE = 155
"""The program's default rate for an engine."""

NOISES: Mapping[str, float | None] = {"clean": None, "10 dB": 10.0, "0 dB": 0.0}

Sound = NDArray[np.float64]
Speaker = Callable[[str], tuple[Sound, int]]


def main() -> None:
    """Print one line for each voice."""
    pack, listener = VoicePack(FOLDER), recogniser()
    texts = [text for text in pack.recordings if len(words(text)) > 1][::5]
    speakers: dict[str, Speaker] = {"recorded": lambda text: (decoded(pack, text), pack.rate)}
    if subprocess.run(["which", "espeak-ng"], capture_output=True, check=False).returncode == 0:
        speakers |= {"espeak-ng": _espeak, "espeak-ng shaped": _espeak_shaped}
    count = sum(len(words(text)) for text in texts)
    print(f"{len(texts)} sentences of {count} words: words heard wrong")
    print(f"{'':20}" + "".join(f"{name:>9}" for name in NOISES))
    for name, speaker in speakers.items():
        rates = [_rate(listener, speaker, texts, noise) for noise in NOISES.values()]
        print(f"{name:20}" + "".join(f"{100 * rate:8.1f}%" for rate in rates), flush=True)


def _rate(listener: Recogniser, speaker: Speaker, texts: list[str], noise: float | None) -> float:
    wrong = sum(errors(text, listener.heard(*speaker(text), noise=noise)) for text in texts)
    return wrong / sum(len(words(text)) for text in texts)


def _espeak(text: str) -> tuple[Sound, int]:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "clip.wav"
        espeak("espeak-ng").speak(text, WORDS_A_MINUTE, out)
        with wave.open(str(out)) as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
            return samples / 32768, file.getframerate()


def _espeak_shaped(text: str) -> tuple[Sound, int]:
    sound, rate = _espeak(text)
    return np.array(shaped(sound.tolist(), rate)), rate


if __name__ == "__main__":
    main()
