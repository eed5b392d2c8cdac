"""Giving out numbered papers: numbers, print runs, stock of blanks, the sign that proves one."""
