"""The faults of a file are told together and in order."""

import pytest

from matside.files.yaml.faults import MOST_FAULTS, Fault, Faults, FaultyFile, TextPosition


def test_faults_are_told_in_the_order_of_the_file() -> None:
    """What was noted later but stands earlier is told first."""
    faults = Faults("a.yaml")
    faults.note(TextPosition(7, 2), "late")
    faults.note(TextPosition(1, 9), "early")
    with pytest.raises(FaultyFile) as caught:
        faults.settle()
    assert ("a.yaml:1:9: early", "a.yaml:7:2: late") == caught.value.lines


def test_a_file_without_faults_passes() -> None:
    """Where nothing was noted nothing is raised."""
    Faults("a.yaml").settle()


def test_one_fault_too_many_ends_the_reading() -> None:
    """One fault more than the maximum ends the reading and says so."""
    faults = Faults("a.yaml")
    for line in range(1, MOST_FAULTS + 1):
        faults.note(TextPosition(line, 1), "wrong")
    with pytest.raises(FaultyFile) as caught:
        faults.note(TextPosition(MOST_FAULTS + 1, 1), "wrong")
    assert MOST_FAULTS + 1 == len(caught.value.faults)
    assert "more than 1000 faults" in caught.value.faults[-1].message


def test_a_fault_is_one_line_for_people() -> None:
    """A fault names its file, line, column and what is wrong."""
    assert "w.yaml:3:5: wrong" == Fault(3, 5, "wrong").at("w.yaml")
