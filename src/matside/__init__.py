"""Matside, a workout timer for the laptop beside an exercise mat."""

__version__ = "0.1.0"
