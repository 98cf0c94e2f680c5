"""Stands in for Qt's translations where Qt cannot be loaded."""


class QCoreApplication:
    """What words need of Qt's class of this name."""

    @staticmethod
    def translate(context: str, text: str) -> str:
        """Return `text` as it is."""
        del context
        return text
