"""The application: the only place where facts, drawings, views and callbacks are joined."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from dash import Dash
from dash.development.base_component import Component
from flask import Response, abort
from plotly.offline import get_plotlyjs
from plotly.utils import PlotlyJSONEncoder

from atlas import health
from atlas.answers.article import build_article
from atlas.answers.cases import build_cases
from atlas.answers.claims import build_claims
from atlas.answers.conditions import build_conditions
from atlas.answers.finding import build_finding
from atlas.answers.lesions import build_lesions
from atlas.answers.maps import build_maps
from atlas.answers.myotomes import build_myotomes
from atlas.answers.pairs import build_pairs
from atlas.answers.plain import build_plain
from atlas.answers.quiz import build_quiz
from atlas.answers.solid import build_solid, has_mesh
from atlas.answers.tours import build_tours
from atlas.api import Atlas
from atlas.callbacks import selection
from atlas.deck import deck_file
from atlas.delivery import address_of, compress_once, publish, publish_file
from atlas.drawing.arrangement import arrangement
from atlas.drawing.colours import dresses, paint
from atlas.drawing.labels import labels
from atlas.drawing.look import look_rules
from atlas.drawing.skin import draw_later
from atlas.drawing.themes import theme_rules
from atlas.drawing.zones import spelt
from atlas.editions import ROOT, Editions, Offer, from_root
from atlas.exporting.citing import sentence
from atlas.exporting.forms import FORMS
from atlas.facts.locales import ENGLISH
from atlas.facts.problems import DataProblems
from atlas.guard import guard
from atlas.installing import manifest, register, worker
from atlas.linking import link
from atlas.payload import build_payload
from atlas.places import resource_dir
from atlas.policy import ANYWHERE, guard_browsers, inserted
from atlas.renderer import AtlasDash
from atlas.views.apart_page import apart_words
from atlas.views.article_page import article_words
from atlas.views.claims import claim_words
from atlas.views.condition_page import condition_words
from atlas.views.lesion_page import lesion_words
from atlas.views.maps_page import maps_words, method_line
from atlas.views.myotome_page import myotome_words
from atlas.views.page import page
from atlas.views.panel import fragments, layout, origins, tellings
from atlas.views.quiz_page import quiz_words
from atlas.views.taking import sheet_answers
from atlas.views.tongues import marked
from atlas.views.tours_page import key_words, tours_words

_OWN = r".*\.(mjs|css)$|^(worker|disk)\.js$"
"""Assets that the page itself asks for: style sheets as one, modules from folders below when they are first needed."""
_LATER = ("_dash-layout", "_dash-dependencies")
"""What Dash's scripts ask for, below where the atlas begins."""


def _pathways(atlas: Atlas) -> dict:
    layers = {
        name: [[*paint(dress.worn), dress.mark] for dress in layer.values()] for name, layer in dresses(atlas).items()
    }
    methods = {map_id: method_line(atlas, map_id) for map_id in atlas.maps}
    whole = build_payload(atlas) | fragments(atlas)
    whole |= {"skin": list(atlas.facts["territories"]), "layers": layers, "methods": methods, "borders": spelt(atlas)}
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
    "figures": lambda atlas: draw_later(atlas, dresses(atlas)[atlas.default_map]),
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


def _offer(app: Dash, name: str, content: str, mimetype: str) -> str:
    """Serve fixed content, and say at which address."""
    path = address_of(content.encode(), name)
    publish(app.server, path, content.encode(), mimetype)
    return from_root(path)


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


def _answers(atlas: Atlas, offer: Offer) -> dict[str, str]:
    addresses = {}
    for name, answer in ANSWERS.items():
        found = answer(atlas) if atlas.language == ENGLISH else marked(answer(atlas))
        content = _by_lines(found) if name in _ONE_BY_ONE else _written(found)
        addresses[name] = offer(f"{name}.json", content, "application/json")
    return addresses


def _publish_data(app: Dash, atlas: Atlas, plotly: str) -> dict[str, str]:
    """What is the same in every language: the data set in its forms, and the program that draws charts."""
    addresses = {}
    for name, form in FORMS.items():
        path = f"/data/{form.filename(atlas)}"
        publish_file(app.server, path, form.mimetype, partial(form.write, atlas))
        addresses[f"data-{name}"] = from_root(path)
    if has_mesh(atlas) or atlas.facts["muscles"]:  # fetched with the mesh or with a chart, and nowhere else
        addresses["plotly"] = _offer(app, "plotly.js", plotly, "application/javascript")
    return addresses


