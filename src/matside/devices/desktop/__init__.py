"""What the desktop has: a display, a message bus, media keys, a screen that goes dark."""
