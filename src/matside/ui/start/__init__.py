"""The start page: what is chosen before a session."""
