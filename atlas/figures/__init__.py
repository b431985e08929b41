"""Figures as SVG: the views of the skin, the nerve graph, and the classes and styles that colour both."""
