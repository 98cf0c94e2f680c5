"""Knows how sentences are heard: rendered ahead of time in a thread, played as sound files."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.ports.devices import Speaks, VoiceFault, VoiceState
from matside.devices.sound.clips import Clips
from matside.devices.voice.casting import Casting, Finder, Role
from matside.devices.voice.clip_store import Clip, ClipStore
from matside.devices.voice.engine import EngineFailed, find_engine
from matside.devices.voice.recordings import VoicePack

_logger = logging.getLogger(__name__)

SETTLE = 200
"""How long what is wanted must have been the same before it is made, in ms."""

FAREWELL = 0.5
"""How long is waited at the end for the engine to be ended, in seconds."""

PATIENCE = 3
"""After so many sentences in a row that could not be made no more are tried."""


class SilentVoice:
    """Says nothing; for sped-up sessions."""

    state = VoiceState()

    def prepare(self, texts: Sequence[str], *, in_session: bool = False) -> None:
        """Do nothing."""

    def length(self, text: str) -> None:
        """Return that `text` cannot be said."""

    def say(self, text: str) -> None:
        """Do nothing."""

    def say_soon(self, text: str) -> None:
        """Do nothing."""

    def hush(self) -> None:
        """Do nothing."""

    def set_volume(self, percent: int) -> None:
        """Do nothing."""

    def set_rate(self, rate: int | None) -> None:
        """Do nothing."""


class ClipVoice(QObject):
    """A voice whose sentences are clips: recorded ones, or those of a speech engine.

    One voice says all of a session: the recorded one where it has every sentence, or where
    there is no engine; else the engine, so too at any rate but that of the recordings. Where
    the engine fails, the recorded voice stands in.

    The thread makes them one after the other, those wanted first before the others; whatever
    the engine does there, nobody waits for it. A sentence can be said as soon as its clip is
    made.
    """

    cast = Signal()
    """Who is to speak is known anew; `state` says it."""

    checked = Signal()
    """All is made that can be, and `state` says whether something is not."""

    _made = Signal(object, object, str, object)
    _cast = Signal(object)
    _settled = Signal(object)

    def __init__(
        self,
        folder: Path,
        clips: Clips,
        rate: int | None,
        find: Finder = find_engine,
        *,
        pack: VoicePack | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Say sentences by `clips`, and keep them in `folder`.

        `rate` is in words a minute, None for that of the recordings, which `pack` holds.
        """
        super().__init__(parent)
        self._clips = clips
        self._rate = rate
        self._volume = 1.0
        self._state = VoiceState()
        self._in_session = False
        self._known: dict[str, Clip] = {}
        self._known_from: Speaks | None = None
        self._texts: tuple[str, ...] = ()
        self._playing: int | None = None
        self._said_when_made: str | None = None
        tells = self._tell_made, self._tell_cast, self._tell_settled
        self._workshop = _Workshop(folder, find, pack, *tells)
        self._made.connect(self._take)
        self._cast.connect(self._introduce)
        self._settled.connect(self._settle)
        self._calm = QTimer(self, singleShot=True, interval=SETTLE)
        self._calm.timeout.connect(self._place_order)

    @property
    def state(self) -> VoiceState:
        """Who speaks, and why not all is said; nothing before it is known."""
        return self._state

    def prepare(self, texts: Sequence[str], *, in_session: bool = False) -> None:
        """Make the clips of `texts` from now on, in this order, and those of no others."""
        self._texts = tuple(texts)
        self._in_session = in_session
        self._calm.start()

    def length(self, text: str) -> int | None:
        """Return how many ms `text` lasts, None where it cannot be said, or not yet."""
        clip = self._clip(text)
        return None if clip is None else clip.length

    def say(self, text: str) -> None:
        """Say `text`, in place of what is being said; nothing where it has no clip yet."""
        self.hush()
        if (clip := self._clip(text)) is not None:
            self._playing = self._clips.play(clip.path, volume=self._volume)

    def say_soon(self, text: str) -> None:
        """Say `text` at once, or as soon as it can be said."""
        if self._clip(text) is not None:
            self.say(text)
            return
        self._said_when_made = text
        self._place_order()

    def hush(self) -> None:
        """Fall silent."""
        self._said_when_made = None
        if self._playing is not None:
            self._clips.stop(self._playing)
            self._playing = None

    def set_volume(self, percent: int) -> None:
        """Say what follows at `percent`, 0 to 100, of the loudness that is felt."""
        self._volume = percent / 100

    def set_rate(self, rate: int | None) -> None:
        """Say what follows at `rate` words a minute, None for recorded; clips are made anew."""
        if rate != self._rate:
            self._rate = rate
            self._known = {}
            self._calm.start()

    def close(self) -> None:
        """Make no more clips."""
        self._calm.stop()
        self._workshop.close()

    def _clip(self, text: str) -> Clip | None:
        """Return the clip of `text`, None where there is none; one that is gone is made anew."""
        clip = self._known.get(text)
        if clip is None or clip.path.exists():
            return clip
        del self._known[text]
        self._calm.start()
        return None

    def _place_order(self) -> None:
        """Have all that is wanted looked for, and made where it is not there any more."""
        first = () if self._said_when_made is None else (self._said_when_made,)
        wanted = dict.fromkeys((*first, *self._texts))
        self._calm.stop()
        self._workshop.take(_Order(tuple(wanted), self._rate, in_session=self._in_session))

    def _tell_made(self, order: "_Order", role: Role, text: str, clip: Clip) -> None:
        # The window may have been closed in the meantime, and this object with it.
        with suppress(RuntimeError):
            self._made.emit(order, role, text, clip)

    def _tell_cast(self, state: VoiceState) -> None:
        with suppress(RuntimeError):
            self._cast.emit(state)

    def _tell_settled(self, state: VoiceState) -> None:
        with suppress(RuntimeError):
            self._settled.emit(state)

    def _take(self, order: "_Order", role: Role, text: str, clip: Clip) -> None:
        if order.rate != self._rate:
            return
        if role.state.speaks is not self._known_from:
            self._known, self._known_from = {}, role.state.speaks
        self._known[text] = clip
        if text == self._said_when_made:
            self.say(text)

    def _introduce(self, state: VoiceState) -> None:
        if state != self._state:
            self._state = state
            self.cast.emit()

    def _settle(self, state: VoiceState) -> None:
        self._introduce(state)
        self.checked.emit()


