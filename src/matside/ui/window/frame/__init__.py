"""The window on the desktop: its size and place, its title, and who has the keys."""
