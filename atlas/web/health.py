"""`/healthz`: says that the server answers, and with which version of the data."""

from __future__ import annotations

import json

from flask import Flask, Response

PATH = "/healthz"


def register(server: Flask, data_version: str) -> None:
    """Serve the health check: 200 with the version of the data, never cached."""
    body = json.dumps({"sound": True, "data": data_version}) + "\n"

    def send() -> Response:
        return Response(body, mimetype="application/json", headers={"Cache-Control": "no-store"})

    server.add_url_rule(PATH, endpoint=PATH, view_func=send)
