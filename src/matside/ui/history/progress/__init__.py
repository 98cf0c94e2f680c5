"""How an exercise goes over time."""
