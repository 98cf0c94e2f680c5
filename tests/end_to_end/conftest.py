"""A desktop for the tests that use the program as an athlete does."""

from collections.abc import Iterator

import pytest

from desktop import Desktop, open_desktop


@pytest.fixture(scope="session")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """Return a desktop of 1366x768."""
    with open_desktop(tmp_path_factory.mktemp("runtime")) as opened:
        yield opened
