"""`nerve-atlas serve`: the page, on this computer."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, naming, refusing


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True, help="0 takes any free port.")
@click.option("--frame-ancestors", "ancestors", default="*", show_default=True, help="Pages that may frame this one.")
@data_option
def serve(host: str, port: int, ancestors: str, data: Path | None) -> None:
    """Serve the atlas. A data set with a problem is refused, and nothing is served."""
    from atlas.web.app import create_app
    from atlas.web.dev_server import hall_server

    with naming(), refusing():
        app = create_app(data, ancestors=ancestors)
    try:
        server = hall_server(app.server, host, port)
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
