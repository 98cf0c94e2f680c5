"""Films on the screen: decoded outside the event loop, shown by one widget."""
