"""Has the machine examined by a process of its own, which leaves the window alone."""

import json
import sys
from collections.abc import Mapping

from matside.core.ports.findings import Finding, What
from matside.doctor.child import run
from matside.files.folders import DataFolder

_WHAT = {what.value: what for what in What}

PATIENCE = 30.0
"""How long the whole examination may take, in seconds; it takes one where nothing hangs."""


def examine_apart(
    data: DataFolder, environ: Mapping[str, str], patience: float = PATIENCE
) -> tuple[Finding, ...]:
    """Return what `matside doctor` finds; this blocks, and holds up no other thread.

    After `patience` seconds it is ended, with all that it has started.
    """
    words = ("-P", "-m", "matside", "doctor", "--json", "--data", str(data.root))
    outcome = run((sys.executable, *words), environ, patience, leads=True)
    try:
        return tuple(
            Finding(_WHAT[row["finding"]], row["details"]) for row in json.loads(outcome.output)
        )
    except (ValueError, LookupError, TypeError):
        return (Finding(What.NOT_EXAMINED, {"check": "doctor", "reason": outcome.complaint}),)
