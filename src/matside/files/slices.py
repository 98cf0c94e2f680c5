"""Work that is done in short steps, so that the event loop runs in between."""

from collections.abc import Callable, Generator
from typing import TypeVar

_Value = TypeVar("_Value")

Steps = Generator[None, None, _Value]
"""Steps of a few ms at most each, and the value that they return at the end."""


def at_once(work: Callable[[], _Value]) -> Steps[_Value]:
    """Do `work` in one step."""
    yield
    return work()


def finished(steps: Generator[object, None, _Value]) -> _Value:
    """Do all `steps` at once, and return their value."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: _Value = end.value
            return value
