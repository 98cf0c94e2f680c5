"""Work in portions runs beside the window, tells how far it is, and can be stopped."""

from collections.abc import Callable
from contextlib import suppress

from pytestqt.qtbot import QtBot

from matside.app.disk import Disk
from matside.core.history.keeping import Portions
from matside.core.ports.devices import Told, ask_at_once
from matside.ui.settings.data.portion_runner import Cancelled, PortionRunner


def test_it_tells_how_far_it_is_and_what_has_come_of_it(qtbot: QtBot) -> None:
    """From another thread than the window's."""
    runner = PortionRunner((disk := Disk()).ask)
    found: list[str | Exception] = []

    def work() -> Portions[str]:
        yield 0.25
        return "done"

    with qtbot.waitSignal(runner.advanced) as advanced:
        runner.run(work, found.append)
    qtbot.waitUntil(lambda: not runner.is_running)

    assert ([0.25], ["done"]) == (advanced.args, found)
    assert disk.finish(1.0)


def test_what_is_stopped_is_closed(qtbot: QtBot) -> None:
    """So a transaction is taken back, and whoever waits is told."""
    del qtbot
    kept: list[Callable[[], None]] = []
    found: list[object] = []
    ended: list[str] = []

    def ask(work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        kept.append(lambda: ask_at_once(work, answer))

    runner = PortionRunner(ask)

    def work() -> Portions[None]:
        try:
            yield 0.0
            runner.cancel()
            yield 0.5
            ended.append("went on")
        finally:
            ended.append("closed")

    runner.run(work, found.append)
    assert runner.is_running
    with suppress(GeneratorExit):
        kept.pop()()

    assert [Cancelled] == [type(each) for each in found]
    assert (["closed"], False) == (ended, runner.is_running)
