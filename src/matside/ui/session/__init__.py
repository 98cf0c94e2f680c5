"""A session under way: who runs it, who listens to it, who speaks in it."""
