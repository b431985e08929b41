"""The choice of a language and of Latin names, and what is said of texts that nobody has reviewed."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from atlas.api import Atlas
from atlas.dataset.translation.locales import ENGLISH, own_name


def _way(here: str, there: str) -> str:
    """From the page in one language to that in another; relative, so that it holds wherever the atlas is served."""
    up = "./" if here == ENGLISH else "../"
    return up if there == ENGLISH else f"{up}{there}/"


def language_menu(atlas: Atlas, languages: Iterable[str]) -> html.Details | None:
    """A small menu of the languages, each by its own name, then the choice of names; None where there is no choice.

    A script adds the state to their addresses.
    """
    words, here = atlas.strings, atlas.language
    others = [one for one in languages if one != here]
    links = []
    for one in languages if others else ():
        told = {"aria-current": "page"} if one == here else {}
        links.append(html.A(own_name(one), href=_way(here, one), lang=one, hrefLang=one, **told))
    if atlas.dataset.latin_names:
        turn = "off" if atlas.dataset.latin else "on"
        href = "./" if atlas.dataset.latin else "?names=latin"
        told = {"data-names": "" if atlas.dataset.latin else "latin"}
        links.append(html.A(words[f"latin.{turn}"], href=href, title=words[f"latin.{turn}.title"], **told))
    if not links:
        return None
    label = {"aria-label": words["languages.label"]}
    sign = here.split("-")[0].upper()
    told = {"title": words["languages.label"], "aria-label": f"{sign} – {words['languages.label']}: {own_name(here)}"}
    summary = html.Summary(sign, className="plain", **told)
    menu = html.Nav(links, className="languages", id="languages", **label)
    return html.Details([summary, menu], className="take tongue")


def unreviewed(atlas: Atlas) -> html.Aside | None:
    """The notice on every page of a language until its catalogue says that someone has reviewed it."""
    words = atlas.strings
    if atlas.dataset.reviewed:
        return None
    return html.Aside(words["languages.unreviewed"], className="unreviewed", **{"aria-label": words["languages.label"]})