class _Order:
    """Texts that are wanted at a rate, for as long as nobody wants others."""

    def __init__(self, texts: tuple[str, ...], rate: int | None, *, in_session: bool) -> None:
        self.texts = texts
        self.rate = rate
        self.in_session = in_session
        self._withdrawn = Event()

    def withdraw(self) -> None:
        """Want nothing of it any more."""
        self._withdrawn.set()

    def is_wanted(self) -> bool:
        """Return whether it still stands."""
        return not self._withdrawn.is_set()


class _Workshop:
    """The thread in which clips are made; each order takes the place of the one before."""

    def __init__(
        self,
        folder: Path,
        find: Finder,
        pack: VoicePack | None,
        tell_made: Callable[[_Order, Role, str, Clip], None],
        tell_cast: Callable[[VoiceState], None],
        tell_settled: Callable[[VoiceState], None],
    ) -> None:
        self._folder = folder
        self._casting = Casting(find, pack)
        self._tell_made = tell_made
        self._tell_cast = tell_cast
        self._tell_settled = tell_settled
        self._orders: SimpleQueue[_Order | None] = SimpleQueue()
        self._last: _Order | None = None
        self._thread: Thread | None = None

    def take(self, order: _Order) -> None:
        """Make what `order` wants, and leave the rest of the one before."""
        self._withdraw_last()
        self._last = order
        self._orders.put(order)
        if self._thread is None:
            self._thread = Thread(target=self._work, name="voice", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the thread, and with it the engine."""
        self._withdraw_last()
        self._orders.put(None)
        if self._thread is not None:
            self._thread.join(FAREWELL)

    def _withdraw_last(self) -> None:
        if self._last is not None:
            self._last.withdraw()

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            try:
                self._make(order)
            except (EngineFailed, OSError) as error:
                _logger.warning("The voice cannot speak: %s", error)
                self._tell_settled(VoiceState(fault=VoiceFault.FAILS))
            except Exception:  # a thread that ended would never speak again
                _logger.exception("The voice cannot speak")
                self._tell_settled(VoiceState(fault=VoiceFault.FAILS))

    def _make(self, order: _Order) -> None:
        """Make the clips of `order`; raises what the last of too many failures in a row was."""
        texts, rate = order.texts, order.rate
        role = self._casting.role_for(texts, rate, in_session=order.in_session)
        if role is None:
            self._tell_settled(VoiceState(fault=VoiceFault.NO_ENGINE))
            return
        fault = VoiceFault.PARTLY if len(role.texts) < len(texts) else None
        self._tell_cast(replace(role.state, fault=fault))
        try:
            self._make_all(order, role)
        except (EngineFailed, OSError) as error:
            stand_in = self._casting.stand_in_for(role, texts, rate)
            if stand_in is None:
                raise
            _logger.warning("The recorded voice stands in for one that fails: %s", error)
            role, fault = stand_in, VoiceFault.FAILS
            self._make_all(order, role)
        if order.is_wanted():
            self._tell_settled(replace(role.state, fault=fault))

    def _make_all(self, order: _Order, role: Role) -> None:
        """Make the clips of `role` for as long as `order` is wanted."""
        shelf = ClipStore(self._folder, role.source)
        failures = 0
        for text in role.texts:
            if not order.is_wanted():
                return
            try:
                clip = shelf.clip(text, role.rate, order.is_wanted)
            except (EngineFailed, OSError) as error:
                failures += order.is_wanted()
                if failures == min(PATIENCE, len(role.texts)):
                    raise
                _logger.info("%r cannot be said: %s", text, error)
            else:
                failures = 0
                self._tell_made(order, role, text, clip)
        with suppress(OSError):  # what is to be said is there
            shelf.prune()
