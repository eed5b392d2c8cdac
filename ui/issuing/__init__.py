"""Issuing papers: drafted, held, printed, answered for, and checked by their codes."""
