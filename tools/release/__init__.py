"""What `make release` does besides tests and building: compare versions, try the wheel, and describe the files."""
