"""The graph of the facts: what runs from where to where, and which roots each stretch carries."""
