"""What the program has of the world: sound, the screen, the display, its own second start."""
