"""Certificates: designs as data, words fitted into them, ornament drawn by code, codes signed."""
