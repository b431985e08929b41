"""Teaching cases with a stated lesion, and how often localisation names it.

- `published.json`: cases from published reports and question banks.
- `composed.json`: cases composed for these tests from textbook descriptions, one or more for every kind of site.
- `heldout.json`, `heldout_later.json`: cases gathered afterwards, each written before localisation was run on it. The
  field `source` says where a case was read; `kind` says whether it was a patient (published) or was put together from
  a description of the lesion (composed).
- `dev_2.json`, `heldout_2.json`: published cases, mostly of the kinds that an audit found to fail, gathered in one
  search and written before localisation was run on any of them. They were shared out by turns: those in `dev_2.json`
  were used to improve the rules while those in `heldout_2.json` only measured; since then both are used. Some state
  no more than a circumstance.
- `heldout_3.json`: published cases of all kinds that a neurologist meets, each with at least two findings or signs,
  written before localisation was run on any of them. Those at even positions (from 0) have since been used to improve
  the rules; those at odd positions only measure.
- `mimics_limb.json`: published cases of causes in the limb that are not a nerve (arteries, veins, compartments, tendons,
  bones, joints), written before any site or clue for these causes existed. They have since been used to improve the
  clues.
- `mimics_neuro.json`: published cases of what is not, or not only, one nerve or root: motor neurone disease, a foot drop
  from the brain, Guillain-Barré syndrome, CIDP, vasculitis, hereditary neuropathies, zoster, Charcot foot, pressure on
  the cord, infection of the spine. They were written before a site or a clue of these existed.
- `board/`: board-examination questions with the commands that answer them; they state no case.
- `composed_2.json`: three vignettes for each of eight failing kinds, which `pattern` names.
- `emergency_vignettes.json`: emergencies and harmless look-alikes in the words of readers (`emergency` names the kind
  and is empty for a look-alike; `why` says what makes it one). They state no lesion.

Each other case names targets and sites by their keys. `expected_site_key` is the site that the source states, and
`acceptable_site_keys` are others that the findings cannot distinguish from it. In the files that end in `_2` or `_3`
and in `mimics_neuro.json`, `urgent` marks a case that needs a red flag, on the nerves or off them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from atlas import Atlas

CASES_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class CaseResult:
    """The result of one case: the site keys that are right, and those answered, best first."""

    id: str
    right: frozenset[str]
    answered: tuple[str, ...]
    out_of_graph: bool
    flagged: bool

    def in_top(self, count: int) -> bool:
        """Whether a right answer is among the first `count`."""
        return bool(self.right & set(self.answered[:count]))

    @property
    def misses_red_flag(self) -> bool:
        """Whether the lesion is off the nerves and the answer does not warn."""
        return self.out_of_graph and not self.flagged


def read_cases(path: Path) -> list[dict]:
    """The cases of a file that have a stated lesion."""
    return [case for case in json.loads(path.read_text("utf-8")) if case.get("scorable", True)]


def run_cases(atlas: Atlas, cases: Iterable[dict]) -> list[CaseResult]:
    """Localise each case."""
    results = []
    for case in cases:
        answer = atlas.localise(case)
        results.append(
            CaseResult(
                id=case["id"],
                right=frozenset({case["expected_site_key"], *case["acceptable_site_keys"]}),
                answered=tuple(candidate["site_key"] for candidate in answer.candidates),
                out_of_graph=case["out_of_graph"],
                flagged=bool(answer.red_flags),
            )
        )
    return results


def success_rate(results: list[CaseResult], count: int) -> float:
    """The share of cases with a right answer among the first `count`."""
    return sum(result.in_top(count) for result in results) / len(results)
