"""Servers in processes of their own, on free ports of this machine, ended with the block that runs them."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.support.chromium import install_package
from tests.support.serving import free_port

ROOT = Path(__file__).parents[2]
ATLAS = [sys.executable, "-m", "atlas", "serve", "--port", "0"]
STARTS = 240
_TEXT = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".webmanifest"}
READ_ONLY = 'mount -o remount,bind,ro / && exec "$@"'
NGINX = """daemon off; worker_processes 2; worker_rlimit_nofile 8192; pid {at}/pid; error_log {at}/errors;
events {{ worker_connections 4096; }}
http {{ include /etc/nginx/mime.types; access_log off; gzip_static on;
 open_file_cache max=500; keepalive_requests 1000000; client_body_temp_path {at}/b; proxy_temp_path {at}/p;
 fastcgi_temp_path {at}/f; uwsgi_temp_path {at}/u; scgi_temp_path {at}/s;
 server {{ listen 127.0.0.1:{port} backlog=2048; root {folder}; }} }}
"""


@dataclass
class Running:
    """A server that answers."""

    address: str
    process: psutil.Process

    def resident(self) -> float:
        """Resident memory of the server and all its workers, in MB; what processes share counts once."""
        family = [self.process, *self.process.children(recursive=True)]
        total = 0
        for one in family:
            with suppress(psutil.NoSuchProcess):
                total += one.memory_full_info().pss if len(family) > 1 else one.memory_info().rss
        return total / 2**20


@contextmanager
def running(command: list[str], port: int = 0) -> Iterator[Running]:
    """A server started by a command, which prints its address if no `port` is given."""
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        try:
            yield Running(_address(process, output, port), psutil.Process(process.pid))
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


def _address(process: subprocess.Popen, output: object, port: int) -> str:
    until = time.monotonic() + STARTS
    while time.monotonic() < until and process.poll() is None:
        output.seek(0)
        found = re.search(r"http://[\w.:\[\]-]+", output.read())
        address = f"http://127.0.0.1:{port}" if port else found and found[0]
        if address:
            with suppress(OSError), urllib.request.urlopen(f"{address}/", timeout=30):
                return address
        time.sleep(0.1)
    output.seek(0)
    raise SystemExit(f"{process.args} does not answer: {output.read()[-2000:]}")


def granian(workers: int, port: int) -> list[str]:
    """The command that hosts the atlas with Granian."""
    environment = [f"PORT={port}", f"WEB_CONCURRENCY={workers}"]
    return ["env", *environment, sys.executable, "-m", "atlas.web.host"]


@contextmanager
def static(folder: Path) -> Iterator[Running | None]:
    """A folder served by nginx; None where there is no nginx and none may be installed."""
    if not shutil.which("nginx") and not install_package("nginx-light"):
        yield None
        return
    with tempfile.TemporaryDirectory() as at:
        port, settings = free_port(), Path(at, "nginx.conf")
        settings.write_text(NGINX.format(at=at, port=port, folder=folder), "utf-8")
        Path(at).chmod(0o755)
        with running(["nginx", "-p", at, "-e", f"{at}/errors", "-c", str(settings)], port) as found:
            yield found


@contextmanager
def exported() -> Iterator[Path | None]:
    """The atlas exported as a static site; None while the program cannot."""
    with tempfile.TemporaryDirectory() as at:
        Path(at).chmod(0o755)
        folder = Path(at, "site")
        command = [sys.executable, "-m", "atlas", "export", "--no-handouts", str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
        if done.returncode or not (folder / "index.html").exists():
            yield None
            return
        for path in [path for path in folder.rglob("*") if path.suffix in _TEXT]:  # as any host of files does, once
            Path(f"{path}.gz").write_bytes(gzip.compress(path.read_bytes(), 9))
        yield folder


def read_only(command: list[str]) -> list[str]:
    """The same command, in a view of the disk that cannot be written to; needs the administrator."""
    return ["unshare", "--mount", "sh", "-c", READ_ONLY, "sh", *command]
