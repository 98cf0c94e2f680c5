"""The blocks of the chosen workout, and their exercises, as cards."""
