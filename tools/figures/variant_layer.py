"""The lines of nerves that differ in variants of the anatomy, as a layer of a figure. The usual person has none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from tools.body.nerves.courses import Courses
from tools.figures.figure_svg import Scene
from tools.figures.nerve_layer import NerveLayer


class VariantLayer:
    """A layer that draws the lines of every variant; each group names its variant and its root or segment."""

    def __init__(
        self, courses: Courses, calibres: Mapping[str, tuple[float, float]], roots: Collection[str] = ()
    ) -> None:
        self.usual = len(courses.lines)
        self.layers = {
            variant: NerveLayer(replace(courses, lines=[*courses.lines, *lines]), calibres, roots)
            for variant, lines in courses.variants.items()
        }

    def __call__(self, scene: Scene) -> str:
        """The group of variants of a view; an empty text if it shows none."""
        groups = [
            group.replace("<g data-node=", f'<g data-variant="{variant}" data-line=', 1)
            for variant, layer in self.layers.items()
            for group in layer.groups(scene, range(self.usual, len(layer.courses.lines)))
        ]
        return "\n".join(['<g class="variants">', *groups, "</g>"]) if groups else ""
