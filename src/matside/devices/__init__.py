"""The devices of the machine: sound, voice, the display, and everything else of the desktop."""
