"""The bundles: JSON files of precomputed answers that the page fetches when it needs them.

From builder to URL:

1. `BUILDERS` names each bundle and the function that builds it from an atlas.
2. `bundle_json` encodes what the builder returns.
3. `bundle_paths` gives each bundle its URL: `/<folder><name>-<version>.json`. `version` (see `build_version`) changes
   with the data and with the program, so browsers may cache a bundle indefinitely, and the page can name all bundles
   before any is built.
4. `atlas.web.localized_pages` serves them, and builds each on the first request for it.

To add a bundle, write its builder in this folder and add a line to `BUILDERS`; the page finds its URL by its name in
the attribute `data-answers`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

import dash
import plotly
from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from atlas.api import Atlas
from atlas.dataset.translation.locales import ENGLISH
from atlas.export.citation import sentence
from atlas.figures.borders import border_payload
from atlas.figures.labels import labels
from atlas.figures.lesion_table import build_lesions
from atlas.figures.pathway_table import build_payload
from atlas.figures.skin_colours import fill_class, skin_styles
from atlas.figures.skin_svg import deferred_svg
from atlas.resources import resource_dir
from atlas.web.bundles.article import build_article
from atlas.web.bundles.cases import build_cases
from atlas.web.bundles.claims import build_claims
from atlas.web.bundles.comparisons import build_comparisons
from atlas.web.bundles.conditions import build_conditions
from atlas.web.bundles.drills import build_drills
from atlas.web.bundles.examination import build_examination
from atlas.web.bundles.maps import build_maps
from atlas.web.bundles.myotomes import build_myotomes
from atlas.web.bundles.network import build_network
from atlas.web.bundles.packs import build_packs
from atlas.web.bundles.pain_drawing import build_pain_drawing
from atlas.web.bundles.plain_text import build_plain_text
from atlas.web.bundles.quiz import build_quiz
from atlas.web.bundles.search import build_search
from atlas.web.bundles.solid import build_solid, build_solid_muscles
from atlas.web.bundles.stage import build_stage
from atlas.web.bundles.studies import build_studies
from atlas.web.bundles.tours import build_tours
from atlas.web.layout.article_page import article_words
from atlas.web.layout.compare_page import compare_words
from atlas.web.layout.condition_page import condition_words
from atlas.web.layout.download_menu import sheet_answers
from atlas.web.layout.drawing_page import drawing_words
from atlas.web.layout.drill_page import drill_words
from atlas.web.layout.editor_page import editor_words
from atlas.web.layout.evidence import claim_words
from atlas.web.layout.examination_page import exam_words
from atlas.web.layout.lang_attributes import marked
from atlas.web.layout.lesion_page import lesion_words
from atlas.web.layout.maps_page import maps_words, method_line
from atlas.web.layout.myotome_page import myotome_words
from atlas.web.layout.network_page import network_words
from atlas.web.layout.panel import heads_cards_and_items, origins, panel_strings
from atlas.web.layout.quiz_page import quiz_words
from atlas.web.layout.studies_page import study_words
from atlas.web.layout.together import together_words
from atlas.web.layout.tours_page import key_words, tours_words

Builder = Callable[[Atlas], Mapping[str, Any]]


def _pathways(atlas: Atlas) -> dict:
    layers = {
        name: [[*fill_class(style.full_fill), style.mark] for style in layer.values()]
        for name, layer in skin_styles(atlas).items()
    }
    methods = {map_id: method_line(atlas, map_id) for map_id in atlas.maps}
    skin = list(atlas.dataset.territories)
    shown = {"skin": skin, "layers": layers, "methods": methods, "borders": border_payload(atlas)}
    return build_payload(atlas) | {"words": panel_strings(atlas)} | shown


def _merged(*builders: Builder) -> Builder:
    """A builder of everything that these build: the answers of a mode, and its texts."""
    return lambda atlas: {name: part for build in builders for name, part in build(atlas).items()}


def _cite(atlas: Atlas) -> dict:
    return {"cite": sentence(atlas.edition)}


BUILDERS: dict[str, Builder] = {
    "pathways": _pathways,
    "panel_contents": heads_cards_and_items,
    "figures": lambda atlas: deferred_svg(atlas, skin_styles(atlas)[atlas.default_map]),
    "labels": labels,
    "network": _merged(build_network, network_words),
    "sheet": sheet_answers,
    "search": build_search,
    "cases": build_cases,
    "claims": _merged(build_claims, claim_words, _cite),
    "origins": origins,
    "article": _merged(build_article, article_words),
    "tours": _merged(build_tours, tours_words),
    "keys": key_words,
    "together": together_words,
    "stage": build_stage,
    "conditions": _merged(build_conditions, condition_words),
    "lesions": _merged(build_lesions, lesion_words),
    "comparisons": _merged(build_comparisons, compare_words),
    "myotomes": _merged(build_myotomes, myotome_words),
    "studies": _merged(build_studies, study_words),
    "examination": _merged(build_examination, exam_words),
    "drawing": _merged(build_pain_drawing, drawing_words),
    "drills": _merged(build_drills, drill_words),
    "maps": _merged(build_maps, maps_words),
    "plain": build_plain_text,
    "quiz": _merged(build_quiz, quiz_words),
    "packs": _merged(build_packs, editor_words),
    "solid": build_solid,
    "solid-muscles": build_solid_muscles,
}
"""Name of a bundle → its builder, roughly in the order in which the page asks for them."""
_LINE_PER_ITEM = {"panel_contents"}
"""Bundles with one item per line. The page parses only the line it needs: parsing all of them at once would block a
phone while it draws its first page."""


class _SortedProps(PlotlyJSONEncoder):
    """Encodes Dash components with their props in order, so that every server start produces identical bytes."""

    def default(self, o: object) -> object:
        if not isinstance(o, Component):
            return super().default(o)
        encoded = o.to_plotly_json()
        encoded["props"] = dict(sorted(encoded["props"].items()))
        return encoded


def _json(value: object) -> str:
    return json.dumps(value, cls=_SortedProps, separators=(",", ":"), ensure_ascii=False)


def bundle_json(name: str, atlas: Atlas) -> bytes:
    """Build a bundle and encode it as UTF-8 JSON. In other languages, texts left in English are marked as such."""
    built: Any = BUILDERS[name](atlas)
    if atlas.language != ENGLISH:
        built = marked(built)
    if name in _LINE_PER_ITEM:
        items = [*chain(*built.values()), None]  # the closing null keeps a comma at the end of every item
        return ("[" + ",\n".join(map(_json, items)) + "]").encode()
    return _json(built).encode()


def bundle_paths(folder: str, version: str) -> dict[str, str]:
    """Name of each bundle → its path. `folder`: that of the page's language and names, such as `de/latin/`.

    >>> bundle_paths("de/", "0a1b2c")["quiz"]
    '/de/quiz-0a1b2c.json'
    """
    return {name: f"/{folder}{name}-{version}.json" for name in BUILDERS}


def build_version(atlas: Atlas) -> str:
    """Twelve hexadecimal digits that change with anything a bundle is built from: data, program, Dash and Plotly."""
    found = sha256(f"{dash.__version__} {plotly.__version__}".encode())
    package = Path(__file__).parents[2]
    sources = [(path.relative_to(package).as_posix(), path) for path in package.rglob("*.py")]
    data = [atlas.folder, resource_dir("data")]  # a data folder may lack tables that the package has
    for number, folder in enumerate(dict.fromkeys(data)):
        sources += [(f"data{number}/{path.relative_to(folder).as_posix()}", path) for path in folder.rglob("*")]
    for name, path in sorted(sources):
        if path.is_file():
            found.update(f"\0{name}\0".encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:12]
