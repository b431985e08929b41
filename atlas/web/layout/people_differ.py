"""How people differ: the forms of the anatomy that a thing has, how often, and links to a person who has one."""

from __future__ import annotations

from urllib.parse import urlencode

from dash import html

from atlas.api import Atlas
from atlas.dataset.tables.variants import Variant
from atlas.dataset.variants import changes
from atlas.reasoning.people import rates_in_words
from atlas.web.layout.evidence import evidence_mark
from atlas.web.layout.links import link

VARIANT = "variant"
"""The key of `?variant=`, whose value is the id of a variant of the anatomy; also the folder of its bundles."""


def usual_link(atlas: Atlas) -> html.A:
    """A link to the same page with the usual anatomy. A script adds the current state."""
    return html.A(atlas.strings["variant.usual"], href="?", **{"data-variant": ""})


def shown_variant(atlas: Atlas) -> html.P | None:
    """A line above the figures that names the variant shown; None if the usual anatomy is shown."""
    if not atlas.variants:
        return None
    names = "; ".join(atlas.dataset.variants[id_].name for id_ in atlas.variants)
    return html.P(
        [atlas.strings["variant.shown"], " ", html.B(names), " ", usual_link(atlas)], className="variant-shown"
    )


def _action(atlas: Atlas, row: Variant) -> html.A | html.B | html.Small | None:
    if row.id in atlas.variants:
        return html.B(atlas.strings["variant.here"])
    if row.usual:
        return usual_link(atlas) if any(_same_pattern(atlas, id_, row) for id_ in atlas.variants) else None
    if not changes(atlas.dataset, row.id):
        return html.Small(atlas.strings["variant.unchanged"])
    return html.A(
        atlas.strings["variant.show"],
        href="?" + urlencode({VARIANT: row.id}),
        **{"data-variant": row.id, "aria-label": f"{atlas.strings['variant.show']}: {row.name}"},
    )


def _same_pattern(atlas: Atlas, id_: str, row: Variant) -> bool:
    return atlas.dataset.variants[id_].pattern == row.pattern


def _form(atlas: Atlas, row: Variant) -> html.Tr:
    action = _action(atlas, row)
    said = [rates_in_words(atlas.dataset, row.id), ". ", row.plain, " ", evidence_mark(atlas, row)]
    return html.Tr(
        [html.Th(row.name, scope="row"), html.Td([html.Span(said), *([html.Br(), action] if action else [])])]
    )


def _patch_shares(atlas: Atlas, id_: str) -> html.Div | None:
    """How often each patch belongs to a nerve, where that differs from person to person."""
    if atlas.variants or atlas.node(id_).kind != "nerve":
        return None
    words = atlas.strings
    shares = {patch: share for patch, share in atlas.skin_cloud.of(id_).items() if share < 1}
    if not shares:
        return None
    rows = [
        html.Li(
            [
                link(atlas, patch),
                " ",
                html.Meter(value=f"{share:g}", **{"data-patch": patch, "aria-hidden": "true"}),
                f" {share:.0%}".replace("%", " %"),
            ]
        )
        for patch, share in shares.items()
    ]
    button = html.Button(words["variant.cloud.show"], className="plain", **{"data-cloud": "", "aria-pressed": "false"})
    lead = html.P(words["variant.cloud.lead"].format(n=atlas.skin_cloud.n), className="lead")
    return html.Div([html.H4(words["variant.cloud"]), lead, html.Ul(rows), button], className="cloud")


def people_differ(atlas: Atlas, id_: str) -> html.Details | None:
    """How people differ in a thing: its forms, by pattern and with the usual form first, and the skin of a nerve.

    None if people do not differ in it.
    """
    rows = [row for row in atlas.dataset.variants.values() if id_ in row.about]
    patterns = list(dict.fromkeys(row.pattern for row in rows))
    rows.sort(key=lambda row: (patterns.index(row.pattern), not row.usual))
    table = html.Table([html.Tbody([_form(atlas, row) for row in rows])], className="ledger variants") if rows else None
    parts = [part for part in (table, _patch_shares(atlas, id_)) if part]
    if not parts:
        return None
    summary = html.Summary(atlas.strings["variant.heading"])
    return html.Details([summary, *parts], className="people", open=bool(rows and atlas.variants))
