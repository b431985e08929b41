"""The areas of referred pain as a list: every origin on the page of a condition, with what each study found."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.referred_pain import ReferredPain
from atlas.reasoning.referred_pain import PainArea, origins_of, referred_pain
from atlas.web.layout.evidence import dot

_WORDS = "conditions.referred."


def _study(atlas: Atlas, row: ReferredPain) -> html.Li:
    words = atlas.strings
    how = f"{row.rate:g}" if row.rate is not None else words[_WORDS + row.often]
    key = ("rate" if row.n else "share") if row.rate is not None else "word"
    text = words[f"{_WORDS}as.{key}"].format(how=how, n=row.n, people=row.people)
    return html.Li([text, " ", html.Small(row.study, className="more"), " ", dot(atlas, row)])


def _area(atlas: Atlas, area: PainArea) -> html.Div:
    studies = html.Ul([_study(atlas, row) for row in area.studies])
    return html.Div([html.Dt(area.place), html.Dd(studies)])


def referred_list(atlas: Atlas, condition: str) -> html.Div | None:
    """What each origin does, in the words of the studies; None for a condition without origins."""
    origins = origins_of(atlas.dataset, condition)
    if not origins:
        return None
    areas = referred_pain(atlas.dataset)
    parts: list = [html.P(atlas.strings[_WORDS + "lead"])]
    for origin in origins:
        row = atlas.dataset.pain_origins[origin]
        parts.append(html.H4(row.name))
        parts.append(html.P(row.plain, className="remark"))
        parts.append(html.Dl([_area(atlas, area) for area in areas[origin]], className="facts"))
    return html.Div(parts, className="referred-areas")
