"""The welcome: what is told before the very first workout."""
