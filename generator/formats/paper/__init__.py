"""Large print and clear print, as PDF."""
