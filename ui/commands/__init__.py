"""The command line: same functions as the window, no Qt."""
