"""The words for what works: a muscle on both sides, or on the left or right alone."""

NAMES = (
    "biceps",
    "triceps",
    "brachioradialis",
    "delts",
    "rear_delts",
    "quads",
    "hamstrings",
    "calves",
    "chest",
    "abs",
    "obliques",
    "lats",
    "upper_back",
    "low_back",
    "glutes",
)

MUSCLES = tuple(f"{name}{side}" for name in NAMES for side in ("", "_l", "_r"))
