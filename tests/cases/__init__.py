"""Teaching cases with a stated lesion, and how often the reasoning names it.

`published.json` holds cases from published reports and question banks, in keys. `composed.json` holds cases composed for
these tests from what textbooks say of each site, one or more for every kind of site. `heldout.json` and
`heldout_later.json` were gathered afterwards, each written before the reasoning saw it: `source` says where a case was
read, `kind` whether anybody met it (published) or it was put together from what a page says of the lesion (composed).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from atlas import Atlas

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Outcome:
    """How one case went: the keys answered, and those that are right."""

    id: str
    right: frozenset[str]
    answered: tuple[str, ...]
    out_of_graph: bool
    flagged: bool

    def among(self, first: int) -> bool:
        """Whether a right answer stands among the first so many."""
        return bool(self.right & set(self.answered[:first]))


def read_cases(path: Path) -> list[dict]:
    """The scorable cases of a file."""
    return [case for case in json.loads(path.read_text("utf-8")) if case.get("scorable", True)]


def outcomes(atlas: Atlas, cases: Iterable[dict]) -> list[Outcome]:
    """Reason back from each case."""
    found = []
    for case in cases:
        answer = atlas.localise(case)
        found.append(
            Outcome(
                id=case["id"],
                right=frozenset({case["expected_site_key"], *case["acceptable_site_keys"]}),
                answered=tuple(one["site_key"] for one in answer.candidates),
                out_of_graph=case["out_of_graph"],
                flagged=bool(answer.red_flags),
            )
        )
    return found


def share(all_: list[Outcome], first: int) -> float:
    """The share of the cases whose lesion stands among the first so many."""
    return sum(one.among(first) for one in all_) / len(all_)
