"""Figures of the movement, counted from the records that stood, served or happened."""
