"""How what happened in a session becomes its record, and reaches history."""
