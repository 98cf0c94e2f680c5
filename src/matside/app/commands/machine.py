"""The command that says what works on this machine."""

import os
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from matside import __version__
from matside.app.terminal import Row, counted, print_json, print_lines
from matside.core.ports.findings import Finding, Grade, Subject, count_of
from matside.files.folders import DataFolder
from matside.files.yaml.characters import escaped

_WIDTH = 96
"""The maximum width of the doctor's lines in columns; names of files are never broken."""


def doctor(data: DataFolder, *, as_json: bool) -> None:
    """Print what works on this machine, what does not, and what helps."""
    from matside.doctor.examination import examine

    findings = examine(data, os.environ)
    if as_json:
        print_json([_finding_row(finding) for finding in findings])
    else:
        print_lines(_finding_lines(findings), sys.stdout)


def _finding_row(finding: Finding) -> Row:
    from matside.ui.checkup.finding_words import finding_words

    words = finding_words(finding)
    return {
        "subject": finding.subject.value,
        "finding": finding.what.value,
        "mark": finding.mark.value,
        "details": dict(finding.details),
        "says": words.says,
        "helps": words.helps or None,
    }


def _finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    from matside.ui.checkup.finding_words import finding_words, mark_word, subject_word

    width = max(len(subject_word(subject)) for subject in Subject)
    yield f"Matside {__version__}: what works on this machine"
    yield ""
    for finding in findings:
        words = finding_words(finding)
        head = f"{mark_word(finding.mark):5}  {subject_word(finding.subject):{width}}  "
        indent = " " * len(head)
        yield from _wrapped(head, words.says, indent)
        if words.helps:
            yield from _wrapped(f"{indent}-> ", words.helps, f"{indent}   ")
    faults, notes = count_of(findings, Grade.FAULT), count_of(findings, Grade.NOTE)
    yield ""
    yield f"{counted(faults, 'fault')}, {counted(notes, 'note')}"


def _wrapped(head: str, words: str, indent: str) -> Iterable[str]:
    """Return `head` and `words` as wrapped lines, with `indent` from the second on, escaped."""
    return textwrap.wrap(
        escaped(words),
        _WIDTH,
        initial_indent=head,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
