"""The page of what is handed out, taken in and deleted, and the tasks that it shows."""
