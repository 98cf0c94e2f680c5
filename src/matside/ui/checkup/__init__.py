"""The page on which the doctor tells what works on this machine."""
