"""The article as a page: every passage in both voices, its claims with their verdicts, its table and its sources."""

from __future__ import annotations

from typing import Any

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.article import ArticleClaim, Passage
from atlas.export.display_text import display_text
from atlas.web.bundles.article import sections
from atlas.web.layout.evidence import footing
from atlas.web.layout.story_page import story_section

MODE = "article"
STRING_PREFIX = "article."
"""The strings of this page begin with this."""
VOICES = {"": "text", "plain": "plain"}
"""The voice in the address → the column with its text."""
CORRECT = "correct"


def article_tools(atlas: Atlas) -> html.Section:
    """Where the script puts the buttons that lead from passage to passage."""
    label = {"aria-label": atlas.strings["article.tools"], "data-in-mode": MODE}
    return html.Section("", id="article-tools", className="tools", hidden=True, **label)


def _verdict(words: dict[str, str], claim: ArticleClaim) -> list:
    sign = html.Span(words[f"article.sign.{claim.verdict}"], className="tick", **{"aria-hidden": "true"})
    return [sign, " ", words[f"article.verdict.{claim.verdict}"]]


def _claim(atlas: Atlas, claim: ArticleClaim) -> html.Details:
    words = atlas.strings
    number = words["article.claim"].format(number=claim.number)
    head = [
        html.Span(number, className="number"),
        " ",
        html.Span(_verdict(words, claim), className=f"verdict {claim.verdict}"),
    ]
    said = [
        html.P([html.B(words["article.says"] + " "), claim.claim]),
        html.P([html.B(words["article.why"] + " "), claim.why]),
    ]
    return html.Details([html.Summary(head), *said, footing(atlas, claim)], className="claim")


def _correction(words: dict[str, str], claim: ArticleClaim) -> html.Div:
    pieces = [("says", claim.claim), ("here", claim.here), ("because", claim.why)]
    lines = [html.P([html.B(words[f"article.{name}"] + " "), text]) for name, text in pieces]
    return html.Div(lines, className="correction")


def _table(atlas: Atlas, passage: Passage) -> list:
    rows = [row for row in atlas.dataset.side_by_side.values() if row.passage == passage.id]
    if not rows:
        return []
    heads = [html.Th(text, scope="col") for text in (passage.corner, passage.first, passage.second)]
    body = []
    for row in rows:
        note = [html.Small(row.note)] if row.note else []
        cells = [html.Th(row.sign, scope="row"), html.Td(row.first), html.Td(row.second)]
        foot = html.Td([footing(atlas, row), *note], colSpan=3, className="foot")
        body += [html.Tr(cells), html.Tr(foot)]
    caption = html.Caption(passage.caption)
    return [html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(body)], className="beside-table")]


def _buttons(atlas: Atlas, passage: Passage) -> list:
    if not passage.highlighted:
        return []
    words = atlas.strings
    says = html.Span(display_text(atlas, passage), className="lights")
    shown = [
        html.Button(words["article.show"], className="show-it", **{"data-part": passage.id, "aria-pressed": "false"})
    ]
    if passage.lesion:
        shown.append(html.Button(words["article.to.lesion"], className="plain", **{"data-lesion": passage.lesion}))
    if passage.pair:
        shown.append(html.Button(words["article.to.apart"], className="plain", **{"data-pair": ",".join(passage.pair)}))
    return [html.P([*shown, says], className="acts")]


def _passage(atlas: Atlas, passage: Passage, voice: str, corrected: set[str]) -> html.Section:
    words, claims = atlas.strings, [atlas.dataset.article_claims[number] for number in passage.claims]
    uncorrected = [claim for claim in claims if claim.verdict != CORRECT and claim.number not in corrected]
    corrected.update(claim.number for claim in uncorrected)
    note = [html.P([html.B(words["field.note"] + " "), passage.note], className="remark")] if passage.note else []
    children = [
        html.H4(passage.title, id=f"at-{passage.id}"),
        html.P(getattr(passage, VOICES[voice]), className="prose"),
        *_table(atlas, passage),
        *(_correction(words, claim) for claim in uncorrected),
        *_buttons(atlas, passage),
        html.Div([_claim(atlas, claim) for claim in claims], className="held"),
        *note,
        footing(atlas, passage),
    ]
    named = {"aria-labelledby": f"at-{passage.id}", "data-passage": passage.id}
    return html.Section(children, className="passage", tabIndex=-1, **named)


def _contents(atlas: Atlas) -> html.Nav:
    entries = [
        html.Li(html.Button(heading, className="link", **{"data-part": own[0].id})) for heading, own in sections(atlas)
    ]
    label = {"aria-label": atlas.strings["article.contents"]}
    return html.Nav([html.H3(atlas.strings["article.contents"]), html.Ol(entries)], className="contents", **label)


def article(atlas: Atlas, voice: str) -> html.Article:
    """The whole article in one voice: short story with red flags, contents, then all sections."""
    words = atlas.strings
    corrected: set[str] = set()
    head = [
        html.P(words["article.kind"], className="kind"),
        html.H2(words["article.title"], tabIndex=-1),
        story_section(atlas) if atlas.dataset.stories else html.P(words["page.emergency"], className="flags"),
        html.P(words["article.lead"].format(claims=len(atlas.dataset.article_claims))),
        html.P(words["page.purpose"], className="purpose"),
    ]
    chapters = [
        html.Section(
            [html.H3(heading), *(_passage(atlas, passage, voice, corrected) for passage in passages)],
            className="chapter",
        )
        for heading, passages in sections(atlas)
    ]
    return html.Article(
        [html.Div(head, className="head"), _contents(atlas), *chapters], className="article", **{"data-voice": voice}
    )


def article_words(atlas: Atlas) -> dict:
    """The page in each voice, the words that its script needs, and indexes of its sources in the pathways bundle."""
    dataset = atlas.dataset
    tables = (dataset.article, dataset.article_claims, dataset.side_by_side, dataset.stories)
    rows: list[Any] = [row for table in tables for row in table.values()]
    cited = {cite.key for row in rows for cite in row.cites}
    return {
        "words": atlas.dataset.strings_with(STRING_PREFIX),
        "pages": {voice: article(atlas, voice) for voice in VOICES},
        "sources": sorted(atlas.nerve_graph.source_place[key] for key in cited),
    }
