"""What people say when they look for something, beside its names."""

from __future__ import annotations

from atlas.dataset.cells import Listed, Words
from atlas.dataset.rows import Row


class Everyday(Row):
    """Plain words and what is worth showing for them. Not names: nothing is called so, and nothing is concluded."""

    KEY = ("said",)
    REFERS = {"means": ("roots", "nerves", "muscles", "reflexes", "territories", "sites", "conditions")}
    said: Words
    means: Listed
