"""Workouts and exercises as files: listed, read, and held against the formats."""
