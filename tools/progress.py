"""A pytest plugin that notes the outcome of each test, so that a run can be continued.

    python -m pytest -p tools.progress --progress FILE

If FILE exists, the run that wrote it was interrupted: its tests that have passed are skipped, and
so is the one that never ended. Those that have failed are run again, because their failures have
not been reported yet.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

BEGUN, PASSED, FAILED = "begun", "passed", "failed"
"""The outcomes of a test; a skipped one counts as passed."""


class Notes:
    """The file that notes each test when it begins and when it ends."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, test: str, became: str) -> None:
        """Note what `test` `became`, and flush it, since the process may end at any moment."""
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([test, became]) + "\n")

    def read(self) -> Mapping[str, str]:
        """Return the outcome of each test by its name, in the order in which they began."""
        if not self._file.exists():
            return {}
        return dict(map(json.loads, self._file.read_text(encoding="utf-8").splitlines()))

    def hanging(self) -> list[str]:
        """Return the tests that have begun but not ended."""
        return self._which(BEGUN)

    def failed(self) -> list[str]:
        """Return the tests that have failed."""
        return self._which(FAILED)

    def _which(self, became: str) -> list[str]:
        return [test for test, end in self.read().items() if end == became]


class Recorder:
    """Notes the tests of a run, and skips those that need not be run again."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._failed = False

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Deselect the tests that have passed, and those that would hang again."""
        known = self._notes.read()
        done = [item for item in items if known.get(item.nodeid, FAILED) != FAILED]
        config.hook.pytest_deselected(items=done)
        items[:] = [item for item in items if item not in done]

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note that a test begins."""
        self._failed = False
        self._notes.add(nodeid, BEGUN)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember if a part of the test has failed."""
        self._failed |= report.failed

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Note how the test has ended."""
        self._notes.add(nodeid, FAILED if self._failed else PASSED)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names the file."""
    parser.addoption("--progress", type=Path, metavar="FILE", help="note there what is done")


def pytest_configure(config: pytest.Config) -> None:
    """Start noting if a file is named."""
    if (file := config.getoption("--progress")) is not None:
        config.pluginmanager.register(Recorder(Notes(file)))
