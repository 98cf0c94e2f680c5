"""The page that shows what works on this machine, as the doctor finds it."""
