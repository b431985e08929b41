"""Security headers of every response, and the Content-Security-Policy of exported pages."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from flask import Flask, Response

ANY_SITE = "*"
"""Any site may frame the page by default: the page keeps nothing that clickjacking could reach."""
_OWN = "'self'"
INSERTED_STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",  # empty at first: both fill theirs by rules
    "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='",  # Plotly's, for maps
    "'sha256-Do5Z9ZqsPvCQTUBQS9BnDm/2+on7omuzuLYk5sbA+2s='",  # Dash's, for its undo buttons
)
"""The style elements that the scripts of Plotly and Dash insert, as sources of the directive `style-src`.

A test computes them from the installed packages; after an upgrade it says which lines to change here.
"""
_DIRECTIVES = {
    "default-src": ("'none'",),
    "script-src": (_OWN,),
    "style-src": (_OWN, *INSERTED_STYLES),
    "img-src": (_OWN, "data:", "blob:"),  # a figure saved as PNG is drawn as an image first
    "font-src": ("data:",),  # the font is part of its style sheet
    "connect-src": (_OWN,),
    "manifest-src": (_OWN,),
    "worker-src": (_OWN,),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}
"""What a page may load and run: its own files, and no inline scripts."""
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope"),
            *("magnetometer", "microphone", "midi", "payment", "usb"),
        )
    ),
}


def hash_source(content: str | bytes) -> str:
    """A source expression that allows an inline script or style with exactly this content.

    >>> hash_source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    raw = content.encode() if isinstance(content, str) else content
    return f"'sha256-{b64encode(sha256(raw).digest()).decode()}'"


def policy(**more: Iterable[str]) -> str:
    """The Content-Security-Policy of a page. `more`: further sources, by directive with underscores.

    >>> policy(script_src=["file:"]).split("; ")[1]
    "script-src 'self' file:"
    """
    directives = {name: list(sources) for name, sources in _DIRECTIVES.items()}
    for name, sources in more.items():
        directives.setdefault(name.replace("_", "-"), []).extend(dict.fromkeys(sources))
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def frame_sources(ancestors: str) -> str:
    """A checked list of sources for `frame-ancestors`.

    Raises ValueError for an empty list, and for characters that would end the directive or the header.
    """
    if not ancestors.strip() or not re.fullmatch(r"[\x21-\x2b\x2d-\x3a\x3c-\x7e ]+", ancestors):
        right = "write *, or 'self' and addresses such as https://example.org, separated by spaces"
        raise ValueError(f"'{ancestors}' is not a list of sites that may frame the page; {right}")
    return ancestors.strip()


def register(server: Flask, ancestors: str) -> None:
    """Send the security headers with every response, errors included.

    `ancestors`: which sites may frame the page. Raises ValueError when it is not a list of sources.
    """
    csp = policy(frame_ancestors=[frame_sources(ancestors)])
    headers = _ALWAYS | {"Content-Security-Policy": csp}

    @server.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(headers)
        return response
