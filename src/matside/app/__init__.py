"""The program: its command line, its commands, and the window that is built of all the rest."""
