"""Every colour has enough contrast to the colours that it meets, in every theme."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.contrast import contrast
from atlas.dataset.dataset import Dataset
from atlas.dataset.problems import Problem
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables.themes import THEMES, ThemeColour
from atlas.dataset.validation import rule


def matching_colours(colours: dict[str, ThemeColour], name: str) -> list[str]:
    """The colours that a name in the column `on` means: all colours of a part, or the colour of that name."""
    return [colour.token for colour in colours.values() if name in (colour.part, colour.token)]


@rule
def every_colour_has_enough_contrast(dataset: Dataset) -> Iterator[Problem]:
    colours = dataset.themes
    for token, colour in colours.items():
        record = dataset.records["themes"][token]
        for name in colour.on:
            if not matching_colours(colours, name):
                right = did_you_mean(name, colours, "name a colour of this table, or a part")
                yield record.problem("on", f"there is no colour '{name}'", right)
        if bool(colour.on) != bool(colour.ratio):
            yield record.problem("ratio", "'on' and 'ratio' belong together", "fill in both or neither")
        if not colour.ratio:
            continue
        others = {other for name in colour.on for other in matching_colours(colours, name)} - {token}
        for theme in THEMES:
            ratios = {other: contrast(colour.colour(theme), colours[other].colour(theme)) for other in others}
            worst = min(ratios, key=lambda other: ratios[other], default=None)
            if worst and ratios[worst] < colour.ratio:
                wrong = f"'{token}' on '{worst}' has a contrast of {ratios[worst]:.2f}"
                yield record.problem(theme, wrong, f"it needs at least {colour.ratio:g}")
