"""What is told about Matside: what it is, whose work it stands on, and with which care."""
