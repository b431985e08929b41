"""Generated bad input: requests to the server, and data folders with one damaged or hostile file."""
