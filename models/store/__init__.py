"""Keeping the records: encrypted file, changes with history, queries."""
