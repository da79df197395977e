"""Braille, as BRF and as PEF."""
