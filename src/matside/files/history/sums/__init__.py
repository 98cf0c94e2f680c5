"""Asks the history for what many sessions come to."""
