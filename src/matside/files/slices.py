"""Work that is done a little at a time, so that whoever has to wait can do something else."""

from collections.abc import Callable, Generator
from typing import TypeVar

_Value = TypeVar("_Value")

Steps = Generator[None, None, _Value]
"""Steps of some ms at most, and the value that they come to."""


def at_once(work: Callable[[], _Value]) -> Steps[_Value]:
    """Do `work` in one step."""
    yield
    return work()


def finished(steps: Steps[_Value]) -> _Value:
    """Do all `steps` at once, and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: _Value = end.value
            return value
