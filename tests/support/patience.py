"""How long a test waits for a signal or a state: longer than a busy machine may take."""

from functools import partialmethod

from pytestqt.qtbot import QtBot

PATIENCE = 30_000
"""The maximum wait, in ms; what passes is over long before."""


class PatientQtBot(QtBot):
    """A bot that waits as long unless it is told another time."""

    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE)  # noqa: N815 - Qt's name
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE)  # noqa: N815 - Qt's name
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE)  # noqa: N815 - Qt's name
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE)  # noqa: N815 - Qt's name
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE)  # noqa: N815 - Qt's name
