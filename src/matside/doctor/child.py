"""Runs a program that may die or hang, and tells what became of it."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum


class End(Enum):
    """How a program ended: as it should, in any other way, or not in time."""

    DONE = "done"
    FAILED = "failed"
    HUNG = "hung"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program printed to its end, and the last line of its complaints."""

    end: End
    output: str
    complaint: str

    @property
    def found(self) -> Mapping[str, str]:
        """What a probe found, also where it died of the next step."""
        found: dict[str, str] = {}
        for line in self.output.splitlines():
            if line.startswith("{") and line.endswith("}"):
                found |= json.loads(line)
        return found


def run(
    command: Sequence[str], environ: Mapping[str, str], patience: float, told: bytes = b""
) -> Outcome:
    """Run `command`, which is `told` something, for `patience` seconds at most.

    One that cannot be started has failed.
    """
    try:
        done = subprocess.run(  # noqa: S603 - the commands are our own
            command,
            env=dict(environ),
            input=told,
            capture_output=True,
            timeout=patience,
            check=False,
            # On Windows no console is to flash up; elsewhere there is no such flag.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as late:
        return Outcome(End.HUNG, _text(late.stdout), _last_line(late.stderr))
    except OSError as error:
        return Outcome(End.FAILED, "", error.strerror or str(error))
    end = End.FAILED if done.returncode else End.DONE
    return Outcome(end, _text(done.stdout), _last_line(done.stderr) or _code(done.returncode))


def run_probe(name: str, environ: Mapping[str, str], patience: float) -> Outcome:
    """Run the probe `name` of `matside.doctor.probes`."""
    command = (sys.executable, "-P", "-m", "matside.doctor.probes", name)
    return run(command, environ, patience)


def _text(output: bytes | None) -> str:
    return (output or b"").decode("utf-8", "replace")


def _last_line(output: bytes | None) -> str:
    lines = [line.strip() for line in _text(output).splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _code(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
