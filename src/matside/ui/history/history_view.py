"""What the history page shows."""

from collections.abc import Sequence

from matside.core.history.totals import SessionTotals
from matside.core.history.year import Year
from matside.core.session.record import SessionRecord
from matside.core.settings import Settings
from matside.frozen import frozen
from matside.ui.history.progress.progress_model import Progress


@frozen
class HistoryView:
    """A year with its sessions, newest first, the `selected` one with its sets, and an exercise.

    What was not read yet is None. `deleted` can be put back; `fault` is why something could not
    be read or written.
    """

    year: Year
    sessions: Sequence[SessionTotals] | None
    settings: Settings
    selected: int | None = None
    record: SessionRecord | None = None
    deleted: SessionTotals | None = None
    fault: str | None = None
    progress: Progress | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever done."""
        return self.sessions is not None and not self.sessions and self.year.is_oldest

    @property
    def selected_totals(self) -> SessionTotals | None:
        """The sums of the selected session."""
        return next((each for each in self.sessions or () if each.id == self.selected), None)
