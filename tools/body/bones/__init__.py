"""The bones and discs inside the skin."""
