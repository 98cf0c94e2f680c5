"""The film studio: poses in numbers become films of a real body, for makers alone."""
