"""A program that dies or hangs is told of, and is no danger."""

import os
import sys

import pytest

from matside.doctor.child import Outcome, ProcessEnd, run, run_probe

HANGS = 'import signal; print(\'{"found": "it"}\', flush=True); signal.pause()'


def run_python(code: str, patience: float = 20.0) -> Outcome:
    """Run `code` in a process of its own."""
    return run([sys.executable, "-c", code], os.environ, patience)


def test_what_a_probe_says_is_gathered() -> None:
    """Line by line; what libraries print between is none of it."""
    outcome = run_python("""print('{"a": "1"}'); print("chatter"); print('{"b": "2"}')""")

    assert (ProcessEnd.DONE, {"a": "1", "b": "2"}) == (outcome.end, outcome.found)


def test_a_program_that_hangs_is_ended() -> None:
    """What it found before is not lost."""
    outcome = run_python(HANGS, patience=3.0)

    assert (ProcessEnd.HUNG, {"found": "it"}) == (outcome.end, outcome.found)


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("import os; os.abort()", "signal 6"),
        ("import sys; print('first\\nno plugin\\n', file=sys.stderr); sys.exit(3)", "no plugin"),
        ("import sys; sys.exit(3)", "exit code 3"),
    ],
)
def test_a_program_that_fails_has_a_reason(code: str, complaint: str) -> None:
    """Its own last words, else how it ended."""
    outcome = run_python(code)

    assert (ProcessEnd.FAILED, complaint) == (outcome.end, outcome.complaint)


def test_a_program_that_is_not_there_has_failed() -> None:
    """The system's reason is told."""
    outcome = run(["/nowhere/at/all"], os.environ, 5.0)

    assert Outcome(ProcessEnd.FAILED, "", "No such file or directory") == outcome


def test_a_probe_is_run_by_its_name() -> None:
    """Those of Matside know what they are to try."""
    outcome = run_probe("window", os.environ, 30.0)

    assert (ProcessEnd.DONE, "offscreen") == (outcome.end, outcome.found["platform"])
