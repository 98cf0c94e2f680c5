"""What a table holds is said in few words."""

import pytest

from matside.core.history.imports import Known, Origin
from matside.core.history.keeping import preview_of
from matside.ui.settings.data.data_words import preview_words
from tests.support.keeping import imported


@pytest.mark.parametrize(("sessions", "days"), [(1, "new on"), (2, "new ones from")])
def test_one_day_is_told_once(sessions: int, days: str) -> None:
    """Nothing is new from a day to the same day."""
    preview = preview_of(Origin.STRONG, imported(sessions), Known(), {})
    said, *_ = preview_words(preview)
    assert days in said
    assert sessions == said.count("Nov")
