"""The voice: recorded or made by an engine, as clips."""
