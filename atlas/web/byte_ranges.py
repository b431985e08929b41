"""Requests for a part of a file, as a browser makes them to resume a download (RFC 9110, section 14)."""

from __future__ import annotations

from flask import Request, Response
from werkzeug.exceptions import PreconditionFailed
from werkzeug.http import parse_range_header, unquote_etag


def asks_for_part(request: Request) -> bool:
    """Whether the answer should be a part of the file or 416, rather than the whole file.

    What the standard lets a server ignore is ignored: a range that cannot be read, other units, several ranges at once,
    and anything but GET. A weak tag in `If-Range` never matches, because a compressed copy cannot be continued.
    """
    if request.method != "GET" or not request.headers.get("Range"):
        return False
    parsed = parse_range_header(request.headers["Range"])
    if parsed is None or parsed.units != "bytes" or len(parsed.ranges) != 1:
        return False
    return not unquote_etag(request.headers.get("If-Range"))[1]


def make_conditional(response: Response, request: Request, length: int, part: bool) -> None:
    """Turn the answer of a whole file into 304 or 206 if the request asks for that.

    `length`: bytes of the file. `part`: whether the request asks for a part of it.
    Raises RequestedRangeNotSatisfiable for a part outside the file, PreconditionFailed if it must be another file.
    """
    response.headers["Accept-Ranges"] = "bytes"
    response.make_conditional(request)  # first, because what the browser has already need not be sent in parts
    if response.status_code == 412:
        raise PreconditionFailed
    if part and response.status_code == 200:
        response.make_conditional(request, accept_ranges=True, complete_length=length)
