"""The rules of a workout: pure, in integer milliseconds, without a clock, Qt or files."""
