"""The history page: the days and weeks of a year, and its sessions with their sets."""
