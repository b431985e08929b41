"""The documentation as a site, and the examples that it shows."""
