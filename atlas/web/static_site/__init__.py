"""The whole atlas as files: for any static host, or to be opened from a disk without a network."""
