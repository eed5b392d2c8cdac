"""Copies that are proven: one file each, read back from the device before they are called good."""
