"""The desktop's side of media keys: what a media applet or a headset sees and asks."""

import subprocess
from collections.abc import Mapping

from tests.support.desktop import wait_until

PLAYERS = "org.mpris.MediaPlayer2."


class Remote:
    """Works the media players of a bus with playerctl, as media keys do."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Know the bus that `environ` names."""
        self._environ = dict(environ)

    def ask(self, *words: str) -> str:
        """Run playerctl with `words`; return what it printed."""
        done = subprocess.run(
            ["playerctl", *words], env=self._environ, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def players(self) -> list[str]:
        """Return the names of the players on the bus."""
        return sorted(name for name in self.names() if name.startswith(PLAYERS))

    def names(self) -> list[str]:
        """Return all names that are taken on the bus."""
        done = subprocess.run(
            ["busctl", "--user", "--no-pager", "--no-legend", "list"],
            env=self._environ,
            capture_output=True,
            text=True,
            check=True,
        )
        return [line.split()[0] for line in done.stdout.splitlines()]

    def told(self) -> tuple[str, str]:
        """Return whether it plays, and what."""
        return self.ask("status"), self.ask("metadata", "xesam:title")

    def wait_for(self, playback: str, title: str) -> None:
        """Return when the desktop is told so."""
        wait_until(lambda: (playback, title) == self.told(), f"{playback}: {title}")
