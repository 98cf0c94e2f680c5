"""The layout of the stage: what is painted where, for a given size and reading."""
