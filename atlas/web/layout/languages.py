"""The choice of language and of Latin names, and the notice on translations that nobody has reviewed."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from atlas.api import Atlas
from atlas.dataset.translation.locales import ENGLISH, own_name


def _link(here: str, there: str) -> str:
    """The relative link from the page in one language to the page in another."""
    up = "./" if here == ENGLISH else "../"
    return up if there == ENGLISH else f"{up}{there}/"


def language_menu(atlas: Atlas, languages: Iterable[str]) -> html.Details | None:
    """A menu of the languages, each by its own name, then the choice of Latin names; None when there is no choice.

    A script adds the current state to the links.
    """
    words, here = atlas.strings, atlas.language
    others = [language for language in languages if language != here]
    links = []
    for language in languages if others else ():
        current = {"aria-current": "page"} if language == here else {}
        link = html.A(own_name(language), href=_link(here, language), lang=language, hrefLang=language, **current)
        links.append(link)
    if atlas.dataset.latin_names:
        turn = "off" if atlas.dataset.latin else "on"
        href = "./" if atlas.dataset.latin else "?names=latin"
        names = {"data-names": "" if atlas.dataset.latin else "latin"}
        links.append(html.A(words[f"latin.{turn}"], href=href, title=words[f"latin.{turn}.title"], **names))
    if not links:
        return None
    label = {"aria-label": words["languages.label"]}
    sign = here.split("-")[0].upper()
    attributes = {
        "title": words["languages.label"],
        "aria-label": f"{sign} – {words['languages.label']}: {own_name(here)}",
    }
    summary = html.Summary(sign, className="plain", **attributes)
    menu = html.Nav(links, className="languages", id="languages", **label)
    return html.Details([summary, menu], className="take tongue")


def unreviewed(atlas: Atlas) -> html.Aside | None:
    """The notice on every page of a language whose catalogue has not been marked as reviewed."""
    words = atlas.strings
    if atlas.dataset.reviewed:
        return None
    return html.Aside(words["languages.unreviewed"], className="unreviewed", **{"aria-label": words["languages.label"]})
