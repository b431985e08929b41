"""The pathway of anything a person can select, with everything on it and its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from atlas.graph.anatomy import Anatomy
from atlas.queries.chains import ending_chains, root_chains, segment_chains
from atlas.queries.lighting import Lit, light_ending, light_root, light_segment


@dataclass(frozen=True)
class Pathway:
    """What a selection lights. All tuples hold ids in anatomical order.

    edges: pairs (from, to), proximal first, the last ones to endings. chains: lines of ids for the ribbon.
    """

    selected: str
    kind: str
    map: str
    roots: tuple[str, ...]
    segments: tuple[str, ...]
    nerves: tuple[str, ...]
    territories: tuple[str, ...]
    muscles: tuple[str, ...]
    reflexes: tuple[str, ...]
    conditions: tuple[str, ...]
    sites: tuple[str, ...]
    edges: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]

    def as_dict(self) -> dict:
        """The pathway as plain lists, ready for JSON."""
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self)}


def _plain(value):
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _ordered(anatomy: Anatomy, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids), key=anatomy.place.__getitem__))


def _light_place(anatomy: Anatomy, node: str, map_id: str) -> Lit:
    return light_root(anatomy, node, map_id) if node in anatomy.bits else light_segment(anatomy, node, map_id)


def _light(anatomy: Anatomy, id_: str, kind: str, map_id: str) -> tuple[Lit, tuple[tuple[str, ...], ...]]:
    """What an id lights, and its lines."""
    if kind == "root":
        lit = light_root(anatomy, id_, map_id)
        return lit, root_chains(anatomy, lit, id_)
    if kind in ("territory", "muscle", "reflex"):
        lit = light_ending(anatomy, id_, map_id)
        return lit, ending_chains(anatomy, lit, id_)
    if kind in ("nerve", "segment"):
        places = anatomy.parts[id_] if kind == "nerve" else (id_,)
    else:
        sites = anatomy.facts["conditions"][id_].sites if kind == "condition" else (id_,)
        places = tuple(dict.fromkeys(place for site in sites for place in anatomy.facts["sites"][site].on))
    lit, lines = Lit(), {}
    for place in places:
        one = _light_place(anatomy, place, map_id)
        lit.add(one)
        if place in anatomy.bits:
            lines |= dict.fromkeys(root_chains(anatomy, one, place)[:1])
    segments = tuple(place for place in places if place not in anatomy.bits)
    if segments:
        lines |= dict.fromkeys(segment_chains(anatomy, lit, segments))
    return lit, tuple(lines)


def _sources(anatomy: Anatomy, keys: dict[str, Iterable]) -> tuple[str, ...]:
    cited = {c.key for table, rows in keys.items() for key in rows for c in anatomy.facts[table][key].cites}
    order = anatomy.source_place
    return tuple(sorted(cited, key=order.__getitem__))


def pathway(anatomy: Anatomy, id_: str, map_id: str) -> Pathway:
    """The pathway of a root, nerve, segment, muscle, reflex, territory, site or condition by its id.

    For skin the roots are those of the dermatome map `map_id`; the nerve does not depend on it.
    """
    kind = anatomy.kinds[id_]
    lit, chains = _light(anatomy, id_, kind, map_id)
    roots = [node for node in lit.nodes if node in anatomy.bits]
    segments = [node for node in lit.nodes if node not in anatomy.bits]
    sites = {site for node in lit.nodes for site in anatomy.standing_on.get(node, ())}
    conditions = {condition for site in sites for condition in anatomy.arising_at.get(site, ())}
    if kind == "condition":
        own = anatomy.facts["conditions"][id_]
        sites = set(own.sites)
        conditions = {id_} | {c for site in sites for c in anatomy.arising_at.get(site, ())}
    if kind == "site":
        sites, conditions = {id_}, set(anatomy.arising_at.get(id_, ()))
    found = {
        kind_: [e for e in lit.endings if anatomy.kinds[e] == kind_] for kind_ in ("territory", "muscle", "reflex")
    }
    nerves = {nerve for segment in segments for nerve in anatomy.nerves_of(segment)}
    skin = [(t, map_id) for t in found["territory"] if (t, map_id) in anatomy.facts["dermatomes"]]
    used = {
        "roots": roots,
        "segments": segments,
        "nerves": nerves,
        "supply": lit.supplies,
        "territories": found["territory"],
        "dermatomes": skin,
        "muscles": found["muscle"],
        "reflexes": found["reflex"],
        "sites": sites,
        "conditions": conditions,
    }
    place = anatomy.place
    return Pathway(
        selected=id_,
        kind=kind,
        map=map_id,
        roots=_ordered(anatomy, roots),
        segments=_ordered(anatomy, segments),
        nerves=_ordered(anatomy, nerves),
        territories=_ordered(anatomy, found["territory"]),
        muscles=_ordered(anatomy, found["muscle"]),
        reflexes=_ordered(anatomy, found["reflex"]),
        conditions=_ordered(anatomy, conditions),
        sites=_ordered(anatomy, sites),
        edges=tuple(sorted(lit.edges, key=lambda edge: (place[edge[0]], place[edge[1]]))),
        sources=_sources(anatomy, used),
        chains=chains,
    )
