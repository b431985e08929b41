"""The red flags in plain words, before anything that could be taken for advice, with the number to call."""

from __future__ import annotations

import json

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.plain_text import RedFlag
from atlas.web.layout.evidence import footing

NUMBER = "emergency-number"
"""The class of the elements that the script fills with the emergency number of the reader's country."""


def _choice(atlas: Atlas) -> html.Label:
    words = atlas.strings
    rows = sorted(atlas.dataset.emergency.values(), key=lambda row: row.name)
    options = [html.Option(words["flags.elsewhere"], value="")]
    options += [html.Option(f"{row.name}: {row.number}", value=row.region) for row in rows]
    return html.Label([html.Span(words["flags.country"]), html.Select(options, id="country")], htmlFor="country")


def _flag(atlas: Atlas, flag: RedFlag) -> html.Div:
    return html.Div([html.P(flag.plain), footing(atlas, flag)])


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
    numbers = {row.region: row.number for row in atlas.dataset.emergency.values()}
    attributes = {"aria-label": words["flags.label"], "data-numbers": json.dumps(numbers)}
    return html.Section([call, html.P(flags[0].plain), fold], id="flags", className="flags first", **attributes)
