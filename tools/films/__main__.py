"""Render the films of the exercises, and say what is wrong with their poses.

A film is rendered where there is none, or where what it depends on has changed since.
`check` renders nothing: it looks at every pose on the body itself. `sheets` makes sheets of the
films that there are. `stamp` renders two poses of each film that is older than the studio, and
where they come out as they are it says so in the film, which then is not rendered again.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.films.bodies import BODIES
from tools.films.digest import digest_of
from tools.films.film_file import digest_in, stamp
from tools.films.film_set import model_of
from tools.films.mesh_checks import faults_on
from tools.films.sheets import DARK, LIGHT, heroes, save_sheet, sheet
from tools.films.spoilt import SPOILT, missed
from tools.films.studio import figure_of, is_the_same, make_film, names

FILMS = Path("resources/films")
SHEETS = Path("docs/figures")
DRAFTS = Path("out/films")

WORDS = frozenset({"check", "sheets", "stamp"})

MOST_SHOWN = 6
"""So many faults of one film are listed."""


def main(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask for, and return how a program ends that did."""
    options = _options(arguments)
    words = options.exercise
    asked = [word for word in words if word not in WORDS] or names()
    bodies = options.body or list(BODIES)
    if "sheets" in words:
        return _make_sheets(bodies, asked)
    if "check" in words:
        return _check(bodies, asked)
    for body in bodies:
        if "stamp" in words:
            _stamp(body, asked)
        else:
            _make(body, asked, draft=options.draft)
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make films ARGS=...", description=__doc__)
    parser.add_argument("exercise", nargs="*", help="ids of exercises; all, if left out")
    parser.add_argument("--body", action="append", choices=list(BODIES), help="one body alone")
    parser.add_argument(
        "--draft", action="store_true", help="a few small poses, and a sheet, into out/films"
    )
    return parser.parse_intermixed_args(arguments)


def _make(body: str, asked: Sequence[str], *, draft: bool) -> None:
    folder = (DRAFTS if draft else FILMS) / body
    wanted = [name for name in asked if draft or _is_stale(folder, body, name)]
    if not wanted:
        print(f"{body}: every film is as new as its poses")
        return
    model = model_of(body)
    for name in wanted:
        with _quietly():
            make_film(model, name, folder, _tell, draft=draft)
        if draft:
            _save(folder, name, folder)


def _stamp(body: str, asked: Sequence[str]) -> None:
    folder = FILMS / body
    stale = [name for name in asked if _is_stale(folder, body, name)]
    model = model_of(body) if stale else None
    for name in stale:
        with _quietly():
            same = model is not None and is_the_same(model, name, folder)
        if same:
            stamp(folder, name, digest_of(body, name))
        _tell(f"{body} {name}: {'the same film' if same else 'to be rendered anew'}")


def _is_stale(folder: Path, body: str, name: str) -> bool:
    return digest_in(folder / f"{name}.json") != digest_of(body, name)


def _make_sheets(bodies: Sequence[str], asked: Sequence[str]) -> int:
    for body in bodies:
        into = SHEETS / body
        into.mkdir(parents=True, exist_ok=True)
        for name in asked:
            _save(FILMS / body, name, into)
        for word, ground in (("dark", DARK), ("light", LIGHT)):
            save_sheet(heroes(FILMS / body, names(), ground), SHEETS / f"{body}-{word}.jpg")
    return 0


def _save(folder: Path, name: str, into: Path) -> None:
    save_sheet(sheet(folder, name, figure_of(name)), into / f"{name}.jpg")
    _tell(str(into / f"{name}.jpg"))


def _check(bodies: Sequence[str], asked: Sequence[str]) -> int:
    """Tell what is wrong with the poses on each body, and what spoilt poses are not found."""
    wrong = 0
    for body in bodies:
        model = model_of(body)
        for name in asked:
            faults = list(faults_on(model, figure_of(name)))
            for fault in faults[:MOST_SHOWN]:
                print(f"{body} {name}: at {fault.share:.3f} {fault.what}")
            print(f"{body} {name}: {len(faults)} faults", flush=True)
            wrong += len(faults)
        lost = list(missed(model, figure_of))
        print(
            *lost,
            f"{body}: {len(SPOILT) - len(lost)} of {len(SPOILT)} spoilt poses found",
            sep="\n",
        )
        wrong += len(lost)
    return 1 if wrong else 0


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """Keep Blender's own words, which it writes past Python, from the terminal."""
    kept = os.dup(1)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
