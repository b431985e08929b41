"""What browsers may do with anything the atlas sends: headers of every response, and the policy of an exported page."""

from __future__ import annotations

import re
from ast import literal_eval
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from flask import Flask, Response

ANYWHERE = "*"
"""What may frame the page unless it is told otherwise: any page, for it keeps nothing that a frame could steal."""
_OWN = "'self'"
_DIRECTIVES = {
    "default-src": ("'none'",),
    "script-src": (_OWN,),
    "style-src": (_OWN,),
    "img-src": (_OWN, "data:", "blob:"),  # the sheet that is saved as PNG is drawn as an image first
    "connect-src": (_OWN,),
    "manifest-src": (_OWN,),
    "worker-src": (_OWN,),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}
"""What a page may load and run: its own files, and nothing that stands in the page itself."""
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
_MAKES_STYLE = 'createElement("style")'
_STYLES = (
    re.compile(r"""createElement\("style"\);\w+\.id="[^"]*",\w+\.textContent=('(?:[^'\\]|\\.)*')"""),
    re.compile(r'\.push\(\[\w+\.id,("(?:[^"\\]|\\.)*")'),
)
"""How the scripts that we did not write put style into a page: Plotly's for maps, which nobody sees, and Dash's."""


def hashed(text: str | bytes) -> str:
    """Text as a source of a policy: only exactly this may stand in a page.

    >>> hashed("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    content = text.encode() if isinstance(text, str) else text
    return f"'sha256-{b64encode(sha256(content).digest()).decode()}'"


def inserted(script: str) -> list[str]:
    """The styles that a packed script puts into the page it runs in, as sources of a policy.

    It begins with an empty one and fills that by rules, which needs no leave.
    """
    if _MAKES_STYLE not in script:
        return []
    styles = [literal_eval(style) for pattern in _STYLES for style in pattern.findall(script)]
    return [hashed(style) for style in ("", *styles)]


def policy(**more: Iterable[str]) -> str:
    """The policy of a page. `more`: sources beside the usual ones, by directive with low strokes.

    >>> policy(script_src=["file:"]).split("; ")[1]
    "script-src 'self' file:"
    """
    told = {name: list(sources) for name, sources in _DIRECTIVES.items()}
    for name, sources in more.items():
        told.setdefault(name.replace("_", "-"), []).extend(dict.fromkeys(sources))
    return "; ".join(" ".join([name, *sources]) for name, sources in told.items())


def sources(ancestors: str) -> str:
    """A list of pages for `frame-ancestors`. Raises ValueError for what would end the policy or the header."""
    if not ancestors.strip() or not re.fullmatch(r"[\x21-\x2b\x2d-\x3a\x3c-\x7e ]+", ancestors):
        right = "write *, or 'self' and addresses such as https://example.org, parted by spaces"
        raise ValueError(f"'{ancestors}' is no list of sources of pages; {right}")
    return ancestors.strip()


def guard_browsers(server: Flask, ancestors: str, **more: Iterable[str]) -> None:
    """Send the policy with every response, errors and files too. Raises ValueError for a list of pages that is none."""
    sent = _ALWAYS | {"Content-Security-Policy": policy(frame_ancestors=[sources(ancestors)], **more)}

    @server.after_request
    def guarded(response: Response) -> Response:
        response.headers.update(sent)
        return response
