"""How often each patch of skin belongs to a nerve, in people drawn by the rates of variants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from atlas.dataset.dataset import Dataset
from atlas.dataset.variants import OVERLAYS, with_variants
from atlas.graph.conduction import Conduction
from atlas.graph.nerve_graph import SOMETIMES, NerveGraph
from atlas.reasoning.people import draw_people

_SKIN_TABLES = tuple(name for name, table in OVERLAYS.items() if table in {"segments", "fields"})


class SkinCloud:
    """A drawn group of people, each with a graph; those with the same skin share one.

    `n`: how many people are drawn; `seed`: the same seed draws the same people. Raises ValueError if `n` is not
    positive.
    """

    def __init__(self, dataset: Dataset, n: int = 200, seed: int = 1) -> None:
        if n < 1:
            raise ValueError(f"a group of {n} people has no shares; ask for 1 or more")
        self.n = n
        of_skin = {key[0] for table in _SKIN_TABLES for key in dataset[table]}
        drawn = Counter(tuple(id_ for id_ in person if id_ in of_skin) for person in draw_people(dataset, n, seed))
        self._people = [(count, Conduction(NerveGraph(with_variants(dataset, ids)))) for ids, count in drawn.items()]

    def of(self, nerve: str) -> Mapping[str, float]:
        """Patch of skin → the share of people, above 0, in whom fibres of this nerve reach it; the most often first.

        Skin that only some people have from a branch, without a rate, is left out.
        """
        found: Counter[str] = Counter()
        for count, conduction in self._people:
            for territory in _skin_of(conduction, nerve):
                found[territory] += count
        return {territory: count / self.n for territory, count in found.most_common()}


def _skin_of(conduction: Conduction, nerve: str) -> list[str]:
    """Each patch once, in an order that every run repeats."""
    graph = conduction.nerve_graph
    below = conduction.distal_to(graph.segments_of.get(nerve, ()))
    edges = [edge for segment in below for edge in graph.innervation_by_branch.get(segment, ())]
    return list(dict.fromkeys(edge.target for edge in edges if edge.share and edge.share != SOMETIMES))
