"""Names of places in the words of a clue: nerves, sites, roots, conditions, and muscles said to be weak.

They are made from the tables of anatomy, so that every name counts, in any wording that the other tables know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from atlas.graph.nerve_graph import NerveGraph
from atlas.search.similarity import normalise

SMALL_WORDS = {"of", "the", "at", "in", "its", "to", "a", "with", "or", "on", "within", "for"}
"""Words of a name that a text need not have."""
NERVE = {"nerve", "nerves"}
"""The word that a text can leave out of the name of a nerve that has at least two others."""
KINDS_OF_ILLNESS = {"syndrome", "disease"}
"""Words that a text can leave out of the name of a condition that has at least two others."""
SIGN_WORDS = (
    ("muscles", "weakened", "moderate"),
    ("reflexes", "diminished", "moderate"),
    ("territories", "insensible", "moderate"),
    ("territories", "painful", "weak"),
)
"""Tables of targets, the word of the table of clue words for a sign there, and how much it counts. A target is named
only together with a sign, in words, on needle study or on a scan."""
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
            yield _named("nerve", row.id, row.name, _with_shorter((row.name, *row.synonyms), NERVE), "strong", segments)
    for site in single.values():
        yield _named(
            "site",
            site.id,
            site.name,
            _with_shorter((site.name, *site.synonyms), KINDS_OF_ILLNESS),
            "strong",
            (site.id,),
        )
    for root in tables.roots.values():
        if root.id in placed:
            yield _named(
                "root",
                root.id,
                root.id,
                [normalise(root.id), *_with_shorter((root.name, root.plain), NERVE)],
                "moderate",
                (root.id,),
            )
    for condition in tables.conditions.values():
        if 0 < len(condition.sites) <= MOST_SITES and single.keys() >= {*condition.sites}:
            names = _with_shorter((condition.name, *condition.synonyms), KINDS_OF_ILLNESS)
            yield _named("condition", condition.id, condition.name, names, "strong", condition.sites)
    yield from _signs_in_targets(nerve_graph)


def _signs_in_targets(nerve_graph: NerveGraph) -> Iterator[NamedPlace]:
    """Targets with a sign there. An expression for several targets ("big toe") is not also the name of one."""
    tables = nerve_graph.dataset
    for table, sign, strength in SIGN_WORDS:
        targets: Mapping[Any, Any] = tables[table]
        several: set[str] = set()
        for wording in tables.wordings.values():
            if wording.means[0] in targets:
                phrases = [f"{sign} {phrase}" for phrase in _phrases((wording.said,))]
                several.update(phrases)
                yield _named(sign, wording.said, wording.said, phrases, strength, wording.means)
        for id_, row in targets.items():
            phrases = [f"{sign} {phrase}" for phrase in _phrases((row.name, *row.synonyms))]
            yield _named(sign, id_, row.name, (p for p in phrases if p not in several), strength, (id_,))


def _named(
    kind: str, id_: str, name: str, phrases: Iterable[str], strength: str, toward: tuple[str, ...]
) -> NamedPlace:
    return NamedPlace(f"{kind} {id_}", name, tuple(dict.fromkeys(phrases)), strength, toward)


def _phrases(names: Iterable[str]) -> list[str]:
    """The names without what stands in brackets and without small words."""
    found = (" ".join(w for w in normalise(name.partition("(")[0]).split() if w not in SMALL_WORDS) for name in names)
    return [phrase for phrase in found if phrase]


def _with_shorter(names: Iterable[str], optional: set[str]) -> list[str]:
    """The names, and those of two words or more without the optional words."""
    phrases = _phrases(names)
    shorter = ([word for word in phrase.split() if word not in optional] for phrase in phrases)
    return [*phrases, *(" ".join(words) for words in shorter if len(words) > 1)]
