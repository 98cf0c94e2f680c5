"""The start page is seen before anything is loaded that it does without."""

import os
import subprocess
import sys

import pytest

LATER = (
    "matside.app.furnishing.build",
    "matside.core.figures.film",
    "matside.core.session.sequencer",
    "matside.files.history.store",
    "matside.ui.checkup.checkup",
    "matside.ui.history.history_page",
    "matside.ui.kit.scrolling_text",
    "matside.ui.session.player",
    "matside.ui.settings.rows.setting_slides",
    "matside.ui.settings.settings_page",
    "matside.ui.stage.stage",
    "matside.ui.window.main_window",
    "matside.ui.window.making.opened_pages",
    "json",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "sqlite3",
    "yaml",
)
"""What a session, the devices, the other pages and files that have changed need."""


@pytest.fixture(scope="module")
def loaded() -> list[str]:
    """Return the modules that are loaded before the start page is built.

    Where the coverage is measured, that would load modules of its own.
    """
    imports = "import sys, matside.app.furnishing.order, matside.ui.start.start_page"
    program = f"{imports}; print(*sys.modules)"
    environ = {name: os.environ[name] for name in os.environ if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environ,
    )
    return done.stdout.split()


@pytest.mark.parametrize("module", LATER)
def test_what_is_not_seen_first_is_loaded_later(loaded: list[str], module: str) -> None:
    """The start page waits for no session, no device and no other page."""
    assert module not in loaded


def test_the_start_page_is_loaded(loaded: list[str]) -> None:
    """What it needs is there."""
    assert "matside.ui.start.preparation" in loaded
