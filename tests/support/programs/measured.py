"""Runs Matside with a bound on its memory, and prints what it said and what it took."""

import json
import resource
import subprocess
import sys

MOST_MEMORY = 1 << 30
"""The bytes of address space that Matside may have."""

MOST_SECONDS = 30
"""The seconds of a processor after which Matside is killed."""


def bound() -> None:
    """Bound the process that is about to become Matside."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


if __name__ == "__main__":
    done = subprocess.run(
        [sys.executable, "-m", "matside", *sys.argv[1:]],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        preexec_fn=bound,
        text=True,
        check=False,
    )
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "code": done.returncode,
                "out": done.stdout,
                "err": done.stderr,
                "seconds": used.ru_utime + used.ru_stime,
                "kibibytes": used.ru_maxrss,
            }
        )
    )
