"""Dermatome maps: one default, a value for every territory on it, and cells that agree with themselves."""

from __future__ import annotations

from atlas.dataset.problems import Problem
from atlas.dataset.validation import rule


@rule
def one_default_map(dataset):
    chosen = [m.id for m in dataset["dermatome_maps"].values() if m.default == "yes"]
    if len(chosen) != 1:
        wrong = f"{len(chosen)} maps say default=yes" if chosen else "no map says default=yes"
        yield Problem("dermatomes/dermatome_maps.csv", 1, 1, wrong, "exactly one map is the default")
        return
    if dataset["dermatome_maps"][chosen[0]].selectable != "yes":
        record = dataset.records["dermatome_maps"][chosen[0]]
        yield record.problem("selectable", "the default map cannot be selected", "write yes")
    for territory in dataset["territories"]:
        if (territory, chosen[0]) not in dataset["dermatomes"]:
            right = f"add a row to dermatomes/dermatomes.csv for it and {chosen[0]}"
            wrong = f"the default map has no row for '{territory}'"
            yield dataset.records["territories"][territory].problem("id", wrong, right)


@rule
def drawn_rows_name_roots(dataset):
    for key, row in dataset["dermatomes"].items():
        if (row.standing == "drawn") != bool(row.roots):
            wrong = "drawn, but no root stands here" if not row.roots else f"{row.standing}, but roots stand here"
            right = "a drawn row names roots; a silent or blank one names none"
            yield dataset.records["dermatomes"][key].problem("roots", wrong, right)


@rule
def dissent_names_maps_and_roots(dataset):
    for key, row in dataset["dermatomes"].items():
        for part in row.dissent:
            map_, _, roots = part.partition(":")
            unknown = [root for root in roots.split("+") if root not in dataset["roots"]]
            if map_ not in dataset["dermatome_maps"] or unknown:
                right = "write map:ROOT+ROOT with ids that exist"
                yield dataset.records["dermatomes"][key].problem("dissent", f"'{part}' cannot be read", right)
