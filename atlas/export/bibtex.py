"""The sources as BibTeX: one entry for each, under its id."""

from __future__ import annotations

import re
from typing import NamedTuple

from atlas.api import Atlas
from atlas.dataset.source_names import source_url
from atlas.dataset.tables.sources import Source

_PERSON = re.compile(r"(?P<surname>\S.*?) (?P<initials>[A-Z]{1,4})( \((?P<role>[^)]*)\))?")
_OTHERS = re.compile(r",? et al\.?$")
_MEANT = {
    **{char: "\\" + char for char in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_DOI = "https://doi.org/"


class Author(NamedTuple):
    """A person, or without initials an organisation or whoever is known by one name only."""

    name: str
    initials: str = ""


def authors_of(source: Source) -> tuple[list[Author], bool]:
    """The authors, and whether there are more than those named.

    >>> authors_of(Source(id="a", authors="de Souza AT; Resende LAL et al.", title="T", access="read"))
    ([Author(name='de Souza', initials='AT'), Author(name='Resende', initials='LAL')], True)
    """
    named = _OTHERS.sub("", source.authors)
    found = []
    for one in filter(None, (part.strip() for part in named.split(";"))):
        person = _PERSON.fullmatch(one)
        found.append(Author(person["surname"], person["initials"]) if person else Author(one))
    return found, named != source.authors


def escaped(text: str) -> str:
    """Text that means itself in BibTeX and in TeX.

    >>> escaped("50 % of R&D, a_b")
    '50 \\\\% of R\\\\&D, a\\\\_b'
    """
    return "".join(_MEANT.get(char, char) for char in text)


def _authors(source: Source) -> str:
    people, others = authors_of(source)
    listed = [f"{escaped(one.name)}, {one.initials}" if one.initials else f"{{{escaped(one.name)}}}" for one in people]
    return " and ".join([*listed, *(["others"] if others else [])])


def _entry(source: Source) -> str:
    address = source_url(source.identifier)
    doi = address.removeprefix(_DOI) if address.startswith(_DOI) else ""
    fields = {
        "author": _authors(source),
        "title": f"{{{escaped(source.title)}}}",
        "year": escaped(source.year),
        "doi": doi,
        "url": "" if doi else address,
        "howpublished": escaped(source.identifier) if source.identifier != doi else "",
        "note": escaped("; ".join(part for part in (f"access: {source.access}", source.note) if part)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value and value != "{}"]
    return f"@misc{{{source.id},\n" + ",\n".join(lines) + "\n}\n"


def bibliography(atlas: Atlas) -> bytes:
    """Every source as an entry of the type `misc`, for their kind was not recorded; UTF-8."""
    return "\n".join(_entry(source) for source in atlas.dataset["sources"].values()).encode()
