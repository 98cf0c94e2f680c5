"""How long the sums of 20 years of training take.

`python -m tools.measures.sums DATA` writes a history of four sessions a week, of 33 sets each,
into the data folder DATA, and prints the least time of each query in ms, and that of
`matside history`.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from matside.files.history.sums.exercises import exercise_days, exercises_done
from matside.files.history.totals import (
    all_totals,
    done_last,
    heaviest,
    last_sets,
    last_totals,
    past_in,
    trained_days,
)
from tests.support.long_history import make_long_history

RUNS = 5

QUERIES = {
    "days, for weeks and streaks": trained_days,
    "when each workout was done": done_last,
    "last session of each workout": last_totals,
    "the past, for the start page": past_in,
    "last time of each exercise": last_sets,
    "heaviest of each exercise": heaviest,
    "which exercises were done": exercises_done,
    "one exercise over time": lambda connection: exercise_days(connection, "move-3"),
    "all sessions in sums": all_totals,
}
"""What the pages ask of the history."""


def least(work: Callable[[], object]) -> float:
    """Return the least time in ms that `work` takes."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return 1000 * min(times)


def main(data: DataFolder) -> None:
    """Print the times as JSON."""
    make_long_history(data.history)
    with closing(SqliteHistory(data.history)) as history:
        found = {
            name: least(partial(history.read, query, None)) for name, query in QUERIES.items()
        }
    command = [sys.executable, "-m", "matside", "history", "--data", str(data.root)]
    run = partial(subprocess.run, command, capture_output=True, check=True)
    found["matside history"] = least(run)
    print(json.dumps(found))


main(DataFolder(Path(sys.argv[1])))
