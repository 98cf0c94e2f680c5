"""What a film was made of, in one short word that changes with it."""

import ast
import hashlib
from pathlib import Path

HERE = Path(__file__).resolve().parent

NO_PICTURES = frozenset(
    {"__init__", "__main__", "checks", "digest", "mesh_checks", "sheets", "spoilt"}
)
"""The modules on which no picture depends."""


def digest_of(body: str, name: str, studio: Path = HERE) -> str:
    """Return the digest of the film of the exercise `name` with `body`.

    It depends on the poses, on the versions of what is installed, and on the program of the
    studio; comments, docstrings, empty lines and where it imports from are none of it.
    """
    parts = [body, name, _read(studio / "poses" / f"{name}.yaml")]
    parts.append(_read(studio / "requirements.txt"))
    for path in sorted(studio.glob("*.py")):
        if path.stem not in NO_PICTURES:
            parts += [path.stem, _program(path)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _program(path: Path) -> str:
    """Return the lines of a module that do something."""
    text = _read(path)
    told = set()
    for node in ast.walk(ast.parse(text)):
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_text or isinstance(node, ast.Import | ast.ImportFrom):
            told.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(text.splitlines(), start=1)
    kept = (line.rstrip() for number, line in lines if number not in told)
    return "\n".join(line for line in kept if line and not line.lstrip().startswith("#"))
