"""What the page's JavaScript modules answer, run by Node on the bundles that Python makes."""

from __future__ import annotations

from pathlib import Path

from atlas.api import Atlas
from atlas.reasoning.localisation.findings import Findings
from atlas.web.bundles.cases import build_cases
from atlas.web.bundles.quiz import build_quiz
from atlas.web.bundles.search import build_search
from atlas.web.bundles.studies import build_studies
from atlas.web.layout.quiz_page import quiz_words
from tests.support.node import run_json

SHOWN_ONLY = ("exceptions", "day_marks")
"""Parts of the bundle of studies that the page shows and does not reason with."""
SCRIPT = Path(__file__).with_name("contract.js")


def _ask_localiser(kind: str, atlas: Atlas, findings: list[Findings]) -> list:
    plain = [vars(one) for one in findings]
    studies = {part: value for part, value in build_studies(atlas).items() if part not in SHOWN_ONLY}
    bundles = {"bundle": build_cases(atlas), "studies": studies, "nodes": list(atlas.nodes)}
    return run_json(SCRIPT, {"kind": kind, **bundles, "findings": plain})


def localised_in_node(atlas: Atlas, findings: list[Findings]) -> list[dict]:
    """The answer of `localise.js` to each of the findings."""
    return _ask_localiser("localise", atlas, findings)


def times_in_node(atlas: Atlas, findings: list[Findings]) -> list[float]:
    """How long `localise.js` takes for each of the findings, in milliseconds: the best of three."""
    return _ask_localiser("time", atlas, findings)


def searched_in_node(atlas: Atlas, texts: list[str]) -> list[dict]:
    """For each text: what is `found` and what is `near`, as [position, name that matched, score]."""
    return run_json(SCRIPT, {"kind": "search", "bundle": build_search(atlas), "texts": texts})


def runs_in_node(atlas: Atlas, runs: list[dict[str, str]]) -> list[list[tuple[str, list[str]]]]:
    """The questions of each run of the quiz, as in the address, each with its choices."""
    quiz = {**build_quiz(atlas), **quiz_words(atlas)}
    return run_json(SCRIPT, {"kind": "runs", "quiz": quiz, "nodes": list(atlas.nodes), "runs": runs})
