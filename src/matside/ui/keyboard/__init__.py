"""Keys: how they are called and written, and the pages on which they are listed and chosen."""
