"""What a film was made of, in one short word that changes with it."""

import ast
import hashlib
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent

NO_PICTURES = frozenset(
    {
        "__init__",
        "__main__",
        "checks",
        "digest",
        "mesh_checks",
        "number_fields",
        "sheets",
        "spoilt",
    }
)
"""The modules on which no picture depends, and that which only reads numbers."""


def digest_of(body: str, name: str, studio: Path = HERE) -> str:
    """Return the digest of the film of the exercise `name` with `body`.

    It depends on the poses, on the versions of what is installed, and on the program of the
    studio; comments, docstrings, empty lines and where it imports from are none of it.
    """
    parts = [body, name, _read(studio / "poses" / f"{name}.yaml")]
    parts.append(_read(studio / "requirements.txt"))
    for path in sorted(studio.glob("*.py")):
        if path.stem not in NO_PICTURES:
            parts += [path.stem, _program(_read(path))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _program(text: str) -> str:
    """Return the lines of the module `text` that do something; every film asks for the same."""
    told = set()
    for node in ast.walk(ast.parse(text)):
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_text or isinstance(node, ast.Import | ast.ImportFrom):
            told.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(text.splitlines(), start=1)
    kept = (line.rstrip() for number, line in lines if number not in told)
    return "\n".join(line for line in kept if line and not line.lstrip().startswith("#"))
