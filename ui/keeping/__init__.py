"""Backups in the window: the page, its cards, reminders, and the way back."""
