"""The window to compare with: an empty one of Qt."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

WIDTH, HEIGHT = 1120, 630


def main() -> int:
    """Show the window until it is closed."""
    application = QApplication(["empty"])
    window = QWidget()
    window.setWindowTitle("Empty")
    window.resize(WIDTH, HEIGHT)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
