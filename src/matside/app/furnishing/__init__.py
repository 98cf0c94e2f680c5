"""Fills the window: what is built of what, in which order."""
