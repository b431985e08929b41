"""Findings with Python's answers, for the tests of the page's reasoning that Stryker runs."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from atlas import Atlas
from atlas.reasoning.localisation.findings import Findings
from atlas.web.bundles.cases import build_cases
from atlas.web.bundles.studies import build_studies
from tests.fixtures.emergency_wordings import HARMLESS, URGENT
from tests.fixtures.random_findings import random_findings, with_random_studies
from tests.fixtures.reasoning_contract import edge_cases
from tests.js.contract import SHOWN_ONLY
from tests.support.limbs import TINY

RANDOM = 60
"""Fewer than in tests/js/test_contract.py, as they are compared once for each mutant."""


def write_contract(path: Path) -> None:
    """Write bundles and answers of the invented and the real limb."""
    limbs = {"tiny": Atlas.load(TINY), "real": Atlas.load()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([_answered(name, atlas) for name, atlas in limbs.items()]), "utf-8")


def _answered(name: str, atlas: Atlas) -> dict:
    findings = [random_findings(atlas, seed) for seed in range(RANDOM)]
    urgent = [said for wordings in URGENT.values() for said in wordings]
    texts = [*urgent, *HARMLESS, *(f"no {said}" for said in urgent[::3])]
    texts += [f"{a}, {b}" for a, b in pairwise(urgent[::3])]
    groups = {
        "edge cases": edge_cases(atlas),
        "random findings": findings,
        "random studies": [with_random_studies(atlas, one, seed) for seed, one in enumerate(findings)],
        "emergencies": [Findings(clues=[text]) for text in texts[::2]] + [Findings(said=[text]) for text in texts[::9]],
    }
    return {
        "limb": name,
        "matrix": build_cases(atlas),
        "studies": {part: value for part, value in build_studies(atlas).items() if part not in SHOWN_ONLY},
        "nodes": list(atlas.nodes),
        "groups": {
            group: [{"findings": vars(one), "answer": atlas.localise(one).as_dict()} for one in all_]
            for group, all_ in groups.items()
        },
    }
