"""The voice of the program: clips made ahead of time in a thread, and played as sound files."""

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
"""How long the wanted texts must stay unchanged before clips are made, in ms."""

FAREWELL = 0.5
"""The maximum wait for the engine at the end, in seconds."""

PATIENCE = 3
"""The number of failed sentences in a row after which no more are tried."""


class SilentVoice:
    """Says nothing; for sped-up sessions."""

    state = VoiceState()

    def prepare(self, texts: Sequence[str], *, in_session: bool = False) -> None:
        """Do nothing."""

    def length(self, text: str) -> None:
        """Return None: `text` cannot be said."""

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

    One voice speaks for a whole session: the recorded one if it has every sentence at the rate
    that is wanted, or if there is no engine; otherwise the engine. If the engine fails, the
    recorded voice replaces it.

    A thread makes the clips one after the other, in the order in which they are wanted, so no
    other thread waits for the engine. A sentence can be said as soon as its clip is made.
    """

    cast = Signal()
    """Emitted when it is decided who speaks; see `state`."""

    checked = Signal()
    """Emitted when all clips that can be made are made; `state` says whether some are missing."""

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
    ) -> None:
        """Play sentences by `clips`, and keep them in `folder`.

        `rate` is in words a minute, None for that of the recordings in `pack`.
        """
        super().__init__()
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
        """Who speaks, and why something cannot be said; NOBODY before that is known."""
        return self._state

    def prepare(self, texts: Sequence[str], *, in_session: bool = False) -> None:
        """From now on make the clips of `texts`, in this order, and no others."""
        self._texts = tuple(texts)
        self._in_session = in_session
        self._calm.start()

    def length(self, text: str) -> int | None:
        """Return the length of `text` in ms, None if it cannot be said (yet)."""
        clip = self._clip(text)
        return None if clip is None else clip.length

    def say(self, text: str) -> None:
        """Say `text` instead of anything that is being said; do nothing if it has no clip yet."""
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
        """Say later texts at `percent`, 0 to 100, of perceived loudness."""
        self._volume = percent / 100

    def set_rate(self, rate: int | None) -> None:
        """Say later texts at `rate` words a minute, None for recorded; clips are made again."""
        if rate != self._rate:
            self._rate = rate
            self._known = {}
            self._calm.start()

    def close(self) -> None:
        """Make no more clips."""
        self._calm.stop()
        self._workshop.close()

    def _clip(self, text: str) -> Clip | None:
        """Return the clip of `text`, None if there is none; one that has disappeared is remade."""
        clip = self._known.get(text)
        if clip is None or clip.path.exists():
            return clip
        del self._known[text]
        self._calm.start()
        return None

    def _place_order(self) -> None:
        """Order all wanted clips; the thread makes those that are missing."""
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
    """Texts that are wanted at a rate, until another order replaces this one."""

    def __init__(self, texts: tuple[str, ...], rate: int | None, *, in_session: bool) -> None:
        self.texts = texts
        self.rate = rate
        self.in_session = in_session
        self._withdrawn = Event()

    def withdraw(self) -> None:
        """Cancel the order."""
        self._withdrawn.set()

    def is_wanted(self) -> bool:
        """Return whether the order has not been cancelled."""
        return not self._withdrawn.is_set()


class _Workshop:
    """The thread that makes clips; each order replaces the one before."""

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
        """Make the clips of `order`, and cancel the one before."""
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
            except Exception:  # if the thread ended, there would be no voice any more
                _logger.exception("The voice cannot speak")
                self._tell_settled(VoiceState(fault=VoiceFault.FAILS))

    def _make(self, order: _Order) -> None:
        """Make the clips of `order`; raise the last error after too many in a row."""
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
        """Make the clips of `role` while `order` is wanted."""
        store = ClipStore(self._folder, role.source)
        failures = 0
        for text in role.texts:
            if not order.is_wanted():
                return
            try:
                clip = store.clip(text, role.rate, order.is_wanted)
            except (EngineFailed, OSError) as error:
                failures += order.is_wanted()
                if failures == min(PATIENCE, len(role.texts)):
                    raise
                _logger.info("%r cannot be said: %s", text, error)
            else:
                failures = 0
                self._tell_made(order, role, text, clip)
        with suppress(OSError):  # the clips are there, whether or not old ones can be deleted
            store.prune()
