"""The red flags in plain words, before anything that could be taken for advice, with the number to call."""

from __future__ import annotations

import json

from dash import html

from atlas.api import Atlas
from atlas.dataset.sides import on_side
from atlas.dataset.tables.plain_text import EmergencyNumber, RedFlag
from atlas.search.similarity import normalise
from atlas.web.layout.evidence import footing

NUMBER = "emergency-number"
"""The class of the elements that the script fills with the emergency number of the reader's country."""


def numbers_to_call(atlas: Atlas, row: EmergencyNumber) -> str:
    """One number, or two joined by "or" in the language of the atlas."""
    if len(row.number) == 1:
        return row.number[0]
    first, second = row.number
    return atlas.strings["flags.either"].format(first=first, second=second)


def _choice(atlas: Atlas) -> html.Label:
    """The list of countries, in alphabetical order as a reader expects it: accents do not count."""
    words = atlas.strings
    rows = sorted(atlas.dataset.emergency.values(), key=lambda row: (normalise(row.name), row.name))
    options = [html.Option(words["flags.elsewhere"], value="")]
    options += [html.Option(f"{row.name}: {numbers_to_call(atlas, row)}", value=row.region) for row in rows]
    return html.Label([html.Span(words["flags.country"]), html.Select(options, id="country")], htmlFor="country")


def _flag(atlas: Atlas, flag: RedFlag) -> html.Div:
    return html.Div([html.P(flag.plain), footing(atlas, flag)])


def figure_button(atlas: Atlas) -> list[html.Button]:
    """The button that shows the figure of the first flag, if it has one."""
    first = min(atlas.dataset.red_flags.values(), key=lambda flag: flag.order, default=None)
    if first is None or not first.shows:
        return []
    text = atlas.strings["flags.show"].format(view=on_side(atlas.dataset.views[first.shows].name))
    return [html.Button(text, className="plain shows-figure", **{"data-reveal": first.shows})]


def red_flags(atlas: Atlas) -> html.Section | None:
    """The block at the side of the page, with the first flag unfolded; None when there are no flags."""
    flags = sorted(atlas.dataset.red_flags.values(), key=lambda flag: flag.order)
    if not flags:
        return None
    words = atlas.strings
    number = html.Strong(words["flags.number"], className=NUMBER)
    call = html.P([html.B(words["flags.now"]), " ", words["flags.call"], " ", number, "."], className="call")
    more = [
        html.Div([html.P(words[f"flags.{urgency}.title"], className="when"), *(_flag(atlas, flag) for flag in own)])
        for urgency in ("now", "soon")
        if (own := [flag for flag in flags[1:] if flag.urgency == urgency])
    ]
    fold = html.Details([html.Summary(words["flags.more"]), footing(atlas, flags[0]), *more, _choice(atlas)])
    rows = atlas.dataset.emergency.values()
    numbers = {row.region: {"call": numbers_to_call(atlas, row), "zones": row.zones} for row in rows}
    attributes = {"aria-label": words["flags.label"], "data-numbers": json.dumps(numbers)}
    first = [html.P(flags[0].plain, className="said-plain"), html.P(flags[0].text, className="said-clinical")]
    parts = [call, *first, *figure_button(atlas), fold]
    return html.Section(parts, id="flags", className="flags first", **attributes)
