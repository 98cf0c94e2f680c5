"""The rows of the settings, each with one value."""
