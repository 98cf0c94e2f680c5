"""Finds out what works on this machine, what does not, and changes nothing."""
