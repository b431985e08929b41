"""Where a lesion can be put: any site, segment, nerve, root or one-site condition, by any of its names."""

from __future__ import annotations

from atlas.graph.nerve_graph import NerveGraph
from atlas.search.names import Names, fold

SMALL = {"a", "an", "at", "in", "of", "on", "the", "to"}
"""Words that people put into a name, or leave out."""


class LesionPlaces:
    """Names of places, the names of sites first."""

    def __init__(self, nerve_graph: NerveGraph, names: Names):
        self.nerve_graph, self.names = nerve_graph, names
        self.sites: dict[str, str] = {}
        rows = nerve_graph.dataset["sites"].values()
        for known in (lambda r: (r.id, r.site_key, r.name), lambda r: r.synonyms):
            for row in rows:
                for name in known(row):
                    self.sites.setdefault(fold(name), row.id)
        self.in_any_order: dict[frozenset[str], str] = {}
        for name, id_ in self.sites.items():
            self.in_any_order.setdefault(_words(name), id_)

    def key(self, site: str) -> str:
        """The key by which cases name a site."""
        return self.nerve_graph.dataset["sites"][site].site_key or site

    def find(self, name: str) -> tuple[str, tuple[str, ...]]:
        """A place's id and the nodes that a lesion there removes.

        Raises UnknownName when nothing goes by the name, ValueError when it names no one place on the nerves.
        """
        dataset = self.nerve_graph.dataset
        id_, kind = self._meant(name)
        if kind == "condition":
            sites = dataset["conditions"][id_].sites
            if len(sites) != 1:
                offered = ", ".join(sites) or "none on the nerves"
                raise ValueError(f"'{dataset['conditions'][id_].name}' has no one place; its sites are: {offered}")
            id_, kind = sites[0], "site"
        if kind == "site":
            on = dataset["sites"][id_].on
            if not on:
                raise ValueError(f"'{dataset['sites'][id_].name}' lies off the nerves; there is nothing to remove")
            return id_, on
        if kind == "nerve":
            return id_, self.nerve_graph.segments_of[id_]
        if kind in ("root", "segment"):
            return id_, (id_,)
        raise ValueError(f"'{name}' is a {kind}, not a place on a nerve; name a site, segment, nerve or root")

    def all_of(self, name: str) -> tuple[str, dict[str, tuple[str, ...]]]:
        """A thing's id and each place where it can sit → the nodes there. What lies off the nerves has no place.

        Raises UnknownName when nothing goes by the name, ValueError when it is a muscle, a reflex or skin.
        """
        sites, conditions = self.nerve_graph.dataset["sites"], self.nerve_graph.dataset["conditions"]
        id_, kind = (name, "condition") if name in conditions else self._meant(name)
        if kind in ("condition", "site"):
            its = conditions[id_].sites if kind == "condition" else (id_,)
            return id_, {site: sites[site].on for site in its if sites[site].on}
        return id_, dict([self.find(id_)])

    def _meant(self, name: str) -> tuple[str, str]:
        said = fold(name)
        id_ = name if name in self.nerve_graph.dataset["sites"] else self.sites.get(said) or self.names.known.get(said)
        id_ = id_ or self.in_any_order.get(_words(said)) or self.names.resolve(name)
        return id_, self.nerve_graph.kinds[id_]


def _words(folded: str) -> frozenset[str]:
    """The words of a folded name that say something, in no order."""
    return frozenset(folded.split()) - SMALL
