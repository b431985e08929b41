"""Sets of answers that the page fetches, each computed once; one module for each set."""
