"""Starts Matside by `python -m matside`."""

import sys

from matside.app.cli import main

sys.exit(main())
