"""The words of a finding."""

from typing import NamedTuple


class FindingWords(NamedTuple):
    """What a finding says, and what helps: "" if nothing needs to be done."""

    says: str
    helps: str = ""
