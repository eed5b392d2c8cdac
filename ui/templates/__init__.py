"""Designs of papers: the list of them, and the page on which one is changed by mouse and keys."""
