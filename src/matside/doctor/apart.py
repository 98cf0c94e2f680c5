"""Examines the machine in a separate process, which cannot block the window."""

import json
import sys
from collections.abc import Mapping

from matside.core.ports.findings import Finding, What
from matside.doctor.child import run
from matside.files.folders import DataFolder

_WHAT = {what.value: what for what in What}

PATIENCE = 30.0
"""The time limit of the whole examination, in seconds; it takes one if nothing hangs."""


def examine_apart(
    data: DataFolder, environ: Mapping[str, str], patience: float = PATIENCE
) -> tuple[Finding, ...]:
    """Return what `matside doctor` finds; this blocks, but no other thread.

    After `patience` seconds the process is ended, with everything that it has started.
    """
    words = ("-P", "-m", "matside", "doctor", "--json", "--data", str(data.root))
    outcome = run((sys.executable, *words), environ, patience, leads=True)
    try:
        return tuple(
            Finding(_WHAT[row["finding"]], row["details"]) for row in json.loads(outcome.output)
        )
    except (ValueError, LookupError, TypeError):
        return (Finding(What.NOT_EXAMINED, {"check": "doctor", "reason": outcome.complaint}),)
