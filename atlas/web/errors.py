"""What the server does with requests that make no sense: a clear word and a fitting status, never a traceback."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge
from werkzeug.routing import RequestRedirect

from atlas.web.request_bodies import LARGEST, refusal

LONGEST = 8000
"""Bytes of an address with its query: more than any state of the page has, and what hosts take."""
_CALLBACK = "/_dash-update-component"
_PLAIN, _HTML = "text/plain", "text/html"


def _told(status: int, title: str, reason: str, back: str) -> Response:
    """One line for programs, a small page for browsers, which say that they would rather have that."""
    if request.accept_mimetypes.best_match([_PLAIN, _HTML]) != _HTML:
        response = Response(f"{reason}\n", status=status, mimetype=_PLAIN)
    else:
        # relative, for a proxy may have taken away the path under which the atlas stands
        home = "./" + "../" * max(0, request.path.count("/") - 1)
        page = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
            f"<body><main><h1>{escape(title)}</h1><p>{escape(reason)}</p>"
            f'<p><a href="{home}">{escape(back)}</a></p></main></body></html>'
        )
        response = Response(page, status=status, mimetype=_HTML)
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Accept")
    return response


def _beside(url: str) -> str:
    """The last part of an address with its query: where a redirect leads, below whatever path a proxy put before it."""
    to = urlsplit(url)
    folder = to.path.rstrip("/").rpartition("/")[2]
    return f"./{folder}/" + (f"?{to.query}" if to.query else "")


def guard(
    server: Flask, words: Mapping[str, str], pages: Iterable[str], outputs: Iterable[str], shut: Iterable[str]
) -> None:
    """Answer unknown addresses with 404, and callbacks, of which the server has none, with 400 and the reason.

    `words`: the catalogue of text; `pages`: addresses of the pages; `outputs`: of callbacks that the browser answers;
    `shut`: endpoints that nobody needs. Only what is registered by now is served.
    """
    server.config["MAX_CONTENT_LENGTH"] = LARGEST
    server.url_map.merge_slashes = False
    served = {rule.endpoint for rule in server.url_map.iter_rules()} - set(shut)
    nothing = f"nothing is at this address; pages are at {', '.join(pages)}, and name all their files"

    def told(status: int, reason: str) -> Response:
        title = words["error.404" if status == 404 else "error.other"]
        return _told(status, title, reason, words["error.home"])

    def taken() -> bool:
        """Whether something answers at the address that is asked for, though not in this way."""
        try:
            return server.create_url_adapter(request).match(method="GET")[0] in served
        except HTTPException:
            return False

    @server.before_request
    def sensible() -> Response | None:
        if len(request.query_string) + len(request.path) > LONGEST:
            return told(414, f"the address is too long; {LONGEST} bytes are the most")
        try:
            request.query_string.decode("utf-8")
        except UnicodeDecodeError as error:
            return told(400, f"byte {error.start + 1} of the query is not UTF-8; write it with percent signs")
        if request.method == "POST" and request.path == _CALLBACK:
            refused = refusal(request.get_data(cache=False), request.mimetype, outputs)
            return told(refused.status, refused.reason)
        if isinstance(request.routing_exception, RequestRedirect):
            response = told(308, "this page is at the same address with a stroke at its end")
            response.headers["Location"] = _beside(request.routing_exception.new_url)
            return response
        if request.endpoint is not None and request.endpoint not in served:
            abort(404)
        return None

    @server.errorhandler(HTTPException)
    def in_words(error: HTTPException) -> Response:
        if isinstance(error, MethodNotAllowed):
            right = ["POST"] if request.path == _CALLBACK else sorted(set(error.valid_methods or ()))
            if request.path == _CALLBACK or taken():
                response = told(405, f"this address takes {', '.join(right)}")
                response.headers["Allow"] = ", ".join(right)
                return response
            error = NotFound()
        if isinstance(error, NotFound):
            return told(404, nothing)
        if isinstance(error, RequestEntityTooLarge):
            return told(413, f"the body is too large; {LARGEST} bytes are the most")
        return told(error.code or 500, f"{error.name}: the request cannot be answered")
