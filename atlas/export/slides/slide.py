"""One slide: what it says, shows and cites. Where it stands on the page is in `deck_file`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.api import Atlas
from atlas.dataset.citations import Citation
from atlas.dataset.rows import Claim
from atlas.dataset.source_names import short_citation, source_url
from atlas.export.slides.pictures import SlidePicture
from atlas.export.slides.text_fit import Block


@dataclass(frozen=True)
class Slide:
    """`place`: the line that says where in the deck it is. `address`: the state of the page, relative to the top of the
    atlas. `notes`: for the speaker, a paragraph each. `short`, `full`: its sources by name, and with all details."""

    title: str
    place: str
    blocks: tuple[Block, ...]
    pictures: tuple[SlidePicture, ...]
    address: str
    notes: tuple[str, ...]
    short: tuple[str, ...]
    full: tuple[str, ...]


@dataclass(frozen=True)
class SlideDeck:
    """Slides under one title. `foot`: the licence and the purpose, at the foot of every slide. `language`: of its
    texts. `words`: the names of the link, of the sources and of the QR code."""

    title: str
    language: str
    slides: tuple[Slide, ...]
    foot: str
    words: dict[str, str]
    colours: dict[str, str]


def citations_of(rows: Iterable[Claim]) -> dict[str, Citation]:
    """Key of a source → the first citation of it."""
    found: dict[str, Citation] = {}
    for row in rows:
        for cited in row.cites:
            found.setdefault(cited.key, cited)
    return found


def full_citation(atlas: Atlas, cited: Citation) -> str:
    """A source with its authors, title, year, address, the place in it, and how that place was read if not directly."""
    source, words = atlas.dataset.sources[cited.key], atlas.strings
    address = source_url(source.identifier) or source.identifier
    parts = [source.authors.rstrip("."), source.title.rstrip("."), source.year, cited.where, address]
    reading = words.get(f"chip.{cited.reading or source.access}", "")
    return ". ".join(part for part in parts if part) + (f" ({reading})" if reading else "")


def named_sources(
    atlas: Atlas, rows: Iterable[Claim], also: Iterable[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sources of some rows in short and in full, in the order in which they are cited. `also`: keys of others."""
    found = citations_of(rows)
    found |= {key: Citation(key) for key in also if key not in found}
    short = tuple(dict.fromkeys(short_citation(atlas.dataset.sources[key]) for key in found))
    return short, tuple(full_citation(atlas, cited) for cited in found.values())


def deck_of(atlas: Atlas, title: str, slides: Iterable[Slide]) -> SlideDeck:
    """A deck with what all slides share."""
    from atlas.export.slides.pictures import THEME
    from atlas.figures.theme_css import colours

    words = atlas.strings
    version = words["page.edition"].format(version=atlas.edition["version"]) if "version" in atlas.edition else ""
    unreviewed = "" if atlas.dataset.reviewed else words["languages.unreviewed"]
    foot = [words["handout.licence"], version, words["page.purpose.short"], unreviewed]
    named = {"open": "slides.open", "code": "handout.code", "sources": "deck.sources", "more": "handout.more"}
    return SlideDeck(
        title=title,
        language=atlas.language,
        slides=tuple(slides),
        foot=" ".join(part for part in foot if part),
        words={name: words[key] for name, key in named.items()},
        colours=colours(atlas, THEME),
    )


def language_folder(atlas: Atlas) -> str:
    """The folder of the page in the language of an atlas, below the top of the site: empty for the home language."""
    return "" if atlas.language == atlas.languages[0] else f"{atlas.language}/"
