"""The muscles: paths of the package and strands of our own, grown into bellies that pack between bone and skin."""
