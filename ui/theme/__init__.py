"""Colours, sizes and letters of the window, from one table per theme."""
