"""Finding things by what people call them: ids, official names, synonyms, plain words and misspellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add

from rapidfuzz import fuzz

from atlas.graph.nerve_graph import KIND_OF_TABLE, NerveGraph

ALIKE = 72.0
"""Below this likeness (0 to 100) a misspelling is not offered as a finding."""
LONGEST = 120
"""No name is longer; of a longer text only this much is compared."""


@dataclass(frozen=True)
class Match:
    """A finding: the thing, and the name by which it was found. `score` runs from 0 to 100."""

    id: str
    name: str
    kind: str
    matched: str
    score: float


class UnknownName(LookupError):
    """No thing goes by this name. `nearest` are the three nearest names."""

    def __init__(self, name: str, nearest: tuple[str, ...]):
        self.name, self.nearest = name, nearest
        offered = f"; the nearest names are {', '.join(nearest)}" if nearest else ""
        super().__init__(
            f"no root, nerve, muscle, reflex, patch of skin, site or condition is called '{name}'{offered}"
        )


def fold(text: str) -> str:
    """Text as it is compared: no case, accents or punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", re.sub("[ßẞ]", "ss", text)).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


_SOUNDS = (("ph", "f"), ("ae", "e"), ("oe", "e"), ("y", "i"), ("ck", "k"), ("c", "k"), ("x", "ks"))


def _sounded(folded: str) -> str:
    """A folded text as it sounds, roughly: what people write who have only heard the word."""
    for written, heard in _SOUNDS:
        folded = folded.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", folded)


class Names:
    """Every name of every selectable thing, folded, in the order in which an ambiguous one is settled."""

    def __init__(self, nerve_graph: NerveGraph):
        self.nerve_graph = nerve_graph
        self.by_id: dict[str, list[str]] = {}
        official: dict[str, str] = {}
        other: dict[str, str] = {}
        for table in KIND_OF_TABLE:
            for id_, row in nerve_graph.dataset[table].items():
                if nerve_graph.kinds[id_] != KIND_OF_TABLE[table]:
                    continue
                more = [*getattr(row, "synonyms", ()), *filter(None, [getattr(row, "plain", "")])]
                latin = [nerve_graph.dataset["latin"][id_].latin] if id_ in nerve_graph.dataset["latin"] else []
                others = dict.fromkeys((*nerve_graph.dataset.called.get(id_, ()), *latin))
                more += [name for name in others if name not in (row.name, *more)]
                self.by_id[id_] = [row.name, *more]
                official.setdefault(fold(id_), id_)
                official.setdefault(fold(row.name), id_)
                for name in more:
                    other.setdefault(fold(name), id_)
        self.known = {**other, **official}
        self.spelled = [(fold(name), id_, name) for id_, names in self.by_id.items() for name in (id_, *names)]
        for table in ("wordings", "everyday"):  # found by them, but not called so
            rows = nerve_graph.dataset[table].values()
            self.spelled += [(fold(row.said), id_, row.said) for row in rows for id_ in row.means if id_ in self.by_id]

    def resolve(self, name: str) -> str:
        """The id that a name stands for. Raises UnknownName with the three nearest names."""
        if name in self.by_id:
            return name
        found = self.known.get(fold(name))
        if found is None:
            raise UnknownName(name, self.nearest(name))
        return found

    def nearest(self, name: str, most: int = 3) -> tuple[str, ...]:
        """The names most like this one, best first, one for each thing."""
        return tuple(match.name for match in self._alike(name, most, 0.0))

    def search(self, text: str, limit: int = 8) -> list[Match]:
        """Things that go by this text or nearly so, best first; an empty list when nothing is alike."""
        return self._alike(text, limit, ALIKE)

    def _alike(self, text: str, most: int, least: float) -> list[Match]:
        found = alike(text, self.spelled, least).items()
        best = [Match(id_, self.by_id[id_][0], self.nerve_graph.kinds[id_], *how) for id_, how in found]
        place = self.nerve_graph.order
        return sorted(best, key=lambda m: (-m.score, place[m.id]))[:most]


def alike(
    text: str, spelled: Iterable[tuple[str, str, str]], least: float, aside: float = 0.0
) -> dict[str, tuple[str, float]]:
    """Which of the ids spelled so go by this text at least so nearly: id → the spelling most like it, and its score.

    `spelled`: folded spelling, id, spelling. `aside`: by so much less counts what is not just the same.
    """
    wanted = fold(text)[:LONGEST]
    best: dict[str, tuple[str, float]] = {}
    for folded, id_, matched in spelled if wanted else ():
        score = max(_likeness(wanted, folded), _likeness(_sounded(wanted), _sounded(folded)) - 1)
        score -= aside if score < 100 else 0
        if score >= least and (id_ not in best or score > best[id_][1]):
            best[id_] = (matched, round(score, 1))
    return best


def _likeness(wanted: str, spelling: str) -> float:
    """How alike two folded texts are, 0 to 100: the same, the same words, a part of it, or a slip of spelling.

    The page's `assets/finding/likeness.mjs` reckons just so, step by step.
    """
    if wanted == spelling:
        return 100.0
    words, others = wanted.split(), spelling.split()
    if set(words) <= set(others):
        return 99.0 - min(len(others) - len(words), 9)
    pairs = [max(fuzz.ratio(word, other) for other in others) if others else 0.0 for word in words]
    by_word = reduce(add, pairs) / len(pairs) - min(abs(len(others) - len(words)), 9)
    return max(0.0, min(by_word, 89.0), min(fuzz.ratio(wanted, spelling), 89.0))
