"""A stand-in for the package of this name: the library and the data are those of the system."""

from ctypes.util import find_library
from subprocess import run


def get_library_path() -> str:
    """Return where the library is."""
    return str(find_library("espeak-ng"))


def get_data_path() -> str:
    """Return where its data are."""
    said = run(["espeak-ng", "--version"], capture_output=True, text=True, check=True).stdout
    return said.partition("Data at: ")[2].strip()
