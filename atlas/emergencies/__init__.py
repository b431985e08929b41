"""Recognises emergencies in words and findings: which signs are there, and which rules of the guidelines they meet."""
