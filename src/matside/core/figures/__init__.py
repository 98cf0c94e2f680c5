"""Films of exercises: which pose is shown when, and where a film stands."""
