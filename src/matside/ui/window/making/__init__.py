"""How pages are made: each is loaded, connected and refreshed when it is first shown."""
