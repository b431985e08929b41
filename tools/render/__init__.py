"""Renders the resting body as a picture that lies under the vector shapes of a figure."""
