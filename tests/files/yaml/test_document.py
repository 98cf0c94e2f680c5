"""YAML becomes a tree of marked nodes, and what is dangerous in it a fault."""

import subprocess
import sys
from pathlib import Path

import pytest

from matside.files.yaml.faults import MOST_FAULTS, Fault, TextPosition
from matside.files.yaml.parsing import MOST_NODES
from matside.files.yaml.tree import Alias, Items, Mapping, Pair, Scalar
from tests.support.file_samples import document_of, faults_of


def test_scalars_stay_the_text_that_was_written(tmp_path: Path) -> None:
    """What YAML takes for a number, a truth or a date is still text, with its place."""
    document = document_of(tmp_path, "[1:30, no, 012, 2024-13-45, ~, 'yes']")
    expected = [
        Scalar(TextPosition(1, 2), "1:30", quoted=False),
        Scalar(TextPosition(1, 8), "no", quoted=False),
        Scalar(TextPosition(1, 12), "012", quoted=False),
        Scalar(TextPosition(1, 17), "2024-13-45", quoted=False),
        Scalar(TextPosition(1, 29), "~", quoted=False),
        Scalar(TextPosition(1, 32), "yes", quoted=True),
    ]
    assert Items(TextPosition(1, 1), tuple(expected)) == document.root


def test_a_mapping_keeps_its_entries_in_order(tmp_path: Path) -> None:
    """Keys stand in the order of the file, each with its place."""
    root = document_of(tmp_path, "b: 1\na: 2\n").root
    assert isinstance(root, Mapping)
    expected = Pair(
        Scalar(TextPosition(2, 1), "a", quoted=False),
        Scalar(TextPosition(2, 4), "2", quoted=False),
    )
    assert expected == root.entries[1]
    assert "b" in root
    assert "c" not in root


def test_an_empty_value_is_missing_and_an_empty_text_is_not(tmp_path: Path) -> None:
    """Nothing behind a key is told apart from a pair of quotes."""
    root = document_of(tmp_path, "a:\nb: ''\n").root
    assert isinstance(root, Mapping)
    values = [entry.value for entry in root.entries]
    assert [True, False] == [isinstance(value, Scalar) and value.missing for value in values]


def test_columns_count_characters(tmp_path: Path) -> None:
    """A letter of several bytes, and the byte order mark, count as one and as none."""
    root = document_of(tmp_path, "\ufeff🏃é: x").root
    assert isinstance(root, Mapping)
    assert TextPosition(1, 5) == root.entries[0].value.mark


@pytest.mark.parametrize("text", ["", "\n", "# only\n# comments\n", "---\n", "\ufeff"])
def test_an_empty_file_is_a_fault_at_its_beginning(tmp_path: Path, text: str) -> None:
    """A file without any content is told at 1:1."""
    expected = Fault(1, 1, "the file is empty; write a workout or an exercise into it")
    assert (expected,) == faults_of(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: &x 1", Fault(1, 4, "this value has an anchor (&name); write it without")),
        ("a: *x", Fault(1, 4, "this refers to another place (*name); write the value out")),
        ("- !!int 1", Fault(1, 3, "this value has a tag (!name); write it without")),
        ("a: !x [1]", Fault(1, 4, "this value has a tag (!name); write it without")),
        ("<<: 1", Fault(1, 1, "this is a merge key (<<); write the keys out")),
        ("a: 1\n'a': 2", Fault(2, 1, '"a" stands on line 1 already; write it once')),
        ("[a]: 1", Fault(1, 1, "this is no key; write a word, or put the whole text in quotes")),
        (
            "{{a: 1}: 1}",
            Fault(1, 2, "this is no key; write a word, or put the whole text in quotes"),
        ),
        ("a\n---\nb", Fault(2, 1, "a second document begins here; write one document to a file")),
    ],
)
def test_what_is_dangerous_in_yaml_is_a_fault(tmp_path: Path, text: str, fault: Fault) -> None:
    """Anchors, aliases, tags, merge keys, duplicate keys and further documents are refused."""
    assert (fault,) == faults_of(tmp_path, text)


def test_a_quoted_merge_key_is_a_key_like_any_other(tmp_path: Path) -> None:
    """Only the bare sign merges."""
    assert () == faults_of(tmp_path, "'<<': 1")


def test_an_alias_as_a_key_is_told_once(tmp_path: Path) -> None:
    """A key that refers elsewhere is one fault, not two."""
    assert 1 == len(faults_of(tmp_path, "? *x\n: 1"))


