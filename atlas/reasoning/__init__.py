"""Questions to the graph: pathways, the sites and conditions on them, and finding things by name."""
