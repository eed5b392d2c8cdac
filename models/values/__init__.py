"""Typed values a clerk writes: dates as precise as known, names, numbers."""
