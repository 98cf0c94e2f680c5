"""The stage: what is looked at from the mat while a session runs."""
