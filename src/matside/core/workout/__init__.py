"""What an author writes, and the plan of steps that it becomes."""
