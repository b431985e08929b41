"""The anatomy as a graph: roots and segments as nodes, targets hanging on their last branches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from atlas.dataset.loader import Dataset
from atlas.dataset.segment_graph import reaching_roots, root_bits, segment_graph
from atlas.graph.root_flow import RootFlow, root_flow

KIND_OF_TABLE = {
    "roots": "root",
    "nerves": "nerve",
    "segments": "segment",
    "muscles": "muscle",
    "reflexes": "reflex",
    "territories": "territory",
    "sites": "site",
    "conditions": "condition",
}

ALL_ROOTS = -1
"""The set of all roots, as bits."""


@dataclass(frozen=True)
class InnervationEdge:
    """One row of innervation: a target on a branch. `admitted` is the set of roots (bits) that may come this way."""

    target: str
    branch: str
    main: bool
    admitted: int
    key: tuple[str, str]


class NerveGraph:
    """The graph over a sound set of facts. Sets of roots are integers; `bits` maps a root to its bit."""

    def __init__(self, dataset: Dataset):
        self.dataset = dataset
        self.segment_graph: nx.DiGraph = segment_graph(dataset)
        self.bits = root_bits(dataset)
        self.reaching_roots = reaching_roots(self.segment_graph, self.bits)
        self.innervation_by_branch: dict[str, list[InnervationEdge]] = {}
        self.innervation_by_target: dict[str, list[InnervationEdge]] = {}
        for key, row in dataset["innervation"].items():
            admitted = self.root_mask(row.roots) if row.roots else ALL_ROOTS
            innervation = InnervationEdge(row.target, row.branch, row.role == "main", admitted, key)
            self.innervation_by_branch.setdefault(row.branch, []).append(innervation)
            self.innervation_by_target.setdefault(row.target, []).append(innervation)
        self.default_map = next(m.id for m in dataset["dermatome_maps"].values() if m.default == "yes")
        self._root_flows: dict[str, RootFlow] = {}

    def root_mask(self, roots) -> int:
        """A set of roots as bits."""
        return sum(self.bits[root] for root in set(roots))

    def roots_in(self, mask: int) -> list[str]:
        """The roots of a mask, proximal first."""
        return [root for root, bit in self.bits.items() if bit & mask]

    def root_flow(self, map_id: str) -> RootFlow:
        """Which roots go where when the skin is read by this dermatome map."""
        if map_id not in self._root_flows:
            self._root_flows[map_id] = root_flow(self, map_id)
        return self._root_flows[map_id]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Every id → its kind. A nerve of one segment is a nerve."""
        found: dict[str, str] = {}
        for table, kind in KIND_OF_TABLE.items():
            for id_ in self.dataset[table]:
                found.setdefault(id_, kind)
        return found

    @cached_property
    def order(self) -> dict[str, int]:
        """Every id → its place in anatomical order: the order of the files, roots by their order."""
        ordered = [
            *self.bits,
            *(id_ for table in KIND_OF_TABLE if table != "roots" for id_ in self.dataset[table]),
        ]
        return {id_: at for at, id_ in enumerate(dict.fromkeys(ordered))}

    @cached_property
    def source_place(self) -> dict[str, int]:
        """Each source's key → its place in the list of sources."""
        return {key: at for at, key in enumerate(self.dataset["sources"])}

    @cached_property
    def segments_of(self) -> dict[str, tuple[str, ...]]:
        """Each nerve → its segments and those of the nerves that are part of it, proximal first."""
        own: dict[str, list[str]] = {nerve: [] for nerve in self.dataset["nerves"]}
        for segment in sorted(self.dataset["segments"].values(), key=lambda s: s.order):
            for nerve in self.nerves_of(segment.id):
                own[nerve].append(segment.id)
        return {nerve: tuple(segments) for nerve, segments in own.items()}

    def nerves_of(self, segment: str) -> list[str]:
        """The nerve a segment belongs to and the nerves that one is part of."""
        nerve, found = self.dataset["segments"][segment].nerve, []
        while nerve and nerve not in found:
            found.append(nerve)
            nerve = self.dataset["nerves"][nerve].part_of
        return found

    @cached_property
    def sites_on(self) -> dict[str, list[str]]:
        """Each root or segment → the sites on it."""
        found: dict[str, list[str]] = {}
        for site in self.dataset["sites"].values():
            for node in site.on:
                found.setdefault(node, []).append(site.id)
        return found

    @cached_property
    def conditions_at(self) -> dict[str, list[str]]:
        """Each site → the conditions that sit there."""
        found: dict[str, list[str]] = {}
        for condition in self.dataset["conditions"].values():
            for site in condition.sites:
                found.setdefault(site, []).append(condition.id)
        return found
