"""The list of workouts on the start page, with the ways to other pages."""
