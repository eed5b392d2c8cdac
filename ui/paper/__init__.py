"""Papers on the screen and on paper: chosen, shown page by page, printed at true size, stored."""
