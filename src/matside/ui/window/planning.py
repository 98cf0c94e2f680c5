"""Gives the player the plan that the choice and the settings make."""

from matside.core.session.values import Over
from matside.core.workout.plan import as_planned
from matside.ui.window.services import Services


class Planning:
    """Lets the plan of the player follow the chosen workout before a session, and the settings."""

    def __init__(self, services: Services) -> None:
        self._player = services.player
        self._preparation = services.preparation
        self._preferences = services.preferences
        self._rules = as_planned(services.preferences.settings)

    def prepare(self) -> None:
        """Pass the chosen workout to the player, unless it has a session to show."""
        if not self._player.in_session and not isinstance(self._player.phase, Over):
            self._player.load(self._preparation.program())

    def follow_settings(self, *, settled: bool) -> None:
        """Let the plan follow the settings; before a session only once they are `settled`.

        Of all plans that a drag would make there only the last is needed.
        """
        settings = self._preferences.settings
        rules = as_planned(settings)
        if rules == self._rules or not (settled or self._player.in_session):
            return
        self._rules = rules
        if self._player.in_session:
            self._player.replan(settings)
        self.prepare()
