"""The start page: the choices before a session."""
