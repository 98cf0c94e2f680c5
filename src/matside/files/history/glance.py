"""Whether a history may hold a session that was left open, found out in a moment."""

from contextlib import closing
from pathlib import Path

from matside.regular_file import refuse_irregular

_OPEN = "SELECT 1 FROM session WHERE outcome = 'open' LIMIT 1"


def may_hold_open_session(path: Path) -> bool:
    """Return whether a session may have been left open in the history at `path`.

    True is also the answer where that cannot be told so quickly: the history is damaged, or
    its latest changes still lie in its log, as after a kill.
    """
    try:
        if not path.exists():
            return False
        log = path.with_name(f"{path.name}-wal")
        is_written = log.exists() and log.stat().st_size > 0
        return is_written or _holds_open_session(path)
    except Exception:  # noqa: BLE001 - a damaged file can make SQLite raise anything
        return True


def _holds_open_session(path: Path) -> bool:
    import sqlite3  # noqa: PLC0415 - only where there is a history

    refuse_irregular(path)
    address = f"{path.absolute().as_uri()}?immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        return connection.execute(_OPEN).fetchone() is not None
