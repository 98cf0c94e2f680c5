"""The whole examination: all checks run at the same time, and are reported in one order."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from matside.core.ports.findings import Finding, What
from matside.doctor import installation, keeping, machine
from matside.files.folders import DataFolder
from matside.files.resources import bundled_exercises, bundled_workouts, resources

Check = Callable[[], Iterator[Finding]]


def examine(data: DataFolder, environ: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what works with the data folder `data` in the environment `environ`.

    It takes about ten seconds at most, whatever hangs; it raises nothing and changes nothing.
    """
    return examine_all(_checks(data, environ))


def examine_all(checks: Mapping[str, Check]) -> tuple[Finding, ...]:
    """Return what `checks` find, in their order; they run at the same time."""
    with ThreadPoolExecutor(len(checks)) as workers:
        found = list(workers.map(_guarded, checks.keys(), checks.values()))
    return tuple(finding for findings in found for finding in findings)


def _checks(data: DataFolder, environ: Mapping[str, str]) -> Mapping[str, Check]:
    return {
        "program": machine.examine_program,
        "system": machine.examine_system,
        "installation": partial(
            installation.examine_installation, resources(), bundled_workouts(), bundled_exercises()
        ),
        "window": partial(machine.examine_window, environ),
        "sound": partial(machine.examine_sound, environ),
        "recorded voice": partial(machine.examine_recorded_voice, resources() / "voice"),
        "voice": partial(machine.examine_voice, environ),
        "desktop": partial(machine.examine_desktop, environ),
        "data": partial(keeping.examine_data, data),
        "settings": partial(keeping.examine_settings, data),
        "history": partial(keeping.examine_history, data),
        "workouts": partial(keeping.examine_workouts, data),
        "running": partial(keeping.examine_running, data),
        "log": partial(keeping.examine_log, data),
    }


def _guarded(name: str, check: Check) -> list[Finding]:
    """Return what `check` finds; an exception becomes a finding."""
    try:
        return list(check())
    except Exception as error:  # noqa: BLE001 - the other findings are reported all the same
        reason = f"{type(error).__name__}: {error}"
        return [Finding(What.NOT_EXAMINED, {"check": name, "reason": reason})]
