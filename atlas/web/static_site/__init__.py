"""The whole atlas as files, for any static host or for opening from a disk without a network."""
