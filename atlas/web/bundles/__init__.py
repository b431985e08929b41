"""Bundles: JSON files that the page fetches, one module for each; `registry` lists them and gives them URLs."""
