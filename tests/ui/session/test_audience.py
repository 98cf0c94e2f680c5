"""Who listens to a session is told of it, and none of them can stop another."""

from matside.core.session.sequencer import handle
from matside.core.session.values import Command, Idle
from matside.ui.session.audience import Audience, Listener
from tests.support.core_samples import counted, plain
from tests.support.fakes import FakeListener

PLAN = plain(counted())
STARTED = handle(PLAN, Idle(), Command.START, 0)


def test_one_that_fails_is_told_of_nothing_more() -> None:
    """It is named once, and all others hear every beat."""
    off: list[Listener] = []
    failing, other = FakeListener(fails=True), FakeListener()
    audience = Audience((failing, other), off.append)
    for now in (0, 1_000):
        audience.tell(PLAN, STARTED, now)

    assert ([failing], [0, 1_000]) == (off, other.heard)


def test_the_first_wish_is_the_one_that_counts() -> None:
    """Whoever made it; it is over with what was heard, and so is that of one who failed."""
    wishing = [FakeListener(wishes=(wish,)) for wish in (700, 300)]
    audience = Audience((*wishing, FakeListener(fails=True)), lambda _: None)
    audience.tell(PLAN, STARTED, 0)
    assert 300 == audience.wished
    audience.tell(PLAN, STARTED, 300)
    assert 700 == audience.wished
    audience.forget_wishes()
    assert audience.wished is None
