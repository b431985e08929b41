"""The sets of answers that the page fetches, each with the words that it is told in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from itertools import chain

from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from atlas.api import Atlas
from atlas.dataset.translation.locales import ENGLISH
from atlas.export.citation import sentence
from atlas.figures.borders import border_payload
from atlas.figures.labels import labels
from atlas.figures.skin_colours import fill_class, skin_styles
from atlas.figures.skin_svg import deferred_svg
from atlas.web.bundles.article import build_article
from atlas.web.bundles.cases import build_cases
from atlas.web.bundles.claims import build_claims
from atlas.web.bundles.comparisons import build_pairs
from atlas.web.bundles.conditions import build_conditions
from atlas.web.bundles.lesions import build_lesions
from atlas.web.bundles.maps import build_maps
from atlas.web.bundles.myotomes import build_myotomes
from atlas.web.bundles.pathways import build_payload
from atlas.web.bundles.plain_text import build_plain
from atlas.web.bundles.quiz import build_quiz
from atlas.web.bundles.search import build_finding
from atlas.web.bundles.solid import build_solid
from atlas.web.bundles.tours import build_tours
from atlas.web.layout.article_page import article_words
from atlas.web.layout.compare_page import apart_words
from atlas.web.layout.condition_page import condition_words
from atlas.web.layout.download_menu import sheet_answers
from atlas.web.layout.evidence import claim_words
from atlas.web.layout.lang_attributes import marked
from atlas.web.layout.lesion_page import lesion_words
from atlas.web.layout.maps_page import maps_words, method_line
from atlas.web.layout.myotome_page import myotome_words
from atlas.web.layout.panel import fragments, origins, tellings
from atlas.web.layout.quiz_page import quiz_words
from atlas.web.layout.tours_page import key_words, tours_words
from atlas.web.localized_pages import Offer


def _pathways(atlas: Atlas) -> dict:
    layers = {
        name: [[*fill_class(style.full_fill), style.mark] for style in layer.values()]
        for name, layer in skin_styles(atlas).items()
    }
    methods = {map_id: method_line(atlas, map_id) for map_id in atlas.maps}
    whole = build_payload(atlas) | fragments(atlas)
    whole |= {
        "skin": list(atlas.dataset["territories"]),
        "layers": layers,
        "methods": methods,
        "borders": border_payload(atlas),
    }
    return whole


def _lesions(atlas: Atlas) -> dict:
    return build_lesions(atlas) | lesion_words(atlas)


def _pairs(atlas: Atlas) -> dict:
    return build_pairs(atlas) | apart_words(atlas)


def _article(atlas: Atlas) -> dict:
    return build_article(atlas) | article_words(atlas)


def _tours(atlas: Atlas) -> dict:
    return build_tours(atlas) | tours_words(atlas)


def _conditions(atlas: Atlas) -> dict:
    return build_conditions(atlas) | condition_words(atlas)


def _maps(atlas: Atlas) -> dict:
    return build_maps(atlas) | maps_words(atlas)


def _myotomes(atlas: Atlas) -> dict:
    return build_myotomes(atlas) | myotome_words(atlas)


def _quiz(atlas: Atlas) -> dict:
    return build_quiz(atlas) | quiz_words(atlas)


def _claims(atlas: Atlas) -> dict:
    return build_claims(atlas) | claim_words(atlas) | {"cite": sentence(atlas.edition)}


ANSWERS: dict[str, Callable[[Atlas], dict]] = {
    "pathways": _pathways,
    "told": tellings,
    "figures": lambda atlas: deferred_svg(atlas, skin_styles(atlas)[atlas.default_map]),
    "labels": labels,
    "sheet": sheet_answers,
    "finding": build_finding,
    "cases": build_cases,
    "claims": _claims,
    "origins": origins,
    "article": _article,
    "tours": _tours,
    "keys": key_words,
    "conditions": _conditions,
    "lesions": _lesions,
    "pairs": _pairs,
    "myotomes": _myotomes,
    "maps": _maps,
    "plain": build_plain,
    "quiz": _quiz,
    "solid": build_solid,
}
"""The sets of answers the page can fetch, each computed once when the application is made."""
_ONE_BY_ONE = ("told",)
"""Sets whose things stand on lines of their own, since only the one that is asked for is ever read: to read them all at
once would hold up a phone while its first page is being made."""


class _InOrder(PlotlyJSONEncoder):
    """Component trees as JSON that is the same at every start, so that its address is too."""

    def default(self, o: object) -> object:
        told = super().default(o)
        if isinstance(o, Component):
            told["props"] = dict(sorted(told["props"].items()))
        return told


def _written(answer: object) -> str:
    return json.dumps(answer, cls=_InOrder, separators=(",", ":"), ensure_ascii=False)


def _by_lines(answer: Mapping[str, list]) -> str:
    """All things of a set as one list in JSON, each on a line; null ends it."""
    return "[" + ",\n".join(map(_written, [*chain(*answer.values()), None])) + "]"


def offer_answers(atlas: Atlas, offer: Offer) -> dict[str, str]:
    """Every set of answers, offered as a file: name → address."""
    addresses = {}
    for name, answer in ANSWERS.items():
        found = answer(atlas) if atlas.language == ENGLISH else marked(answer(atlas))
        content = _by_lines(found) if name in _ONE_BY_ONE else _written(found)
        addresses[name] = offer(f"{name}.json", content, "application/json")
    return addresses
