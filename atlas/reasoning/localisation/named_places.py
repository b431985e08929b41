"""Names of places in the words of a clue: nerves, sites, roots, conditions, and muscles said to be weak.

They are made from the tables of anatomy, so that every name counts, in any wording that the other tables know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from atlas.graph.nerve_graph import NerveGraph
from atlas.search.similarity import normalise

SMALL_WORDS = {"of", "the", "at", "in", "its", "to", "a", "with", "or", "on", "within", "for"}
"""Words of a name that a text need not have."""
NERVE = "nerve"
"""The word that a text can leave out of the name of a nerve that has at least two others."""
WEAKENED = "weakened"
"""The word of the table of clue words for all signs of a weak muscle, in words, on needle study or on a scan."""
MOST_SITES = 3
"""A condition at more sites than this names no place."""


@dataclass(frozen=True)
class NamedPlace:
    """A thing whose name points to a place as a clue does. Its phrases must match whole words."""

    whole_words: ClassVar[bool] = True
    softens: ClassVar[tuple[str, ...]] = ()
    away: ClassVar[tuple[str, ...]] = ()
    id: str
    name: str
    phrases: tuple[str, ...]
    strength: str
    toward: tuple[str, ...]


def named_places(nerve_graph: NerveGraph) -> Iterator[NamedPlace]:
    """Every name that points to a place, with the strength with which it does.

    Sites of several places are left out: a narrow canal or a cauda equina is named wherever the spine was looked at.
    """
    tables = nerve_graph.dataset
    single = {id_: site for id_, site in tables.sites.items() if site.standing != "several"}
    placed = {node for site in tables.sites.values() for node in site.on}
    for row in tables.nerves.values():
        segments = tuple(node for node in nerve_graph.segments_of[row.id] if node in placed)
        if segments:
            yield _named("nerve", row.id, row.name, _nerve_phrases((row.name, *row.synonyms)), "strong", segments)
    for site in single.values():
        yield _named("site", site.id, site.name, _phrases((site.name, *site.synonyms)), "strong", (site.id,))
    for root in tables.roots.values():
        if root.id in placed:
            yield _named("root", root.id, root.id, [normalise(root.id), *_nerve_phrases((root.name, root.plain))], "moderate", (root.id,))
    for condition in tables.conditions.values():
        if 0 < len(condition.sites) <= MOST_SITES and single.keys() >= {*condition.sites}:
            names = _phrases((condition.name, *condition.synonyms))
            yield _named("condition", condition.id, condition.name, names, "strong", condition.sites)
    for muscle in tables.muscles.values():
        names = [f"{WEAKENED} {name}" for name in _phrases((muscle.name, *muscle.synonyms))]
        yield _named("muscle", muscle.id, muscle.name, names, "moderate", (muscle.id,))


def _named(
    kind: str, id_: str, name: str, phrases: Iterable[str], strength: str, toward: tuple[str, ...]
) -> NamedPlace:
    return NamedPlace(f"{kind} {id_}", name, tuple(dict.fromkeys(phrases)), strength, toward)


def _phrases(names: Iterable[str]) -> list[str]:
    """The names without what stands in brackets and without small words."""
    found = (" ".join(w for w in normalise(name.partition("(")[0]).split() if w not in SMALL_WORDS) for name in names)
    return [phrase for phrase in found if phrase]


def _nerve_phrases(names: Iterable[str]) -> list[str]:
    phrases = _phrases(names)
    shorter = ([word for word in phrase.split() if word.removesuffix("s") != NERVE] for phrase in phrases)
    return [*phrases, *(" ".join(words) for words in shorter if len(words) > 1)]
