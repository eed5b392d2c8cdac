"""Work in several steps, drawn by hand."""