def _publish_decks(app: Dash, languages: Iterable[str], told: Callable[[str], Atlas]) -> dict[str, str]:
    """A deck of cards for each language, made when it is first asked for: language → address."""
    addresses = {}
    for language in languages:
        path = f"/data/nerve-atlas-{language}.apkg"
        publish_file(app.server, path, "application/octet-stream", lambda own=language: deck_file(told(own)))
        addresses[language] = from_root(path)
    return addresses


def _register_offline(app: AtlasDash, told: Callable[[str], Atlas], assets: Path) -> None:
    """What installs the page of each language and keeps it for the time without a network."""
    home = app.editions.atlas.language
    icon = _offer(app, "icon.svg", (assets / "icon.svg").read_text("utf-8"), "image/svg+xml")

    def script(under: str, up: str) -> str:
        asker = app.server.test_client()
        page = asker.get(f"{under}/")
        if page.status_code != 200:
            abort(404)
        also = [up + name for name in _LATER if asker.get(f"/{name}").status_code == 200]
        return worker(assets / "offline/worker.js", page.get_data(as_text=True), "./", also)

    def described(language: str, up: str) -> str:
        try:
            return manifest(told(language), "./", icon.replace(ROOT, up))
        except DataProblems:  # then the language has no page either
            abort(404)

    for language in app.editions.languages:
        under, up = ("", "./") if language == home else (f"/{language}", "../")
        register(app.server, under, partial(script, under, up), partial(described, language, up))


def _publish_style(app: Dash, atlas: Atlas, assets: Path) -> str:
    """All style as one sheet: what is generated from tables, then the sheets in the order of their names."""
    sheets = "\n".join(path.read_text("utf-8") for path in sorted(assets.glob("*.css")))
    sheets = "\n".join([theme_rules(atlas), look_rules(), sheets, arrangement(atlas)])
    return _offer(app, "style.css", sheets, "text/css")


def create_app(
    data_dir: str | Path | None = None, more: Mapping[str, Atlas] | None = None, ancestors: str = ANYWHERE
) -> Dash:
    """The application over a data folder (None: the data that the package carries).

    `more`: languages beside those that the folder has catalogues of. `ancestors`: which pages may frame it.
    Raises DataProblems when the data set is not sound.
    """
    atlas = Atlas.load(data_dir)
    assets = resource_dir("assets")
    app = AtlasDash(assets, _OWN)
    linked = link(assets, "atlas.mjs")
    scripts = [_offer(app, f"{name}.js", getattr(linked, name), "application/javascript") for name in ("first", "rest")]
    # written into the page, for browsers fetch an icon again at each step of the history
    icon = "data:image/svg+xml," + quote((assets / "icon.svg").read_text("utf-8").strip())
    plotly = get_plotlyjs()
    data, style = _publish_data(app, atlas, plotly), _publish_style(app, atlas, assets)
    data["quiz-style"] = _offer(app, "quiz.css", (assets / "quiz/quiz.css").read_text("utf-8"), "text/css")
    languages = tuple(dict.fromkeys((*atlas.languages, *(more or {}))))

    def in_language(language: str) -> Atlas:
        if more and language in more:
            return more[language]
        return atlas if language == atlas.language else atlas.in_language(language)

    decks = _publish_decks(app, languages, in_language)

    def make(told: Atlas, offer: Offer) -> str:
        offered = data | {"deck": decks[told.language]}
        return page(told, _answers(told, offer) | offered, style, scripts, icon, languages)

    app.editions = Editions(atlas, make, more or {})
    for path, (content, mimetype) in app.editions.of(atlas.language).files.items():
        publish(app.server, path, content, mimetype)
    app.editions.register(app.server, app.index)
    _register_offline(app, in_language, assets)
    app.layout = layout()
    selection.register(app)
    app.publish_scripts()
    app.server.add_url_rule(
        "/robots.txt", "robots", lambda: Response("User-agent: *\nAllow: /\n", mimetype="text/plain")
    )
    styles = [source for script in (plotly, *app.scripts_sent) for source in inserted(script)]
    guard_browsers(app.server, ancestors, style_src=styles)
    health.register(app.server, atlas.folder)
    pages = ["/" if language == atlas.language else f"/{language}/" for language in languages]
    guard(app.server, atlas.strings, pages, list(app.callback_map), app.shut)
    compress_once(app.server)
    return app
