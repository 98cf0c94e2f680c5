"""Findings know what they are about and how good it is."""

from matside.core.ports.findings import Finding, Grade, Subject, What, count_of


def test_a_finding_has_the_subject_and_mark_of_what_was_found() -> None:
    """Neither is said a second time."""
    finding = Finding(What.NO_VOICE)

    assert (Subject.VOICE, Grade.NOTE) == (finding.subject, finding.mark)


def test_what_was_found_is_named_by_one_word() -> None:
    """The word stands in files and finds its member again."""
    assert What.NO_SOUND_DEVICE is What("no-sound-device")


def test_every_subject_can_be_well() -> None:
    """But for the examination itself, of which only failures are told."""
    well = {what.subject for what in What if what.mark is Grade.OK}

    assert {Subject.EXAMINATION} == set(Subject) - well


def test_findings_are_counted_by_their_mark() -> None:
    """Two of three are faults."""
    findings = [Finding(What.NO_DISPLAY), Finding(What.NO_BUS), Finding(What.NO_QT)]

    assert [0, 1, 2] == [count_of(findings, mark) for mark in Grade]
