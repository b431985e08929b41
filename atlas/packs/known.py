"""What the views and findings of a pack can name."""

from __future__ import annotations

from typing import Any

from atlas.api import Atlas
from atlas.dataset.sides import SIDES
from atlas.dataset.tables.nerve_studies import NEEDLE_RESULTS, STUDY_RESULTS
from atlas.graph.severity import SEVERITIES
from atlas.reasoning.nerve_studies.course import INJURIES, LAST_DAY
from atlas.reasoning.quiz.questions import questions

MODES = (
    "conditions",
    "article",
    "lesion",
    "apart",
    "cases",
    "maps",
    "myotomes",
    "studies",
    "examination",
    "drawing",
    "sources",
)
"""The modes of the page that a view can have: all but those that a pack is played in, and the drills."""
LAYERS = ("dermatomes", "nerves")
SHOWS = ("nerves", "muscles", "bones", "sites", "labels", "zones")
SOLID = "solid"
NODE, NODES, FINDINGS, TEXT = "node", "nodes", "findings", "text"
"""What the value of a key of a view is, if it is not one of a list."""
SIGNS = {"weak": "muscle", "normal": "muscle", "numb": "territory", "intact": "territory", "pain": "territory"}
"""The sign of a finding → the kind of what it is found in."""
DENIED = "no_"


def state_rules(atlas: Atlas) -> dict[str, str | list[str]]:
    """Key of a view → what its value is, or the values that it can have. Several are separated by commas."""
    plates = [*atlas.dataset.plates, SOLID]
    return {
        "mode": list(MODES),
        "select": NODE,
        "with": NODE,
        "map": list(atlas.maps),
        "layer": list(LAYERS),
        "plate": plates,
        "side": list(SIDES),
        "show": list(SHOWS),
        "inset": ["-", *atlas.dataset.views],
        "lesion": NODES,
        "severity": list(SEVERITIES),
        "injury": list(INJURIES),
        "days": [str(day) for day in range(LAST_DAY + 1)],
        "findings": FINDINGS,
        "case": TEXT,
        "pair": NODES,
        "maps": ["all", *atlas.maps],
        **dict.fromkeys(("part", "zoom", "camera", "pose", "layers"), TEXT),
    }


def known(atlas: Atlas) -> dict[str, Any]:
    """What the page is given: `state`: as `state_rules`; `findings`: sign → kind, studies, their results, clues."""
    clues = [*atlas.dataset.clues, *atlas.dataset.emergency_signs]
    return {
        "state": state_rules(atlas),
        "signs": SIGNS,
        "reflex": ["reduced", "normal"],
        "clues": list(dict.fromkeys(clues)),
        "studies": list(atlas.dataset.studies),
        "study_results": list(STUDY_RESULTS),
        "needle_results": list(NEEDLE_RESULTS),
        "injuries": list(INJURIES),
        "last_day": LAST_DAY,
        "sites": list(atlas.dataset.sites),
    }


def kinds_of_nodes(atlas: Atlas) -> dict[str, str]:
    """Id of everything that can be selected → its kind."""
    return {id_: node.kind for id_, node in atlas.nodes.items()}


def question_ids(atlas: Atlas) -> frozenset[str]:
    """The ids of the questions of the atlas, as in the address of its quiz."""
    return frozenset(f"{question.kind}.{question.about}" for question in questions(atlas.nerve_graph, atlas.lesions))
