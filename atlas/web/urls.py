"""Addresses inside a page: found in its HTML, and put in another form. All are relative to the page that names them."""

from __future__ import annotations

import re
from collections.abc import Callable

_ADDRESS = re.compile(r'(?P<link>\bhref=)?(?P<sign>"|&quot;)(?P<to>\.{1,2}/[^"&]*|\?[^"&]*)(?P=sign)')
_OPEN = ("/", "?")
"""What a link to a page ends with or begins with; anything else is a file."""


def is_page(address: str) -> bool:
    """Whether an address leads to a page rather than to a file."""
    return address.partition("?")[0].endswith(_OPEN) or address.startswith("?")


def files_in(page: str) -> tuple[str, ...]:
    """The files that a page names, as it writes them, each once.

    >>> files_in('<a href="./de/"><link href="./a.css"><main data-answers="{&quot;b&quot;: &quot;../b.json&quot;}">')
    ('./a.css', '../b.json')
    """
    found = (match["to"] for match in _ADDRESS.finditer(page))
    return tuple(dict.fromkeys(address for address in found if not is_page(address)))


def readdressed(page: str, file: Callable[[str], str], link: Callable[[str], str]) -> str:
    """The page with each file's address put through `file`, and each link to a page through `link`."""

    def put(match: re.Match[str]) -> str:
        to, sign = match["to"], match["sign"]
        if is_page(to) and not match["link"]:  # the way that Dash begins its own addresses with
            return match[0]
        return f"{match['link'] or ''}{sign}{(link if is_page(to) else file)(to)}{sign}"

    return _ADDRESS.sub(put, page)
