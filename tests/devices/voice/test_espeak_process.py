"""The espeak-ng of a package speaks as that of the system does."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from matside.devices.voice.clip_store import ClipStore
from matside.devices.voice.engine import EngineFailed, packaged_espeak

HERE = Path(__file__).parents[2] / "support" / "espeakng"
SOURCES = HERE.parents[2] / "src"
ENGINE = replace(
    packaged_espeak(HERE / "espeakng_loader.py"),
    environ={"PYTHONPATH": os.pathsep.join((str(HERE), str(SOURCES)))},
)


def test_it_speaks_by_the_library(tmp_path: Path) -> None:
    """A sentence lasts as long as its words, and longer when it is said slowly."""
    shelf = ClipStore(tmp_path, ENGINE)
    assert 500 < shelf.clip("Left arm.", 155).length < 1_000
    assert shelf.clip("Left arm.", 100).length > shelf.clip("Left arm.", 155).length


def test_text_that_looks_like_an_option_is_only_said(tmp_path: Path) -> None:
    """It comes on standard input here too."""
    ENGINE.speak("--version", 155, tmp_path / "out.wav")
    assert (tmp_path / "out.wav").stat().st_size > 10_000


def test_without_the_package_it_fails(tmp_path: Path) -> None:
    """Who has neither hears nothing, and the program says so."""
    bare = replace(ENGINE, environ={"PYTHONPATH": str(SOURCES)})
    with pytest.raises(EngineFailed):
        bare.speak("Left arm.", 155, tmp_path / "out.wav")
