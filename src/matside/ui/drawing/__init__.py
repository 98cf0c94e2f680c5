"""How the screens are drawn: colours, letters, icons, marks."""
