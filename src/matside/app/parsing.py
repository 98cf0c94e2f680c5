"""What the parsers of all commands share."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from matside.files.folders import DataFolder, platform_folder
from matside.files.yaml.characters import escaped
from matside.override import override

DONE = 0
FAULTY = 1

LAST = "last"
"""The word for the newest session."""

Command = tuple[Callable[[], argparse.ArgumentParser], Callable[[argparse.Namespace], int]]
"""What makes the parser of a command, and what carries it out and returns the exit code."""


class Parser(argparse.ArgumentParser):
    """A parser whose error messages hold no control characters, whatever was typed."""

    @override
    def error(self, message: str) -> NoReturn:
        super().error(escaped(message))


def new_parser(command: str, description: str) -> Parser:
    """Return the parser of `command`, with the option that all commands have."""
    parser = Parser(prog=f"matside {command}".strip(), description=description, allow_abbrev=False)
    parser.add_argument(
        "--data", type=folder_of, metavar="DIR", help="keep settings and history in DIR"
    )
    return parser


def data_of(arguments: argparse.Namespace) -> DataFolder:
    """Return the data folder that `arguments` name, else the platform's."""
    return arguments.data or DataFolder(platform_folder(sys.platform, os.environ))


def folder_of(text: str) -> DataFolder:
    """Return the data folder at the path `text`, as argparse wants it."""
    if not text:
        raise argparse.ArgumentTypeError("name a folder")
    return DataFolder(Path(text).absolute())
