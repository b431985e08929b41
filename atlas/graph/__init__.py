"""The anatomy as a graph: how nerves run from roots to targets, and which roots each stretch of nerve carries."""
