"""Runs a program that may crash or hang, and tells how it ended."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from enum import Enum

from matside.frozen import frozen


class ProcessEnd(Enum):
    """How a program ended: as it should, in any other way, or not in time."""

    DONE = "done"
    FAILED = "failed"
    HUNG = "hung"


@frozen
class Outcome:
    """How a program ended: all that it printed, and its last line on standard error."""

    end: ProcessEnd
    output: str
    complaint: str

    @property
    def found(self) -> Mapping[str, str]:
        """What a probe found, even if it crashed afterwards."""
        found: dict[str, str] = {}
        for line in self.output.splitlines():
            if line.startswith("{") and line.endswith("}"):
                found |= json.loads(line)
        return found


def run(
    command: Sequence[str],
    environ: Mapping[str, str],
    patience: float,
    told: bytes = b"",
    *,
    leads: bool = False,
) -> Outcome:
    """Run `command` with `told` on its standard input, for at most `patience` seconds.

    A command that cannot be started counts as failed. With `leads` it gets a process group of
    its own, so that ending it ends everything that it has started.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the commands are our own
            command,
            env=dict(environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=leads,
            # No console may flash up on Windows; other systems have no such flag.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        return Outcome(ProcessEnd.FAILED, "", error.strerror or str(error))
    with process:
        try:
            return _outcome(process, told, patience)
        finally:
            _end(process, leads=leads)


def run_probe(name: str, environ: Mapping[str, str], patience: float) -> Outcome:
    """Run the probe `name` of `matside.doctor.probes`."""
    command = (sys.executable, "-P", "-m", "matside.doctor.probes", name)
    return run(command, environ, patience)


def _outcome(process: "subprocess.Popen[bytes]", told: bytes, patience: float) -> Outcome:
    try:
        output, complaints = process.communicate(told, timeout=patience)
    except subprocess.TimeoutExpired as late:
        return Outcome(ProcessEnd.HUNG, _text(late.stdout), _last_line(late.stderr))
    end = ProcessEnd.FAILED if process.returncode else ProcessEnd.DONE
    code = process.returncode
    said = _last_line(complaints) or (f"signal {-code}" if code < 0 else f"exit code {code}")
    return Outcome(end, _text(output), said)


def _end(process: "subprocess.Popen[bytes]", *, leads: bool) -> None:
    """End `process` if it still runs; on Windows there are no process groups."""
    if process.returncode is not None:
        return
    if leads and sys.platform != "win32":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _text(output: bytes | None) -> str:
    return (output or b"").decode("utf-8", "replace")


def _last_line(output: bytes | None) -> str:
    lines = [line.strip() for line in _text(output).splitlines() if line.strip()]
    return lines[-1] if lines else ""
