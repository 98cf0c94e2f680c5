"""What a finding is called, and what helps."""

from typing import NamedTuple


class FindingWords(NamedTuple):
    """What a finding says, and what helps: nothing where nothing needs to be done."""

    says: str
    helps: str = ""
