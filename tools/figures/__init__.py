"""Draws the figures from one 3-D skin: a build step, run rarely by hand and never by the running atlas."""
