"""The sources as BibTeX: one entry each, with the source's id as its key."""

from __future__ import annotations

import re
from typing import NamedTuple

from atlas.api import Atlas
from atlas.dataset.source_names import source_url
from atlas.dataset.tables.sources import Source

_PERSON = re.compile(r"(?P<surname>\S.*?) (?P<initials>[A-Z]{1,4})( \((?P<role>[^)]*)\))?")
_ET_AL = re.compile(r",? et al\.?$")
_ESCAPES = {
    **{char: "\\" + char for char in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_DOI = "https://doi.org/"


class Author(NamedTuple):
    """A person; without initials, an organisation or a person known by a single name."""

    name: str
    initials: str = ""


def authors_of(source: Source) -> tuple[list[Author], bool]:
    """The authors, and whether there are more than those named.

    >>> authors_of(Source(id="a", authors="de Souza AT; Resende LAL et al.", title="T", access="whole"))
    ([Author(name='de Souza', initials='AT'), Author(name='Resende', initials='LAL')], True)
    """
    named = _ET_AL.sub("", source.authors)
    authors = []
    for name in filter(None, (part.strip() for part in named.split(";"))):
        person = _PERSON.fullmatch(name)
        authors.append(Author(person["surname"], person["initials"]) if person else Author(name))
    return authors, named != source.authors


def escaped(text: str) -> str:
    """Text with the special characters of TeX escaped.

    >>> escaped("50 % of R&D, a_b")
    '50 \\\\% of R\\\\&D, a\\\\_b'
    """
    return "".join(_ESCAPES.get(char, char) for char in text)


def _authors(source: Source) -> str:
    authors, more = authors_of(source)
    names = [f"{escaped(name)}, {initials}" if initials else f"{{{escaped(name)}}}" for name, initials in authors]
    return " and ".join([*names, *(["others"] if more else [])])


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
    """Every source as an entry of the type `misc`, because the data do not record their kind; UTF-8."""
    return "\n".join(_entry(source) for source in atlas.dataset.sources.values()).encode()
