"""Films on the screen: decoded beside the event loop, shown by one widget."""
