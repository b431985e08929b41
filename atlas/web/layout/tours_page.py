"""The tours: their descriptions, the evidence of their steps, and the words that their script needs."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.tours import Tour, TourStep
from atlas.dataset.tour_order import steps_of, tours
from atlas.web.layout.evidence import footing

STRING_PREFIXES = ("tours.", "keys.", "notes.", "stage.open", "slides.")
"""The strings of this page begin with these."""


def tour_box(atlas: Atlas) -> html.Section:
    """Where the script puts the current step of a tour, in every mode."""
    label = {"aria-label": atlas.strings["tours.box"]}
    return html.Section("", id="tour", className="tools", hidden=True, tabIndex=-1, **label)


def keys_button(atlas: Atlas) -> html.Button:
    """A button that opens the list of all keyboard shortcuts."""
    return html.Button(atlas.strings["keys.title"], className="link", **{"data-keys": "help"})


def _card(atlas: Atlas, tour: Tour) -> html.Li:
    words, steps = atlas.strings, steps_of(atlas.dataset, tour.id)
    asked = sum(bool(step.ask) for step in steps)
    count = words["tours.asks.none" if not asked else "tours.asks.one" if asked == 1 else "tours.asks"]
    children = [
        html.H3(tour.name, id=f"tour-{tour.id}"),
        html.P(tour.describe),
        html.P(count.format(steps=len(steps), asked=asked), className="amount"),
        html.Button(
            words["slides.make"],
            title=words["slides.make.title"],
            className="link to-slides",
            **{"data-to-slides": tour.id, "aria-describedby": f"tour-{tour.id}"},
        ),
        html.Button(
            words["tours.start"], className="start", **{"data-tour": tour.id, "aria-describedby": f"tour-{tour.id}"}
        ),
    ]
    return html.Li(children, className="tour")


def _list(atlas: Atlas) -> html.Article:
    words = atlas.strings
    head = [
        html.H2(words["mode.tours"], tabIndex=-1),
        html.P(words["tours.lead"]),
        html.P([words["tours.how"], " ", keys_button(atlas)], className="purpose"),
    ]
    return html.Article(
        [
            html.Div(head, className="head"),
            html.Ul([_card(atlas, tour) for tour in tours(atlas.dataset)], className="tours"),
        ]
    )


def _rests(atlas: Atlas, step: TourStep) -> html.Section:
    note = [html.P([html.B(atlas.strings["field.note"] + " "), step.note], className="remark")] if step.note else []
    return html.Section([html.H3(atlas.strings["tours.rests"]), *note, footing(atlas, step)], className="rests")


def tours_words(atlas: Atlas) -> dict:
    """Words; `list`: the page of all tours; `rests`: tour → the evidence of each of its steps; `sources`: tour →
    indexes of its sources in the pathways bundle."""
    place = atlas.nerve_graph.source_place
    return {
        "words": atlas.dataset.strings_with(*STRING_PREFIXES),
        "list": _list(atlas),
        "rests": {
            tour.id: [_rests(atlas, step) for step in steps_of(atlas.dataset, tour.id)] for tour in tours(atlas.dataset)
        },
        "sources": {
            tour.id: sorted({place[cited.key] for step in steps_of(atlas.dataset, tour.id) for cited in step.cites})
            for tour in tours(atlas.dataset)
        },
    }


def key_words(atlas: Atlas) -> dict:
    """The words of the list of keyboard shortcuts."""
    return {"words": atlas.dataset.strings_with("keys.")}
