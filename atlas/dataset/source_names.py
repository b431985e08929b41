"""A source in short, and the web address at which it can be opened."""

from __future__ import annotations

import re

from atlas.dataset.tables.sources import Source

_DOI = re.compile(r"10\.\d{4,}/[^\s;]+")
_PMC = re.compile(r"\bPMC\d+")
_PMID = re.compile(r"\bPMID (\d+)")
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s;]*)?", re.IGNORECASE)
_INITIALS = re.compile(r"^[A-Z]{1,4}\.?$")
_MOST_WORDS, _SHORTEST_LAST = 4, 4


def _cut(words: list[str]) -> list[str]:
    """The first words of a longer name, without small words at the end, which would announce more."""
    words = words[:_MOST_WORDS]
    while len(words) > 1 and len(words[-1]) < _SHORTEST_LAST:
        words.pop()
    return words


def _author(authors: str) -> str:
    """The surname of the first author, or the first words of an organisation; empty without authors."""
    first = re.split(r"[;,(]", authors, maxsplit=1)[0].split()
    words = [word for word in first if not _INITIALS.match(word)] or first
    return " ".join(_cut(words) if len(words) > _MOST_WORDS else words)


def _title(title: str) -> str:
    """The first clause of a title without remarks in brackets; where that is long its first words, with three dots."""
    text = " ".join(re.sub(r"\([^()]*\)|[\[\]]", " ", title).split()) or title
    clause = re.split(r"[:,?!](?= |$)| [-–/] ", text, maxsplit=1)[0].split()
    words = clause if len(clause) > 1 else text.split()
    if len(words) <= _MOST_WORDS + 1:
        return " ".join(words)
    return f"{' '.join(_cut(words)).rstrip(':,;')} …"


def short_citation(source: Source) -> str:
    """The first author's surname, or else the first words of the title, and the year.

    >>> short_citation(Source(id="g", authors="Gray H (ed. Lewis)", title="Anatomy", year="1918", access="whole"))
    'Gray 1918'
    >>> short_citation(Source(id="b", title="Chapter 8 (not seen): where the cord ends", year="1990", access="whole"))
    'Chapter 8 1990'
    """
    return f"{_author(source.authors) or _title(source.title)} {source.year}".strip()


def source_url(identifier: str) -> str:
    """The address of a source with a DOI, a PMC id, a PMID, or a site with a path; empty for anything else.

    >>> source_url("Spine 49(11); 10.1097/brs.0000000000004737")
    'https://doi.org/10.1097/brs.0000000000004737'
    >>> source_url("acemap.info/paper/61424286"), source_url("clinicalgate.com"), source_url("PMID 224837")
    ('https://acemap.info/paper/61424286', '', 'https://pubmed.ncbi.nlm.nih.gov/224837/')
    """
    if found := _DOI.search(identifier):
        return f"https://doi.org/{found[0]}"
    if found := _PMC.search(identifier):
        return f"https://www.ncbi.nlm.nih.gov/pmc/articles/{found[0]}/"
    if found := _PMID.search(identifier):
        return f"https://pubmed.ncbi.nlm.nih.gov/{found[1]}/"
    found = _SITE.match(identifier)
    is_complete = found and "/" in found[0] and found.end() == len(identifier.split(";")[0].strip())
    return f"https://{found[0]}" if found and is_complete else ""
