"""Chimes and spoken sentences as sounds: one process makes them, another keeps it alive."""
