"""`nerve-atlas serve`: serves the atlas on this computer."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.loading import data_option, report_data_problems, report_name_errors
from atlas.cli.local_server import run_server


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Network address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True, help="0 for any free port.")
@click.option(
    "--frame-ancestors", "ancestors", default="*", show_default=True, help="Sites that may embed the page in a frame."
)
@data_option
def serve(host: str, port: int, ancestors: str, data: Path | None) -> None:
    """Serve the atlas on this computer.

    Classrooms can be tried out there; for the phones of a class, `nerve-atlas room` listens in the network.
    Exits 1 if the data set has problems or the port is in use.
    """
    from atlas.rooms import Rooms
    from atlas.rooms.memory_store import MemoryStore
    from atlas.rooms.rooms import LIFETIME
    from atlas.web.app import create_app

    with report_name_errors(), report_data_problems():
        app = create_app(data, ancestors=ancestors, rooms=Rooms(MemoryStore(LIFETIME)))
    shown = f"[{host}]" if ":" in host else host

    def greet(actual: int) -> None:
        click.echo(f"Nerve Atlas is at http://{shown}:{actual}/  (Ctrl+C stops it)")

    run_server(app, host, port, greet)
