"""A source in short, and the web address at which it can be opened."""

from __future__ import annotations

import re

from atlas.dataset.tables.sources import Source

_DOI = re.compile(r"10\.\d{4,}/[^\s;]+")
_PMC = re.compile(r"\bPMC\d+")
_PMID = re.compile(r"\bPMID (\d+)")
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s;]*)?", re.IGNORECASE)
_INITIALS = re.compile(r"^[A-Z]{1,4}\.?$")


def short_citation(source: Source) -> str:
    """The first author's surname, or else the first words of the title, and the year.

    >>> short_citation(Source(id="g", authors="Gray H (ed. Lewis)", title="Anatomy", year="1918", access="whole"))
    'Gray 1918'
    """
    first = re.split(r"[;,(]", source.authors, maxsplit=1)[0].strip() or source.title
    words = [word for word in first.split() if not _INITIALS.match(word)] or first.split()
    while len(words) > 4 or (len(words) == 4 and len(words[-1]) < 4):
        words.pop()
    return " ".join([" ".join(words).rstrip(":,;"), source.year]).strip()


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
