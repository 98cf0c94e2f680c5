"""Keys: their names and keycaps, and the pages that list and change them."""
