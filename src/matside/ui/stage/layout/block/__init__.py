"""What is in the block of the stage: the one big number, and what belongs to it."""
