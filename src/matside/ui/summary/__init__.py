"""The finish page and the offer to resume: what was done of a session."""
