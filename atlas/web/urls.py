"""The URLs in a page's HTML: finding them and rewriting them. All are relative, so that a page works below any path."""

from __future__ import annotations

import re
from collections.abc import Callable

_URL = re.compile(r'(?P<link>\bhref=)?(?P<sign>"|&quot;)(?P<to>\.{1,2}/[^"&]*|\?[^"&]*)(?P=sign)')


def relative_to(top: str, path: str) -> str:
    """A path of the site as a URL relative to a page. `top`: the path from that page to the top of the site.

    >>> relative_to("../", "/style.css")
    '../style.css'
    """
    return top + path.removeprefix("/")


def is_page(url: str) -> bool:
    """Whether a URL leads to a page rather than to a file."""
    return url.partition("?")[0].endswith("/") or url.startswith("?")


def files_in(page: str) -> tuple[str, ...]:
    """The URLs of the files that a page names, each once.

    >>> files_in('<a href="./de/"><link href="./a.css"><main data-answers="{&quot;b&quot;: &quot;../b.json&quot;}">')
    ('./a.css', '../b.json')
    """
    found = (match["to"] for match in _URL.finditer(page))
    return tuple(dict.fromkeys(url for url in found if not is_page(url)))


def rewrite_urls(page: str, file: Callable[[str], str], link: Callable[[str], str]) -> str:
    """The page with each file's URL replaced by `file(url)`, and each link to a page by `link(url)`."""

    def replace(match: re.Match[str]) -> str:
        url, sign = match["to"], match["sign"]
        if is_page(url) and not match["link"]:  # the prefix of Dash's own requests
            return match[0]
        return f"{match['link'] or ''}{sign}{(link if is_page(url) else file)(url)}{sign}"

    return _URL.sub(replace, page)
