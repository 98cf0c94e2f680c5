"""Files that were made to do harm, by their names; each is as large as a file may be or so."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from matside.files.yaml.document import MOST_BYTES

GOOD = "title: Good\nblocks: [{kind: circuit, exercises: [{name: Plank, hold: 30}]}]\n"
"""A workout without any fault."""

EMPTY = "1:1: the file is empty"
TOO_DEEP = "this is nested more than 16 levels deep"
TOO_MANY = "more than 50000 values stand before this one"


def filled(pattern: str, before: str = "", after: str = "") -> bytes:
    """Return a file of the largest size: `pattern` again and again between the two others."""
    room = MOST_BYTES - len((before + after).encode())
    return (before + pattern * (room // len(pattern.encode())) + after).encode()


def aliases(levels: int) -> str:
    """Return lists of nine of the list before, `levels` deep."""
    lines = ["a0: &a0 [" + "x, " * 9 + "]"]
    lines += [f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, levels)]
    return "\n".join(lines)


def merges(levels: int) -> str:
    """Return groups of keys that merge eight times the group before, `levels` deep."""
    lines = ["a0: &a0 {k: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{f'*a{n - 1}, ' * 8}]}}" for n in range(1, levels)]
    return "\n".join(lines)


def workout_of(blocks: int, block: str) -> str:
    """Return a workout of `blocks` times the same block."""
    return "title: Large\nblocks:\n" + f"  - {block}\n" * blocks


def exercises(number: int, exercise: str) -> str:
    """Return a block with `number` times the same exercise."""
    return f"{{kind: circuit, exercises: [{f'{exercise}, ' * number}]}}"


def unknown_exercises(block: int) -> str:
    """Return a block with fifty exercises that no other block has, and no catalogue."""
    named = (f"{{exercise: plank-{block}-{place}}}" for place in range(50))
    return f"  - {{kind: circuit, exercises: [{', '.join(named)}]}}\n"


BROKEN: Mapping[str, tuple[bytes, str]] = {
    "brackets": (b"[" * 100_000, f"1:1001: {TOO_DEEP}"),
    "braces": (filled("{"), f"1:1001: {TOO_DEEP}"),
    "dashes": (filled("- "), f"1:33: {TOO_DEEP}"),
    "questions": (filled("? "), f"1:33: {TOO_DEEP}"),
    "closing-brackets": (filled("]"), "1:1: this is not YAML"),
    "colons": (filled(":"), "1:1048576: this is not YAML"),
    "many-values": (filled("1,", "[", "]"), f"1:100000: {TOO_MANY}"),
    "many-keys": (filled("a: 1\n"), '2:1: "a" stands on line 1 already'),
    "many-unknown-keys": (
        "".join(f"k{n}: 1\n" for n in range(20_000)).encode(),
        '1:1: a workout has no key "k0"',
    ),
    "many-unknown-exercises": (
        f"title: x\nblocks:\n{''.join(map(unknown_exercises, range(50)))}".encode(),
        '3:44: exercise is "plank-0-0", but there is no such exercise',
    ),
    "many-faults": (
        workout_of(50, exercises(50, "{name: x, hold: y, foo: 1}")).encode(),
        '3:49: hold is "y"; write a duration',
    ),
    "many-documents": (filled("--- a\n"), '1:5: the text "a" stands in place of a workout'),
    "many-directives": (filled("%FOO bar\n", after="---\na"), "1:5: this is not YAML"),
    "one-key": (filled("x", after=": 1"), "1:1048574: this is not YAML"),
    "one-title": (filled("x", "title: "), "1:1: blocks is missing"),
    "one-number": (
        filled("9", "title: x\nblocks: [{rounds: ", "}]"),
        "2:10: exercises is missing",
    ),
    "one-id": (filled("a", "id: ", "\nname: x\nhold: 1"), '1:5: id is "aaaaa'),
    "one-tag": (filled("x", "!", " a"), '1:1: the text "a" stands in place of a workout'),
    "open-quote": (filled("x", '"'), "1:1: this is not YAML"),
    "open-lines": (filled("\n", '"'), "1:1: this is not YAML"),
    "escapes": (filled("\\x00", '"', '"'), '1:1: the text "\\x00\\x00'),
    "anchors": (filled("&a x,", "[", "]"), "1:2: this value has an anchor"),
    "tags": (filled("- !x\n"), "1:3: this value has a tag"),
    "alias-bomb": (aliases(40).encode(), '1:1: a workout has no key "a0"'),
    "aliases": (filled("*a,", "a: &a 1\nb: [", "]"), "1:4: this value has an anchor"),
    "merge-bomb": (merges(40).encode(), '1:1: a workout has no key "a0"'),
    "steep": ("\n".join(" " * n + "a:" for n in range(1400)).encode(), f"17:17: {TOO_DEEP}"),
    "nothing": (b"", EMPTY),
    "lines": (filled("\n"), EMPTY),
    "blanks": (filled(" "), EMPTY),
    "comment": (filled("#"), EMPTY),
    "three-megabytes-of-comment": (b"#" + b"x" * (3 << 20), "1:1: the file is too large"),
    "three-megabytes-of-comments": (
        b"# x\n" * (3 << 18) + GOOD.encode(),
        "1:1: the file is too large",
    ),
    "tabs": (filled("\t"), "1:1: this is not YAML"),
    "all-bytes": (bytes(range(256)) * 4096, "1:1: this is not text; byte 129 is not UTF-8"),
    "utf-16": (GOOD.encode("utf-16"), "1:1: this is not text; byte 1 is not UTF-8"),
    "utf-32": (GOOD.encode("utf-32"), "1:1: this is not text; byte 1 is not UTF-8"),
    "latin-1": (b"title: Jos\xe9\n", "1:1: this is not text; byte 11 is not UTF-8"),
    "overlong": (b"title: \xc0\x80\n", "1:1: this is not text; byte 8 is not UTF-8"),
    "surrogate": (b"title: \xed\xa0\x80\n", "1:1: this is not text; byte 8 is not UTF-8"),
    "nul": (filled("\0"), "1:1: the control character U+0000 stands here"),
    "right-to-left": (filled("\u202e"), "1:1: the control character U+202E stands here"),
    "next-lines": (filled("\x85"), "1:1: the control character U+0085 stands here"),
    "escape": (b"title: \x1b]0;owned\x07\n", "1:1: blocks is missing"),
}
"""What is in each file, and how its first fault begins."""

SOUND: Mapping[str, bytes] = {
    "long-about": filled("x", GOOD + "about: "),
    "about-of-many-words": filled("x ", GOOD + "about: "),
    "about-of-many-lines": filled("\\n", GOOD + 'about: "', '"'),
    "comment-and-workout": filled("x", GOOD + "#"),
    "ten-thousand-sets": workout_of(50, exercises(50, "{name: x, hold: 1}")).encode(),
}
"""What is in each large file that has no fault at all."""


def _link(path: Path) -> None:
    path.symlink_to(path.name)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _terminal(path: Path) -> None:
    path.symlink_to(os.ttyname(os.openpty()[1]))


NO_FILES: Mapping[str, tuple[Callable[[Path], None], str]] = {
    "folder": (Path.mkdir, "this is a folder; name a file"),
    "pipe": (os.mkfifo, "this is a device or a pipe; name a file"),
    "device": (_device, "this is a device or a pipe; name a file"),
    "terminal": (_terminal, "this is a device or a pipe; name a file"),
    "loop": (_link, "the file cannot be read (Too many levels of symbolic links)"),
    "missing": (lambda _: None, "there is no such file; look for a slip in its name"),
}
"""How each of these is made, and what is wrong with it at 1:1."""
