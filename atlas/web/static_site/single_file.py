"""The single-file form of an export: one page in one language, with everything that it needs inside."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urljoin, urlsplit

from atlas.web.pwa import is_download
from atlas.web.static_site.csp import with_policy
from atlas.web.static_site.folder import INDEX
from atlas.web.static_site.pages import Page
from atlas.web.urls import rewrite_urls

_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_SCRIPT = re.compile(r'<script defer src="([^"]+)"></script>')
_PWA = re.compile(r' data-(?:worker|manifest)="[^"]*"')
_LANGUAGES = re.compile(r'(<nav [^>]*id="languages"[^>]*>).*?(</nav>)', re.S)
_SEPARATE_STYLE = re.compile(r"(&quot;[\w-]+-style&quot;: ?&quot;)[^&]*(&quot;)")
_ENDS_SCRIPT = re.compile(r"<(?=/?script|!--)", re.I)


def _inline_script(content: bytes) -> str:
    r"""A script that can be inline: what would end the element is escaped, as strings and regular expressions allow.

    >>> _inline_script(b'a = "</script>"')
    'a = "\\x3c/script>"'
    """
    return _ENDS_SCRIPT.sub(r"\\x3c", content.decode())


def _inline_file(url: str, content: bytes) -> str:
    """A file as an element that the page reads when it asks for the file's URL."""
    if url.endswith(".js"):
        kind, text = "text/plain", _inline_script(content)
    else:
        kind, text = "application/json", content.decode().replace("<", "\\u003c")  # occurs only in strings there
    return f'<script type="{kind}" id="{escape(url)}">{text}</script>'


def single_file(page: Page, fetch_script: str, languages_note: str, first_script: str = "") -> dict[str, bytes]:
    """The page as one file, and the files that people can save from it.

    `fetch_script`: the script with which the page finds its inline files. `languages_note`: replaces the language menu.
    `first_script`: runs before all others.
    """
    first_scripts = _SCRIPT.findall(page.html)
    page_styles = set(_STYLE.findall(page.html))
    sheets = sorted((url for url in page.files if url.endswith(".css")), key=lambda url: url not in page_styles)
    inline, downloads = [], {}
    for url, content in page.files.items():
        if is_download(url):
            downloads[urlsplit(urljoin(page.path, url)).path[1:]] = content
        elif url not in first_scripts and url not in sheets:
            inline.append(_inline_file(url, content))
    html = page.html
    for pattern in (_STYLE, _SCRIPT, _PWA):
        html = pattern.sub("", html)
    html = _LANGUAGES.sub(lambda menu: f"{menu[1]}<p>{escape(languages_note)}</p>{menu[2]}", html)
    html = _SEPARATE_STYLE.sub(r"\1\2", html)
    html = rewrite_urls(html, lambda url: f"./{url.lstrip('./')}" if is_download(url) else url, lambda _: INDEX)
    style = "\n".join(page.files[url].decode() for url in sheets)
    style = style.replace("</", "<\\/")  # occurs only in strings of a style sheet, where it means the same
    html = html.replace("</head>", f"<style>{style}</style></head>", 1)
    scripts = [*filter(None, [first_script]), fetch_script, *(_inline_script(page.files[url]) for url in first_scripts)]
    before, end, after = html.rpartition("</body>")
    added = "".join(inline) + "".join(f"<script>{script}</script>" for script in scripts)
    return {INDEX: with_policy(before + added + end + after).encode(), **downloads}
