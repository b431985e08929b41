"""`nerve-atlas serve`: the page, on this computer."""

from __future__ import annotations

import select
from pathlib import Path

import click

from atlas.commands.loading import data_option, naming, refusing

_CROWD = {"connection_limit": 2000, "backlog": 2048, "asyncore_use_poll": hasattr(select, "poll")}
"""A lecture hall opens more connections than waitress takes by itself, where those past a hundred wait for ever; and
`select` ends at a thousand."""
_LARGEST_HEAD = 32 * 1024
"""Bytes of a request before its body."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True, help="0 takes any free port.")
@click.option("--frame-ancestors", "ancestors", default="*", show_default=True, help="Pages that may frame this one.")
@data_option
def serve(host: str, port: int, ancestors: str, data: Path | None) -> None:
    """Serve the atlas. A data set with a problem is refused, and nothing is served."""
    from waitress import create_server

    from atlas.app import create_app
    from atlas.bodies import LARGEST

    limits = {"max_request_body_size": LARGEST, "max_request_header_size": _LARGEST_HEAD}
    with naming(), refusing():
        app = create_app(data, ancestors=ancestors)
    try:
        server = create_server(app.server, host=host, port=port, threads=8, ident=None, **_CROWD, **limits)
    except OSError as error:
        reason = error.strerror or "not possible"
        click.echo(f"nerve-atlas: cannot listen on {host}:{port} ({reason}); choose another with --port", err=True)
        raise SystemExit(1) from None
    shown = f"[{host}]" if ":" in host else host
    at = getattr(server, "effective_port", port)
    click.echo(f"Nerve Atlas is at http://{shown}:{at}/  (Ctrl+C stops it)")
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("stopped")
