"""The menu that saves the figure as shown, the texts of the saved sheet, and the button that replays the pulse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dash import html

from atlas.api import Atlas
from atlas.dataset.rows import Claim
from atlas.dataset.source_names import short_citation
from atlas.figures.skin_colours import NERVES, skin_nerves
from atlas.web.layout.share_menu import share_entries

FORMS = ("svg", "png", "slide", "copy")
"""The ways to take the figures: as a drawing, a picture, a slide, or on the clipboard; their names are strings."""
ONE_FIGURE, NO_GROUND = "only", "clear"
"""What can be left out of each: the other figures, and the background; their names are strings."""
STRING_PREFIXES = ("sheet.", "legend.", "page.name", "side.shown")
"""The strings that a saved sheet needs begin with these."""


def save_menu(atlas: Atlas) -> html.Details:
    """The menu with one button for each way to take the figures, and what each can leave out."""
    words = atlas.strings
    buttons = [
        html.Button(words[f"take.{form}"], title=words[f"take.{form}.title"], className="plain", **{"data-take": form})
        for form in FORMS
    ]
    off = {"className": "plain choice", "aria-pressed": "false"}
    # The page names the figure when the menu is opened.
    one = {"data-choice": ONE_FIGURE, "data-text": words[f"take.{ONE_FIGURE}"]}
    choices = [
        html.Button("", hidden=True, **off, **one),
        html.Button(words[f"take.{NO_GROUND}"], **off, **{"data-choice": NO_GROUND}),
    ]
    stage = html.Button(words["stage.open"], title=words["stage.open.title"], className="plain", **{"data-stage": "on"})
    summary = html.Summary(words["take.label"], className="plain", title=words["take.title"])
    texts = {f"data-{name}": words[f"take.{name}"] for name in ("failed", "copied", "uncopied")}
    entries = html.Div([stage, *choices, *buttons, share_entries(atlas)])
    return html.Details([summary, entries], className="take", id="take", **texts)


def replay_button(atlas: Atlas) -> html.Button:
    """The button below the body that plays the path, like that of the panel; with reduced motion it numbers steps."""
    words = atlas.strings
    names = {
        "data-moving": words["answer.play"],
        "data-moving-title": words["answer.play.title"],
        "data-still": words["pulse.order"],
        "data-still-title": words["pulse.order.title"],
    }
    label = {"aria-label": words["answer.play"]}  # a sign is seen, since the panel has a button with the word
    return html.Button("", id="replay", className="plain", title=words["answer.play.title"], **names, **label)


def _most_cited(rows: Iterable[Claim]) -> list[str]:
    """The sources of these rows, most cited first."""
    counted = Counter(key for row in rows for key in dict.fromkeys(cited.key for cited in row.cites))
    return [key for key, _ in counted.most_common()]


def sheet_answers(atlas: Atlas) -> dict:
    """Words; `nerves`: names in the order of their numbers; `sources`: all, in short; `layers`: skin layer (the id of
    a dermatome map, or NERVES) → indexes of the sources of its rows, most cited first."""
    sources = atlas.dataset.sources
    place = {key: at for at, key in enumerate(sources)}
    rows: dict[str, list[Claim]] = {map_id: [] for map_id in atlas.maps}
    for (_, map_id), row in atlas.dataset.dermatomes.items():
        rows.setdefault(map_id, []).append(row)
    rows[NERVES] = list(atlas.dataset.fields.values())
    words = atlas.dataset.strings_with(*STRING_PREFIXES)
    if version := atlas.edition.get("version"):
        words["sheet.licence"] += " " + words["sheet.edition"].format(version=version)
    return {
        "words": words,
        "nerves": [atlas.node(nerve).name for nerve in skin_nerves(atlas)],
        "sources": [short_citation(source) for source in sources.values()],
        "layers": {layer: [place[key] for key in _most_cited(own)] for layer, own in rows.items()},
    }
