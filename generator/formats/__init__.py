"""Booklets and editions -> files: one module a format; the website comes last."""