def test_an_alias_holds_no_value(tmp_path: Path) -> None:
    """In the tree an alias stands where the value would."""
    root = document_of(tmp_path, "[*x]").root
    assert Items(TextPosition(1, 1), (Alias(TextPosition(1, 2)),)) == root


def test_control_characters_are_told_where_they_stand(tmp_path: Path) -> None:
    """Each forbidden character has its line and column, and the rest is read all the same."""
    expected = (
        Fault(1, 4, "the control character U+0000 stands here; delete it"),
        Fault(2, 2, "the control character U+202E stands here; delete it"),
        Fault(3, 1, '"a" stands on line 1 already; write it once'),
    )
    assert expected == faults_of(tmp_path, "a: \0\r\nb\u202e: 1\ra: 2")


def test_a_file_full_of_control_characters_is_given_up(tmp_path: Path) -> None:
    """A binary file does not fill the memory with its faults."""
    assert MOST_FAULTS + 1 == len(faults_of(tmp_path, "\x01" * 1_000_000))


@pytest.mark.parametrize(
    "text", ["a: b: c", "'open", "\ta: b", "a: {side} arm", "%YAML 9\n---\na"]
)
def test_what_is_no_yaml_is_a_fault(tmp_path: Path, text: str) -> None:
    """A slip of the syntax is one fault that says how to mend the usual ones."""
    (fault,) = faults_of(tmp_path, text)
    assert fault.message.startswith("this is not YAML (")
    assert "put a text that holds" in fault.message


def test_a_slip_of_the_syntax_is_told_where_it_is(tmp_path: Path) -> None:
    """The fault stands where the parser stumbled."""
    (fault,) = faults_of(tmp_path, "title: one\nabout: two: three")
    assert (2, 11) == (fault.line, fault.column)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("title: a\nabout: 'b\nblocks:\n- c\n", (2, 8), "end of stream while scanning a quoted"),
        ("title: a\nabout\nblocks: b\n", (2, 1), "expected ':' while scanning a simple key)"),
        ("title: a\nabout", (2, 1), "expected ':' while scanning a simple key)"),
        ("a:\n  b: 1\n c: 2", (3, 2), "while parsing a block mapping from line 1)"),
        ("a: [\n1", (2, 2), "while parsing a flow sequence from line 1)"),
        ("a: [", (1, 5), "did not find expected node content)"),
    ],
)
def test_what_was_left_open_is_told_where_it_began(
    tmp_path: Path, text: str, place: tuple[int, int], said: str
) -> None:
    """The fault stands where a reader would mend it, never behind the end of the file."""
    (fault,) = faults_of(tmp_path, text)
    assert place == (fault.line, fault.column)
    assert said in fault.message


@pytest.mark.parametrize("open_", ["[", "{a: ", "- "])
def test_depth_is_bounded(tmp_path: Path, open_: str) -> None:
    """A hundred thousand levels are refused at once and crash nothing."""
    (fault,) = faults_of(tmp_path, open_ * 100_000)
    assert "this is nested more than 16 levels deep; nest it less" == fault.message


def test_sixteen_levels_are_read(tmp_path: Path) -> None:
    """The deepest nesting that is allowed is read."""
    assert () == faults_of(tmp_path, "[" * 16 + "]" * 16)
    assert 1 == len(faults_of(tmp_path, "[" * 17 + "]" * 17))


def test_the_number_of_values_is_bounded(tmp_path: Path) -> None:
    """As many nodes as allowed are read, one more is refused."""
    assert () == faults_of(tmp_path, f"[{'1,' * (MOST_NODES - 1)}]")
    (fault,) = faults_of(tmp_path, f"[{'1,' * MOST_NODES}]")
    assert "more than 50000 values stand before this one; write a shorter file" == fault.message


def test_what_was_read_in_an_earlier_run_needs_no_parser(tmp_path: Path) -> None:
    """The second run has the same tree, and does not even load YAML."""
    (tmp_path / "sample.yaml").write_text("title: Chairs\nblocks: [1, 'two']\n")
    program = """
import sys
from pathlib import Path
from matside.files.yaml.document import read_document
from matside.files.yaml.known_trees import known_trees

known_trees.open(Path("trees"))
root = read_document(Path("sample.yaml")).root
known_trees.save()
print("yaml" in sys.modules, root)
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout.partition(" ")
        for _ in range(2)
    ]
    assert ["True", "False"] == [loads_yaml for loads_yaml, _, _ in runs]
    assert runs[0][2] == runs[1][2]
