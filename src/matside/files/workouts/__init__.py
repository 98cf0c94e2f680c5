"""Workouts and exercises as files: listed, read and checked against the formats."""
