"""The history of all sessions: one SQLite database, and what becomes of it."""
