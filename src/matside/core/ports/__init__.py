"""What the program needs of the world, as protocols and plain values."""
