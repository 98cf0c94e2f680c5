"""The whole examination tells everything in one order, whatever is wrong with the machine."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from matside.core.ports.findings import Finding, Grade, Subject, What
from matside.doctor.examination import Check, examine, examine_all
from matside.files.folders import DataFolder
from tests.support.bus import Bus
from tests.support.desktop import open_desktop
from tests.support.sound import SoundServer


def found_in(tmp_path: Path, environ: dict[str, str]) -> tuple[Finding, ...]:
    """Return what is found where the data folder has just been made."""
    data = DataFolder(tmp_path / "data")
    data.make()
    return examine(data, environ)


def marks_of(findings: tuple[Finding, ...]) -> dict[Subject, Grade]:
    """Return how good each subject is, at worst."""
    return {finding.subject: finding.mark for finding in findings}


def test_where_all_is_well_nothing_else_is_told(
    tmp_path: Path, runtime: Path, bus: Bus, bare_sound_server: SoundServer
) -> None:
    """A desktop with a screen saver, a sound device and an empty data folder."""
    bare_sound_server.plug_in()
    bus.screen_saver()
    with open_desktop(runtime) as desktop:
        sound = {"PULSE_SERVER": bare_sound_server.environ["PULSE_SERVER"]}
        talk = {"DBUS_SESSION_BUS_ADDRESS": bus.environ["DBUS_SESSION_BUS_ADDRESS"]}
        found = found_in(tmp_path, {**desktop.environ, **sound, **talk})

    marks = marks_of(found)
    marks.pop(Subject.VOICE)  # is not there on every machine that runs tests
    assert {Grade.OK} == set(marks.values())


def test_a_bare_machine_is_told_all_that_it_lacks(bare: dict[str, str], tmp_path: Path) -> None:
    """No desktop, no sound server, no bus: the files are well all the same."""
    found = found_in(tmp_path, bare)

    assert {What.NO_DISPLAY, What.NO_SOUND_SERVER, What.NO_BUS, What.NOT_AWAKE} <= {
        finding.what for finding in found
    }
    assert {Grade.OK} == {
        mark
        for subject, mark in marks_of(found).items()
        if subject in (Subject.INSTALLATION, Subject.DATA, Subject.HISTORY, Subject.LOG)
    }


def test_findings_come_in_the_order_of_their_subjects(
    bare: dict[str, str], tmp_path: Path
) -> None:
    """Whichever is found first."""
    order = list(Subject)
    places = [order.index(finding.subject) for finding in found_in(tmp_path, bare)]

    assert all(one <= other for one, other in pairwise(places))


def test_a_check_that_fails_is_a_finding_among_others() -> None:
    """It keeps nobody from telling what they found."""

    def fails() -> Iterator[Finding]:
        yield Finding(What.BUS)
        raise ValueError("a fault of ours")

    checks: dict[str, Check] = {"bus": fails, "log": lambda: iter([Finding(What.LOG_EMPTY)])}

    failed, well = examine_all(checks)

    assert {"check": "bus", "reason": "ValueError: a fault of ours"} == failed.details
    assert [What.NOT_EXAMINED, What.LOG_EMPTY] == [failed.what, well.what]


@pytest.mark.parametrize("folder", ["data", "nowhere"])
def test_nothing_is_changed(bare: dict[str, str], tmp_path: Path, folder: str) -> None:
    """No file is made, and none goes."""
    data = DataFolder(tmp_path / folder)
    DataFolder(tmp_path / "data").make()
    before = sorted(tmp_path.rglob("*"))

    examine(data, bare)

    assert before == sorted(tmp_path.rglob("*"))
