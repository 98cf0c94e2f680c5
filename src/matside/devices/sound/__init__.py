"""Plays chimes and clips in a process of its own, which the window replaces when it fails."""
