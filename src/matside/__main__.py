"""Starts Matside by `python -m matside`."""

import sys

from matside.cli import main

sys.exit(main())
