"""The facts that answer first, for each kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dash import html

from atlas.api import Atlas, Node
from atlas.dataset.rows import Claim
from atlas.web.layout.evidence import dot
from atlas.web.layout.fact_values import MOST_PLACES, Fact, of_own_rows, of_roots, of_rows, of_text, of_things
from atlas.web.layout.leads import sentence
from atlas.web.layout.links import link
from atlas.web.layout.main_supply import (
    SHARES,
    affected,
    muscles_of_nerve,
    muscles_of_root,
    reflexes_of_root,
    skin_of_nerve,
)

MOST_FACTS = 4
ENOUGH_FACTS = 3
"""With so many facts, a nerve does not name its roots, which its path names."""
BY_MAP = "by-map-roots"
"""The class of a value for which the page writes the roots by the dermatome map that is selected."""


def _often(atlas: Atlas, sites: Iterable[str], shown: Iterable[str] | None = None) -> Fact:
    """Where injuries happen, the common places first; rare ones are named only if there are no others."""
    occurrences = atlas.dataset.occurrences
    how = {site: occurrences[site].often if site in occurrences else "" for site in sites}
    usual = [site for site in how if how[site] != "rare"] or [*how]
    ordered = sorted(usual, key=lambda site: how[site] != "common")
    label = "often" if "common" in how.values() else "injured"
    return of_own_rows(atlas, label, shown if shown is not None else ordered, most=MOST_PLACES)


def _root(atlas: Atlas, node: Node) -> list[Fact]:
    row: Any = node.row
    sites = [site for site in atlas.nerve_graph.sites_on.get(node.id, ()) if atlas.dataset.sites[site].on == (node.id,)]
    causes = [id_ for id_, condition in atlas.dataset.conditions.items() if set(condition.sites) & set(sites)]
    only_here = [id_ for id_ in causes if set(atlas.dataset.conditions[id_].sites) <= set(sites)]
    note = [" ", html.Small(atlas.strings["answer.key_point"], className="more")]
    point: Fact = (
        ("feels", [link(atlas, row.key_point), *note], dot(atlas, row, "key_point")) if row.key_point else None
    )
    return [
        point,
        of_own_rows(atlas, "moves", muscles_of_root(atlas, node.id)),
        of_own_rows(atlas, "reflex", reflexes_of_root(atlas, node.id)),
        _often(atlas, sites, only_here or causes or None),
    ]


def _nerve(atlas: Atlas, node: Node) -> list[Fact]:
    own = atlas.nerve_graph.segments_of.get(node.id, (node.id,))
    sites = dict.fromkeys(site for segment in own for site in atlas.nerve_graph.sites_on.get(segment, ()))
    focal = [site for site in sites if atlas.dataset.sites[site].standing == "focal"]
    nerve = atlas.dataset.nerves[getattr(node.row, "nerve", node.id)]
    found = [
        of_rows(atlas, "feels", skin_of_nerve(atlas, node.id)),
        of_rows(atlas, "moves", muscles_of_nerve(atlas, node.id)),
        of_own_rows(atlas, "reflex", atlas.pathway(node.id).reflexes, most=MOST_PLACES),
        _often(atlas, focal),
    ]
    few = len([*filter(None, found)]) < ENOUGH_FACTS
    return [*found, of_roots(atlas, nerve.roots, nerve) if few else None]


def _supply(atlas: Atlas, target: str) -> Fact:
    """The nerves of a target, those that supply most of it first."""
    edges = [edge for edge in atlas.nerve_graph.innervation_by_target.get(target, ()) if edge.main]
    edges.sort(key=lambda edge: SHARES.index(edge.share))
    found: dict[str, Claim] = {}
    for edge in edges:
        found.setdefault(atlas.dataset.segments[edge.branch].nerve, edge.row)
    return of_rows(atlas, "nerve" if len(found) == 1 else "nerves", found)


def _muscle(atlas: Atlas, node: Node) -> list[Fact]:
    row: Any = node.row
    return [
        _supply(atlas, node.id),
        of_roots(atlas, row.roots, row),
        of_text(atlas, node, "tested", "test"),
        of_text(atlas, node, "weak", "weakness"),
    ]


def _territory(atlas: Atlas, node: Node) -> list[Fact]:
    mapped = atlas.dataset.dermatomes.get((node.id, atlas.default_map))
    roots = [root.id for root in atlas.dataset.roots.values() if root.key_point == node.id]
    alone: dict[str, Claim] = {
        nerve: row for (patch, nerve), row in atlas.dataset.autonomous.items() if patch == node.id
    }
    return [
        _supply(atlas, node.id),
        ("roots", [html.Span("", className=BY_MAP)], dot(atlas, mapped)) if mapped else None,
        of_own_rows(atlas, "key", roots),
        of_rows(atlas, "alone", alone),
    ]


def _reflex(atlas: Atlas, node: Node) -> list[Fact]:
    row: Any = node.row
    return [
        of_roots(atlas, row.roots, row),
        of_things(atlas, "muscles", row.muscles, row, "muscles"),
        _supply(atlas, node.id),
    ]


def _site(atlas: Atlas, node: Node) -> list[Fact]:
    row: Any = node.row
    muscles, skin, reflexes = affected(atlas, node) if row.on else ([], [], [])
    causes = atlas.nerve_graph.conditions_at.get(node.id, ())
    return [
        of_things(atlas, "numb", skin, row),
        of_things(atlas, "weakened", muscles, row),
        of_things(atlas, "reflex", reflexes, row, most=MOST_PLACES),
        of_own_rows(atlas, "causes", causes, most=MOST_PLACES),
    ]


def _condition(atlas: Atlas, node: Node) -> list[Fact]:
    row: Any = node.row
    placed = [site for site in row.sites if atlas.dataset.sites[site].on]
    where = of_things(atlas, "sits", placed, row, "sites", most=MOST_PLACES)
    return [
        where or of_things(atlas, "felt", row.lights, row, "lights"),
        *(
            (column, [sentence(getattr(row, column))], dot(atlas, row, column)) if getattr(row, column) else None
            for column in ("sensory", "motor", "reflex")
        ),
    ]


_FACTS: dict[str, Callable[[Atlas, Node], list[Fact]]] = {
    "root": _root,
    "nerve": _nerve,
    "segment": _nerve,
    "muscle": _muscle,
    "territory": _territory,
    "reflex": _reflex,
    "site": _site,
    "condition": _condition,
}


def facts(atlas: Atlas, id_: str) -> html.Dl:
    """At most four facts about a thing, each with one mark."""
    node = atlas.node(id_)
    found = [fact for fact in _FACTS[node.kind](atlas, node) if fact][:MOST_FACTS]
    words = atlas.strings
    rows = [
        html.Div([html.Dt(words[f"answer.{label}"]), html.Dd([html.Div(value), mark])], className=label)
        for label, value, mark in found
    ]
    return html.Dl(rows, className="brief-facts")
