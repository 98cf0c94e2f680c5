"""The layout of the stage: for a size and a reading, what is painted where."""
