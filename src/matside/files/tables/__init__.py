"""Tables of sessions: those that Matside writes, and those of other programs that it reads."""
