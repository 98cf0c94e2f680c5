"""What the settings page shows follows from the choice and the session."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Listed
from matside.core.settings import Settings
from matside.ui.session.outputs import Outputs
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.start.preparation import Preparation
from matside.ui.window.services import Services
from matside.ui.window.settings_view import settings_view
from tests.support.core_samples import calls
from tests.support.fakes import FakeHistory, FakeTicks, fake_wall
from tests.support.pages import WORKOUT


class Shelf:
    """A library with one workout, whose superset has three rounds."""

    def listing(self) -> tuple[Listed, ...]:
        """Return it."""
        return (Listed("pairs", WORKOUT),)


@pytest.fixture
def services(qtbot: QtBot) -> Services:  # noqa: ARG001 - the player needs a running Qt
    """Return a crew that has started nothing."""
    preferences = Preferences(Settings(), lambda _: None)
    clock = FakeTicks().clock
    player = Player(clock, fake_wall, Recorder(FakeHistory()))
    preparation = Preparation(Shelf(), preferences)
    found = Services(preparation, preferences, Outputs(), fake_wall)
    found.player = player
    return found


def _start(services: Services) -> None:
    program = services.preparation.program()
    assert program is not None
    services.player.load(program)
    services.player.press()


@pytest.mark.parametrize(
    ("choose", "rounds"),
    [
        (lambda services: services.preparation.choose_rounds_as_written(), 3),
        (lambda services: services.preparation.choose_rounds(5), 5),
        (_start, 3),
    ],
    ids=["as written", "chosen", "in a session"],
)
def test_the_settings_tell_the_rounds_of_their_total(
    services: Services, choose: Callable[[Services], None], rounds: int
) -> None:
    """Those of the file where nothing was chosen: the start page says them, too."""
    choose(services)

    assert rounds == settings_view(services).rounds


def test_the_settings_count_their_total_without_a_plan(services: Services) -> None:
    """A tick of a slider asks for no more where the workout has very many rounds."""

    def asked(rounds: int) -> int:
        services.preparation.choose_rounds(rounds)
        settings_view(services)
        settings = services.preferences.settings
        services.preferences.change(replace(settings, between_rounds=settings.between_rounds + 1))
        return calls(lambda: settings_view(services))

    assert asked(90) < 1.2 * asked(4)
