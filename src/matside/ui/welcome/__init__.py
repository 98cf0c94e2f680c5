"""The welcome: what the athlete is told before the very first workout."""
