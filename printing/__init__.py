"""Turns records into PDF pages; the only room that knows reportlab."""
