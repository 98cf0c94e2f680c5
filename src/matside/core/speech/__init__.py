"""What the voice has to say, and when it says it."""
