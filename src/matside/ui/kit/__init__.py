"""What pages are built of: controls, rows, labels, scrolling, the timeline."""
