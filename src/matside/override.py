"""The mark of a method that overrides one of its base class, on every version of Python."""

from typing import TYPE_CHECKING

__all__ = ["override"]

if TYPE_CHECKING:
    # A type checker knows this name on every version; at run time `typing` has it from 3.12 on.
    from typing_extensions import override
else:

    def override(method):
        """Return `method` as it is: only type checkers look at the mark."""
        return method
