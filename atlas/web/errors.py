"""Error responses: a fitting status and one line that says what is wrong, never a traceback."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.exceptions import (
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestedRangeNotSatisfiable,
    RequestEntityTooLarge,
    ServiceUnavailable,
)
from werkzeug.routing import RequestRedirect

MAX_BODY = 64 * 1024
"""Bytes of a request's body. The page never sends one: all answers are in the browser already."""
MAX_URL = 8000
"""Bytes of a URL with its query: more than any state of the page needs, and as much as most hosts accept."""
_PLAIN, _HTML = "text/plain", "text/html"


def _response(status: int, title: str, reason: str, home_link: str) -> Response:
    """One line of text; a small page for browsers, which say in `Accept` that they prefer HTML."""
    if request.accept_mimetypes.best_match([_PLAIN, _HTML]) != _HTML:
        response = Response(f"{reason}\n", status=status, mimetype=_PLAIN)
    else:
        # relative, because a proxy may have removed the path below which the atlas is served
        home = "./" + "../" * max(0, request.path.count("/") - 1)
        page = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
            f"<body><main><h1>{escape(title)}</h1><p>{escape(reason)}</p>"
            f'<p><a href="{home}">{escape(home_link)}</a></p></main></body></html>'
        )
        response = Response(page, status=status, mimetype=_HTML)
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Accept")
    return response


def _relative_redirect(url: str) -> str:
    """The last folder of a URL with its query, relative to the request: correct below any path a proxy may add."""
    to = urlsplit(url)
    folder = to.path.rstrip("/").rpartition("/")[2]
    return f"./{folder}/" + (f"?{to.query}" if to.query else "")


def register(server: Flask, words: Mapping[str, str], pages: Iterable[str], unused: Iterable[str]) -> None:
    """Answer every request that the atlas does not serve with a 4xx status and a reason, and 503 while it is made.

    `words`: the catalogue of texts. `pages`: the paths of the pages. `unused`: endpoints to close; they answer 404.
    Call this last: only routes that are registered by now are served.
    """
    server.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    server.url_map.merge_slashes = False
    served = {rule.endpoint for rule in server.url_map.iter_rules()} - set(unused)
    not_found = f"Nothing is at this address. Pages are at {', '.join(pages)}. Other files are linked from them."

    def respond(status: int, reason: str) -> Response:
        title = words["error.404" if status == 404 else "error.other"]
        return _response(status, title, reason, words["error.home"])

    def is_served_with_get() -> bool:
        try:
            return server.create_url_adapter(request).match(method="GET")[0] in served  # type: ignore[union-attr]
        except HTTPException:
            return False

    @server.before_request
    def refuse_bad_request() -> Response | None:
        if len(request.query_string) + len(request.path) > MAX_URL:
            return respond(414, f"The address is too long: at most {MAX_URL} bytes are accepted.")
        try:
            request.query_string.decode("utf-8")
        except UnicodeDecodeError as error:
            return respond(400, f"Byte {error.start + 1} of the query is not UTF-8; percent-encode it.")
        if isinstance(request.routing_exception, RequestRedirect):
            response = respond(308, "Redirecting: add a trailing slash.")
            response.headers["Location"] = _relative_redirect(request.routing_exception.new_url)
            return response
        if request.endpoint is not None and request.endpoint not in served:
            abort(404)
        return None

    @server.errorhandler(HTTPException)
    def describe(error: HTTPException) -> Response:
        if isinstance(error, MethodNotAllowed) and is_served_with_get():
            allowed = ", ".join(sorted(set(error.valid_methods or ())))
            response = respond(405, f"This address accepts only {allowed}.")
            response.headers["Allow"] = allowed
            return response
        if isinstance(error, (MethodNotAllowed, NotFound)):
            return respond(404, not_found)
        if isinstance(error, RequestEntityTooLarge):
            return respond(413, f"The body is too large: at most {MAX_BODY} bytes are accepted.")
        if isinstance(error, RequestedRangeNotSatisfiable):
            response = respond(416, f"There is no such part: the file has {error.length} bytes.")
            response.headers["Content-Range"] = f"{error.units} */{error.length}"
            return response
        if isinstance(error, ServiceUnavailable) and error.retry_after:
            seconds = str(error.retry_after)
            response = respond(503, f"This is still being made; ask again in {seconds} seconds.")
            response.headers["Retry-After"] = response.headers["Refresh"] = seconds
            return response
        return respond(error.code or 500, f"{error.name}: the request cannot be answered.")
