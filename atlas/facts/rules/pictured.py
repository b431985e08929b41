"""Every territory is drawn somewhere, and every drawn shape is a territory."""

from __future__ import annotations

from atlas.facts.likeness import did_you_mean
from atlas.facts.problems import Problem
from atlas.facts.rules import rule


@rule
def every_territory_is_drawn(facts):
    if not facts["aspects"]:
        yield Problem("aspects.csv", 1, 1, "no aspect is listed", "list at least one figure")
        return
    drawn = {shape for figure in facts.drawn.values() for shape, _ in figure.shapes}
    for id_ in facts["territories"]:
        if id_ not in drawn:
            right = "draw it in at least one aspect's figure, or remove the row"
            yield facts.records["territories"][id_].problem("id", f"'{id_}' is drawn in no figure", right)


@rule
def every_drawn_shape_is_a_territory(facts):
    for figure in facts.drawn.values():
        for shape, line in figure.shapes:
            if shape not in facts["territories"]:
                right = did_you_mean(shape, facts["territories"], "add it to territories.csv")
                yield Problem(figure.file, line, 1, f"the shape '{shape}' is not a territory", right)


@rule
def every_drawn_bone_is_listed(facts):
    for figure in facts.drawn.values():
        for bone, line in figure.bones:
            if bone not in facts["bones"]:
                right = did_you_mean(bone, facts["bones"], "add it to bones.csv")
                yield Problem(figure.file, line, 1, f"the bone '{bone}' is not in bones", right)
