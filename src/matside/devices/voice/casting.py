"""Decides who speaks: the recorded voice or an engine, one of them for a whole session."""

from collections.abc import Callable, Collection, Sequence

from matside.core.ports.devices import Instead, Speaks, VoiceState
from matside.devices.voice.clip_store import Source
from matside.devices.voice.engine import Engine
from matside.devices.voice.recordings import VoicePack
from matside.frozen import frozen

USUAL_RATE = 155
"""The rate of an engine that replaces the recorded voice, in words a minute."""

Finder = Callable[[], Engine | None]


@frozen
class Role:
    """Who speaks, at which rate in words a minute, and which of the wanted texts it can say."""

    state: VoiceState
    source: Source
    rate: int
    texts: tuple[str, ...]


class Casting:
    """Decides who speaks, once for a session."""

    def __init__(self, find: Finder, pack: VoicePack | None) -> None:
        """Choose between the engine that `find` gives and what `pack` holds."""
        self._find = find
        self._pack = pack
        self._engine: Engine | None = None
        self._last: tuple[VoiceState, int | None] | None = None

    def role_for(self, texts: Sequence[str], rate: int | None, *, in_session: bool) -> Role | None:
        """Return who says `texts`, None if no voice can.

        `rate` is that of an engine, None for the recorded voice. `in_session` the last voice
        goes on, unless the rate has changed.
        """
        instead = self._reason(texts, rate)
        if in_session and self._last is not None and self._last[1] == rate:
            instead = self._last[0].instead
        role = None if instead is None else self._spoken(texts, rate or USUAL_RATE, instead)
        role = role or self._recorded(texts)
        self._last = None if role is None else (role.state, rate)
        return role

    def stand_in_for(self, role: Role, texts: Sequence[str], rate: int | None) -> Role | None:
        """Return who says what it can of `texts` if the voice of `role` fails."""
        stand_in = None if role.source is self._pack else self._recorded(texts)
        if stand_in is not None:
            self._last = stand_in.state, rate
        return stand_in

    def _reason(self, texts: Collection[str], rate: int | None) -> Instead | None:
        """Return why an engine is to speak, None for the recorded voice."""
        if self._pack is None:
            return Instead.NO_RECORDING
        if rate is not None:
            return Instead.OTHER_SPEED
        return None if self._pack.has_all(texts) else Instead.OTHER_WORDS

    def _recorded(self, texts: Sequence[str]) -> Role | None:
        if self._pack is None:
            return None
        recorded = tuple(text for text in texts if text in self._pack.recordings)
        return Role(VoiceState(Speaks.RECORDED), self._pack, USUAL_RATE, recorded)

    def _spoken(self, texts: Sequence[str], rate: int, instead: Instead) -> Role | None:
        self._engine = self._engine or self._find()
        if self._engine is None:
            return None
        state = VoiceState(Speaks.ENGINE, instead=instead)
        return Role(state, self._engine, rate, tuple(texts))
