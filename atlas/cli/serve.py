"""`nerve-atlas serve`: serves the atlas on this computer."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, fail, report_data_problems, report_name_errors


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Network address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True, help="0 for any free port.")
@click.option(
    "--frame-ancestors", "ancestors", default="*", show_default=True, help="Sites that may embed the page in a frame."
)
@data_option
def serve(host: str, port: int, ancestors: str, data: Path | None) -> None:
    """Serve the atlas on this computer.

    Exits 1 if the data set has problems or the port is in use.
    """
    from threading import Thread

    from atlas.web.app import create_app
    from atlas.web.dev_server import create_dev_server

    with report_name_errors(), report_data_problems():
        app = create_app(data, ancestors=ancestors)
    try:
        server = create_dev_server(app.server, host, port)
    except OSError as error:
        reason = error.strerror or "not possible"
        fail(f"cannot listen on {host}:{port} ({reason}); choose another port with --port", 1)
    # so that the first selection does not wait for its bundles; other languages are built when they are asked for
    Thread(target=app.pages.build_ahead, args=((app.pages.home,),), daemon=True).start()
    shown = f"[{host}]" if ":" in host else host
    actual_port = getattr(server, "effective_port", port)
    click.echo(f"Nerve Atlas is at http://{shown}:{actual_port}/  (Ctrl+C stops it)")
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("stopped")
