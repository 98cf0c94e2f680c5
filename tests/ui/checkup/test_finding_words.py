"""Everything that may be found out is said in words, with what helps."""

import string
from collections import Counter

import pytest

from matside.core.ports.findings import Finding, Grade, Subject, What
from matside.ui.checkup.finding_words import finding_words, mark_word, subject_word

NAMES = """
check count device display engine exercises fault faulty file folder fonts free libraries machine
matside method packages pieces platform process program pyside python reason screens sessions size
sentences sounds system version workouts
"""
DETAILS = {name: f"<{name}>" for name in NAMES.split()}


@pytest.mark.parametrize("what", What, ids=lambda what: what.value)
def test_each_finding_is_said(what: What) -> None:
    """With its details in place, on one line."""
    words = finding_words(Finding(what, DETAILS))

    assert words.says
    assert not {"{", "}", "\n"} & set(words.says + words.helps)


@pytest.mark.parametrize("what", What, ids=lambda what: what.value)
def test_what_is_not_well_comes_with_what_helps(what: What) -> None:
    """And what is well does not."""
    helps = finding_words(Finding(what, DETAILS)).helps

    assert (what.mark is not Grade.OK) is bool(helps)


def test_no_two_findings_are_said_alike() -> None:
    """Whoever reads one knows which it is."""
    said = Counter(finding_words(Finding(what, DETAILS)).says for what in What)

    assert 1 == max(said.values())


def test_details_are_not_taken_for_patterns() -> None:
    """Braces in the name of a file stay what they are."""
    finding = Finding(What.SETTINGS_READ, {"file": "/{side.__class__}/{0}"})

    assert "/{side.__class__}/{0}" in finding_words(finding).says


def test_marks_and_subjects_have_words() -> None:
    """Each its own."""
    assert ["ok", "note", "fault"] == [mark_word(mark) for mark in Grade]
    words = [subject_word(subject) for subject in Subject]
    assert len(words) == len(set(words))
    assert all(word[0] in string.ascii_uppercase for word in words)
