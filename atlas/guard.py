"""What the server does with requests that make no sense: a clear word and a fitting status, never a traceback."""

from __future__ import annotations

from html import escape

from dash.exceptions import DependencyException
from flask import Flask, Response, abort, request
from werkzeug.exceptions import HTTPException

LARGEST = 64 * 1024
"""Bytes of a request's body. Nothing on the page sends one: every answer is in the browser already."""
_ANYTHING = "<path:path>"
_CALLBACK = "/_dash-update-component"


def guard(server: Flask, words: dict[str, str], home: str) -> None:
    """Answer unknown addresses with 404 and callbacks, of which the server has none, with 400.

    words: the catalogue of text. home: the address of the page.
    """
    server.config["MAX_CONTENT_LENGTH"] = LARGEST

    def told(status: int, key: str) -> Response:
        text = escape(words[key])
        page = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{text}</title></head>'
            f'<body><main><h1>{text}</h1><p><a href="{escape(home)}">{escape(words["error.home"])}</a></p>'
            "</main></body></html>"
        )
        return Response(page, status=status, mimetype="text/html")

    @server.before_request
    def sensible() -> Response | None:
        rule = request.url_rule.rule if request.url_rule else ""
        if rule.endswith(_ANYTHING):
            abort(404)
        if rule.endswith(_CALLBACK) and request.method == "POST":
            return told(413 if (request.content_length or 0) > LARGEST else 400, "error.callback")
        return None

    @server.errorhandler(DependencyException)
    def no_such_script(_: DependencyException) -> Response:
        return told(404, "error.404")

    @server.errorhandler(HTTPException)
    def in_words(error: HTTPException) -> Response:
        status = error.code or 500
        response = told(status, "error.404" if status == 404 else "error.other")
        for name, value in error.get_headers():
            if name in ("Allow", "Location"):
                response.headers[name] = value
        return response
