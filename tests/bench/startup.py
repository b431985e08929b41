"""How fast a command answers, next to importing pandas, and how soon the served page answers for the first time."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from statistics import median

from tests.bench.report import table, write
from tests.bench.timing import timed
from tests.support.serving import free_port

RUNS = 9
COMMANDS = {
    '`python -c "import pandas"`': [sys.executable, "-c", "import pandas"],
    "`nerve-atlas pathway L5`": [sys.executable, "-m", "atlas", "pathway", "L5"],
    "`nerve-atlas --help`": [sys.executable, "-m", "atlas", "--help"],
}


def _run(command: list[str]) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def _commands() -> str:
    for command in COMMANDS.values():  # compiles to bytecode what is not compiled yet
        _run(command)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(timed(lambda command=command: _run(command))[0])
    rival = median(next(iter(times.values())))
    rows = [[name, f"{median(spent) * 1000:.0f}", f"{median(spent) / rival:.2f} ×"] for name, spent in times.items()]
    return table(["command", f"median of {RUNS}, ms", "compared with pandas"], rows)


def _first_answer() -> tuple[float, float]:
    """Seconds on the clock and of the processor until `nerve-atlas serve` has sent the page once."""
    port = free_port()
    command = [sys.executable, "-m", "atlas", "serve", "--port", str(port)]
    start = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"Accept-Encoding": "br"})
        while True:
            try:
                with urllib.request.urlopen(request, timeout=60) as response:
                    response.read()
                break
            except OSError:
                time.sleep(0.02)
        elapsed = time.perf_counter() - start
        fields = Path(f"/proc/{server.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        ticks = int(fields[11]) + int(fields[12])
        return elapsed, ticks / os.sysconf("SC_CLK_TCK")
    finally:
        server.kill()
        server.wait()


def startup() -> None:
    """Measure commands next to pandas, and the first answer of a served page."""
    first = [_first_answer() for _ in range(3)]
    rows = [["`nerve-atlas serve`", *(f"{median(values):.1f}" for values in zip(*first, strict=True))]]
    served = table(["until the page has been sent once", "seconds", "CPU seconds"], rows)
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    body = f"{_commands()}\n{served}\nLargest process: {children:.0f} MB."
    write("startup", "Start-up", "make bench ARGS=startup", body)
