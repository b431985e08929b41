"""Runs the server of an app on this computer until it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

import click

from atlas.cli.terminal import fail

if TYPE_CHECKING:
    from atlas.web.dash_app import AtlasDash


def run_server(app: AtlasDash, host: str, port: int, greet: Callable[[int], None]) -> None:
    """Serve until Ctrl+C. `greet` gets the port and says where the app is. Exits 1 when it cannot listen there."""
    from atlas.web.dev_server import create_dev_server
    from atlas.web.listening import CannotListen, check_listening

    try:
        check_listening(host, port)
        server = create_dev_server(app.server, host, port)
    except CannotListen as refused:
        fail(f"{refused} with --{refused.setting}", 1)
    except OSError as error:  # another program was faster
        fail(str(CannotListen(host, port, error)), 1)
    # so that neither the first selection nor another language waits until it is built
    Thread(target=app.pages.build_ahead, daemon=True).start()
    greet(getattr(server, "effective_port", port))
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("stopped")
