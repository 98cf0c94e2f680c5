"""Knows how a method says that it overrides one of a base class."""

from typing import TYPE_CHECKING

__all__ = ["override"]

if TYPE_CHECKING:
    # A type checker knows this name on every version; at run time `typing` has it from 3.12 on.
    from typing_extensions import override
else:

    def override(method):
        """Return `method` as it is: only type checkers look at the mark."""
        return method
