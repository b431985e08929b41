"""The facts: typed rows read from CSV, the rules they must keep, and the problems found in them."""
