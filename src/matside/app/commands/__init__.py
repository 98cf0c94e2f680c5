"""The commands without a window: what they do and print."""
