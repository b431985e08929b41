"""The data set: typed rows read from CSV, the rules that they must keep, and the problems found in them."""
