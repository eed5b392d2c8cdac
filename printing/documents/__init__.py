"""The forms of the offices, each a function from plain data to a page; one file a family."""
