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
    from threading import Thread

    from atlas.web.app import create_app
    from atlas.web.dev_server import create_dev_server

    with naming(), refusing():
        app = create_app(data, ancestors=ancestors)
    try:
        server = create_dev_server(app.server, host, port)
    except OSError as error:
        reason = error.strerror or "not possible"
        click.echo(f"nerve-atlas: cannot listen on {host}:{port} ({reason}); choose another with --port", err=True)
        raise SystemExit(1) from None
    # so that the first selection does not wait for its answers; other languages are built when they are asked for
    Thread(target=app.pages.build_ahead, args=((app.pages.home,),), daemon=True).start()
    shown = f"[{host}]" if ":" in host else host
    at = getattr(server, "effective_port", port)
    click.echo(f"Nerve Atlas is at http://{shown}:{at}/  (Ctrl+C stops it)")
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("stopped")
