"""Booklets and editions -> files: one package a kind of format, and `makers`, which calls them."""
