"""How gunicorn hosts the atlas: `gunicorn -c python:atlas.web.gunicorn_conf`. Its names are gunicorn's settings.

Environment: `PORT` (8050), `WEB_CONCURRENCY` (processes; else one for each processor, four at most), and what
`atlas.web.wsgi` reads.
"""

import gc
import os
from pathlib import Path

_MOST = 4
_MEMORY = Path("/dev/shm")

wsgi_app = "atlas.web.wsgi:server()"
bind = f"0.0.0.0:{os.environ.get('PORT', '8050')}"
workers = int(os.environ.get("WEB_CONCURRENCY") or min(os.cpu_count() or 1, _MOST))
# Answers are ready-made: threads only wait for slow readers, and connections that idle hold none.
worker_class = "atlas.web.gunicorn_worker.HostWorker"
threads = 8
keepalive = 15
# Everything is read, computed and compressed before the processes part, which then share that memory.
preload_app = True
timeout = 30
graceful_timeout = 5
# A sign of life is written every second: not to a disk, which may be slow or not writable.
worker_tmp_dir = str(_MEMORY) if _MEMORY.is_dir() else None
control_socket_disable = True
limit_request_line = 8190
accesslog = None
loglevel = "warning"


def when_ready(_: object) -> None:
    """Keep the collector of garbage from touching, and so from copying, what the processes share."""
    gc.collect()
    gc.freeze()
