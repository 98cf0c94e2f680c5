"""What the start page tells an athlete who was here before."""
