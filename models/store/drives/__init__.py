"""Drives that can be plugged in: found on Linux and Windows, known again, refused by name."""
