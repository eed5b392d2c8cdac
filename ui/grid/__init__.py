"""Rows typed inside a form, as clerks know them from Excel."""
