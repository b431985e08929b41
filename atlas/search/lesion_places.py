"""Where a lesion can be placed: any site, segment, nerve, root or condition with one site, by any of its names."""

from __future__ import annotations

from atlas.graph.nerve_graph import NerveGraph
from atlas.search.names import AmbiguousName, Names
from atlas.search.similarity import normalise

PLACE_KINDS = ("site", "nerve", "root", "segment", "condition")
"""The kinds of things that have a place on the nerves."""


class LesionPlaces:
    """Names of places. The names of sites take precedence, because a nerve and a site on it can share a name."""

    def __init__(self, nerve_graph: NerveGraph, names: Names):
        self.nerve_graph, self.names = nerve_graph, names
        tables = nerve_graph.dataset
        self._sites, self._conditions = tables.sites, tables.conditions
        self._condition_by_id = {id_.casefold(): id_ for id_ in self._conditions}
        self._site_by_name: dict[str, str] = {}
        for row in self._sites.values():
            for name in (row.id, row.site_key, row.name):
                self._site_by_name.setdefault(normalise(name), row.id)
        for row in self._sites.values():
            for name in row.synonyms:
                self._site_by_name.setdefault(normalise(name), row.id)
        self._site_by_words: dict[frozenset[str], str] = {}
        for name, id_ in self._site_by_name.items():
            self._site_by_words.setdefault(names.key(name), id_)

    def site_key(self, site: str) -> str:
        """The key that teaching cases use for a site."""
        return self._sites[site].site_key or site

    def find(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The id of a place and the nodes that a lesion there removes.

        Raises:
            UnknownName: the name is unknown.
            ValueError: the name belongs to something that is not one place on the nerves.
        """
        id_, kind = self._resolve(name)
        if kind == "condition":
            condition = self._conditions[id_]
            if not condition.sites:
                raise ValueError(f"'{condition.name}' has no place on the nerves; name a site, segment, nerve or root")
            if len(condition.sites) > 1:
                sites = ", ".join(condition.sites)
                raise ValueError(f"'{condition.name}' can be at more than one place; name one of its sites: {sites}")
            id_, kind = condition.sites[0], "site"
        if kind == "site":
            site = self._sites[id_]
            if not site.on:
                raise ValueError(f"'{site.name}' is not on a nerve, so there is nothing to remove")
            return id_, site.on
        if kind == "nerve":
            return id_, self.nerve_graph.segments_of[id_]
        if kind in ("root", "segment"):
            return id_, (id_,)
        raise ValueError(_not_a_place(name, kind))

    def find_all(self, name: str) -> tuple[str, dict[str, tuple[str, ...]]]:
        """The id of a site, nerve, root or condition, and each of its places → the nodes there.

        A site that is not on a nerve has no place.

        Raises:
            UnknownName: the name is unknown.
            ValueError: the name belongs to a muscle, a reflex or a patch of skin.
        """
        condition = self._condition_by_id.get(name.casefold())
        id_, kind = (condition, "condition") if condition else self._resolve(name)
        if kind in ("condition", "site"):
            sites = self._conditions[id_].sites if kind == "condition" else (id_,)
            return id_, {site: self._sites[site].on for site in sites if self._sites[site].on}
        return id_, dict([self.find(id_)])

    def _resolve(self, name: str) -> tuple[str, str]:
        """The id and kind of a name. Names of sites come first, then other names, then a site's words in any order."""
        normalised, key = normalise(name), self.names.key(name)
        id_ = (
            (name if name in self._sites else None)
            or self._site_by_name.get(normalised)
            or self.names.id_by_name.get(normalised)
            or (self._site_by_words.get(key) if key else None)
            or self._named_place(name)
        )
        return id_, self.nerve_graph.kinds[id_]

    def _named_place(self, name: str) -> str:
        try:
            return self.names.resolve(name)
        except AmbiguousName as ambiguous:
            kind = self.nerve_graph.kinds[ambiguous.ids[0]]
            if kind in PLACE_KINDS:
                raise
            raise ValueError(_not_a_place(name, kind)) from None


def _not_a_place(name: str, kind: str) -> str:
    return f"'{name}' is a {kind}, not a place on a nerve; name a site, segment, nerve or root"
