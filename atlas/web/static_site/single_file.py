"""The single form: one page in one language as one file that holds everything the page itself needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import urljoin, urlsplit

from atlas.web.pwa import is_taken
from atlas.web.static_site.csp import guarded
from atlas.web.static_site.folder import INDEX
from atlas.web.static_site.pages import Page
from atlas.web.urls import readdressed

_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_SCRIPT = re.compile(r'<script defer src="([^"]+)"></script>')
_KEEPING = re.compile(r' data-(?:worker|manifest)="[^"]*"')
_LANGUAGES = re.compile(r'(<nav [^>]*id="languages"[^>]*>).*?(</nav>)', re.S)
_QUIZ = re.compile(r"(&quot;quiz-style&quot;: ?&quot;)[^&]*(&quot;)")
_ENDS = re.compile(r"<(?=/?script|!--)", re.I)


def _code(content: bytes) -> str:
    r"""A script that can stand inside a page: what would end it is spelt otherwise, as strings and patterns allow.

    >>> _code(b'a = "</script>"')
    'a = "\\x3c/script>"'
    """
    return _ENDS.sub(r"\\x3c", content.decode())


def _held(address: str, content: bytes) -> str:
    """A file in the page, which is read when it is asked for by its address."""
    if address.endswith(".js"):
        kind, text = "text/plain", _code(content)
    else:
        kind, text = "application/json", content.decode().replace("<", "\\u003c")  # which stands only in strings there
    return f'<script type="{kind}" id="{escape(address)}">{text}</script>'


def single(page: Page, fetching: str, told: str) -> dict[str, bytes]:
    """The files of the site: the page, and beside it what people save from it.

    `fetching`: the script that lets the page fetch what it holds. `told`: what stands in place of other languages.
    """
    html, taken, styles = page.html, {}, []
    first = _SCRIPT.findall(html)
    sheets = [address for address in page.files if address.endswith(".css")]
    shown = set(_STYLE.findall(html))
    for address in sorted(sheets, key=lambda one: one not in shown):
        styles.append(page.files[address].decode())
    kept: Mapping[str, bytes] = {
        address: content for address, content in page.files.items() if address not in {*first, *sheets}
    }
    held = []
    for address, content in kept.items():
        if is_taken(address):
            taken[urlsplit(urljoin(page.path, address)).path[1:]] = content
        else:
            held.append(_held(address, content))
    run = [fetching, *(_code(page.files[address]) for address in first)]
    for spare in (_STYLE, _SCRIPT, _KEEPING):
        html = spare.sub("", html)
    html = _LANGUAGES.sub(lambda nav: f"{nav[1]}<p>{escape(told)}</p>{nav[2]}", html)
    html = _QUIZ.sub(r"\1\2", html)
    html = readdressed(html, lambda one: f"./{one.lstrip('./')}" if is_taken(one) else one, lambda _: INDEX)
    style = "\n".join(styles).replace("</", "<\\/")  # within strings of a style sheet, where alone it stands, the same
    html = html.replace("</head>", f"<style>{style}</style></head>", 1)
    scripts = "".join(held) + "".join(f"<script>{script}</script>" for script in run)
    before, end, after = html.rpartition("</body>")
    return {INDEX: guarded(before + scripts + end + after, ()).encode(), **taken}
