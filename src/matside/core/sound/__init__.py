"""Which chimes sound, and when each is started."""
