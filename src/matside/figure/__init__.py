"""The figure that shows an exercise: pure but for `paint`, which draws it with Qt."""
