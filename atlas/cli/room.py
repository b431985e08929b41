"""`nerve-atlas room`: serves the atlas with classrooms to the phones in the same network."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from atlas.cli.loading import data_option, report_data_problems, report_name_errors
from atlas.cli.local_server import run_server
from atlas.cli.terminal import fail

# Nothing is sent: connecting a datagram socket only chooses the network address that leads there.
_ANYWHERE = ("192.0.2.1", 9)


def network_address() -> str:
    """The address of this computer in its network; that of the computer itself when it has no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ANYWHERE)
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


@click.command()
@click.option("--host", default="0.0.0.0", show_default=True, help="Network address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True, help="0 for any free port.")
@click.option("--store", help="Keep rooms in Valkey or Redis at this address, such as redis://127.0.0.1:6379/0.")
@data_option
def room(host: str, port: int, store: str | None, data: Path | None) -> None:
    """Serve the atlas with classrooms to the phones in the same network.

    Prints the address to open on this computer; the page shows the code for the phones. Without --store, rooms are
    kept in memory and end with this command. Exits 1 if the data set has problems or the port is in use.
    """
    from atlas.export.extras import MissingExtra
    from atlas.rooms import Rooms, Store
    from atlas.rooms.memory_store import MemoryStore
    from atlas.rooms.redis_store import RedisStore
    from atlas.rooms.rooms import LIFETIME
    from atlas.web.app import create_app
    from atlas.web.room_api import JOIN

    try:
        kept: Store = RedisStore(store, LIFETIME) if store else MemoryStore(LIFETIME)
    except (MissingExtra, ValueError) as error:
        fail(str(error), 2)
    with report_name_errors(), report_data_problems():
        app = create_app(data, rooms=Rooms(kept))
    shown = network_address() if host in ("0.0.0.0", "::") else host

    def greet(actual_port: int) -> None:
        click.echo(f"Open http://{shown}:{actual_port}/{JOIN} and choose “Open a classroom”.  (Ctrl+C stops it)")
        click.echo("Phones in the same network join with the code that the page shows.")

    run_server(app, host, port, greet)
