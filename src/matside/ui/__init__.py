"""The window: widgets that show readings and signal what was pressed."""
