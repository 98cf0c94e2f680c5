"""A plugin of pytest that notes what became of each test, so that a run can go on.

    python -m pytest -p tools.progress --progress FILE

Where FILE is there already the run that wrote it was broken off: of its tests those are left out
that have passed, and the one that never ended. Those that have failed are run again, for nobody
was told what was wrong with them.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

BEGUN, PASSED, FAILED = "begun", "passed", "failed"
"""What may have become of a test; one that was skipped has passed."""


class Notes:
    """The file in which each test is noted when it begins and when it ends."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, test: str, became: str) -> None:
        """Note at once what became of `test`: the process may end in the next moment."""
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([test, became]) + "\n")

    def read(self) -> Mapping[str, str]:
        """Return what became of each test, by its name, in the order in which they began."""
        if not self._file.exists():
            return {}
        return dict(map(json.loads, self._file.read_text(encoding="utf-8").splitlines()))

    def hanging(self) -> list[str]:
        """Return the tests that have begun and not ended."""
        return self._which(BEGUN)

    def failed(self) -> list[str]:
        """Return the tests that have failed."""
        return self._which(FAILED)

    def _which(self, became: str) -> list[str]:
        return [test for test, end in self.read().items() if end == became]


class Recorder:
    """Notes the tests of a run, and leaves those out that need not be run again."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._failed = False

    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Leave out what has passed, and what would hang again."""
        known = self._notes.read()
        done = [item for item in items if known.get(item.nodeid, FAILED) != FAILED]
        config.hook.pytest_deselected(items=done)
        items[:] = [item for item in items if item not in done]

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note that a test begins."""
        self._failed = False
        self._notes.add(nodeid, BEGUN)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep in mind that a part of the test has failed."""
        self._failed |= report.failed

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Note that a test has ended, and how."""
        self._notes.add(nodeid, FAILED if self._failed else PASSED)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the option that names the file."""
    parser.addoption("--progress", type=Path, metavar="FILE", help="note there what is done")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to note, where a file for it is named."""
    if (file := config.getoption("--progress")) is not None:
        config.pluginmanager.register(Recorder(Notes(file)))
