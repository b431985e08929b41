"""Hosts the atlas with Granian: `python -m atlas.web.host`, from the extra `host`.

Environment variables, all optional: `PORT` (8050); `WEB_CONCURRENCY`, the number of processes (one for each processor,
at most four); and those of `atlas.web.wsgi`. Granian reads its own from `GRANIAN_…` only when it is run as a command.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from atlas.export.extras import MissingExtra, import_optional
from atlas.web.listening import check_listening
from atlas.web.waiting import THREADS

DEFAULT_MOST_WORKERS, MOST_WORKERS = 4, 64


def _number(environment: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = environment.get(name) or str(default)
    if not text.isdecimal() or not 0 < int(text) <= most:
        raise ValueError(f"{name} is '{text}'; write a number from 1 to {most}")
    return int(text)


def settings(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The arguments for Granian. Raises ValueError when `PORT` or `WEB_CONCURRENCY` is not a positive number."""
    port = _number(environment, "PORT", 8050, 65535)
    workers = _number(environment, "WEB_CONCURRENCY", min(os.cpu_count() or 1, DEFAULT_MOST_WORKERS), MOST_WORKERS)
    return {
        "target": "atlas.web.wsgi:application",
        "factory": True,
        "interface": "wsgi",
        "address": "0.0.0.0",
        "port": port,
        "workers": workers,
        "blocking_threads": THREADS,
        # open connections count too, and browsers open some ahead of need
        "backlog": 4096,
        "backpressure": 4096,
        "respawn_failed_workers": True,
        "log_level": "warning",
        "log_access": False,
    }


def main() -> None:
    """Serve until stopped. Exits 1 when the data set has problems, 2 for a wrong setting, a
    port on which it cannot listen, or when Granian is missing."""
    # a process of its own, because this one stays and should not keep an atlas in memory
    check = subprocess.run([sys.executable, "-m", "atlas.web.wsgi"])
    if check.returncode:
        sys.exit(check.returncode)
    try:
        arguments = settings()
        check_listening(arguments["address"], arguments["port"])
        granian = import_optional("granian", "Hosting", "host")
    except (MissingExtra, ValueError) as error:
        print(f"nerve-atlas: {error}", file=sys.stderr)
        sys.exit(2)
    granian.Granian(**arguments).serve()


if __name__ == "__main__":
    main()
