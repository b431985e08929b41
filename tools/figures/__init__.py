"""Draws the figures from a 3-D model of the skin and bones. Run by hand; the installed atlas does not need it."""
