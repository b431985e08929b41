"""Speed, measured. `make bench` runs it; no test asserts a clock."""
