"""Workbooks in and out of the registers."""
