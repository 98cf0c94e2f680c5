"""How a session goes through its plan: its phases, what is asked of it, what comes due."""
