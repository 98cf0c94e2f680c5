"""The desktop: display, message bus, media keys, and a screen that must be kept awake."""
