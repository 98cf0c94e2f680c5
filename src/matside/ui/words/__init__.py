"""Meanings of the core as translated text."""
