"""The window: its pages, its notices, and where its keys go."""
