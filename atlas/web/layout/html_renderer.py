"""Component trees as HTML text, for the parts of the page that are in the first response."""

from __future__ import annotations

from html import escape

from dash.development.base_component import Component

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "hrefLang": "hreflang"}


class Inline(str):
    """Markup that is inserted without escaping."""


def _attributes(props: dict) -> str:
    shown = []
    # Dash returns those with a hyphen in an order that differs between starts
    for name, value in sorted(props.items(), key=lambda prop: prop[0] if "-" in prop[0] else ""):
        if name == "children" or value is None or value is False:
            continue
        label = _NAMES.get(name, name.lower())
        shown.append(f" {label}" if value is True else f' {label}="{escape(str(value))}"')
    return "".join(shown)


def to_html(tree: object) -> str:
    """The HTML of a component, a text, or a list of either.

    >>> from dash import html
    >>> to_html(html.P(["a < b", html.Br()], className="note", hidden=True))
    '<p class="note" hidden>a &lt; b<br></p>'
    """
    if tree is None:
        return ""
    if isinstance(tree, Inline):
        return str(tree)
    if isinstance(tree, (list, tuple)):
        return "".join(to_html(part) for part in tree)
    if not isinstance(tree, Component):
        return escape(str(tree), quote=False)
    written = tree.to_plotly_json()
    props, tag = written["props"], written["type"].lower()
    opened = f"<{tag}{_attributes(props)}>"
    return opened if tag in _VOID else f"{opened}{to_html(props.get('children'))}</{tag}>"
