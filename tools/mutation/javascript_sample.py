"""A sample of the mutants of the front-end logic, tested by Stryker (stryker.config.json says which modules)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tools.frontend.node import node_command, npm_command
from tools.mutation.mutants import ROOT, Mutant

STRYKER = ROOT / ".venv/stryker/node_modules/@stryker-mutator/core/bin/stryker.js"
REPORT = ROOT / "build/mutants/javascript.json"
KILLED, SURVIVED = {"Killed", "Timeout", "RuntimeError"}, {"Survived", "NoCoverage"}


def run_sample(seed: int, size: int) -> list[Mutant]:
    """Test a sample in a copy below `build`. Raises CalledProcessError when the tests fail without any change."""
    command = [node_command(), str(STRYKER), "run", "tools/mutation/stryker.config.json"]
    _, environment = npm_command()  # Stryker starts `node` by name
    subprocess.run(command, cwd=ROOT, check=True, env=environment | {"SEED": str(seed), "SAMPLE": str(size)})
    return read_report(REPORT)


def read_report(path: Path) -> list[Mutant]:
    """The mutants of a sample from Stryker's report; those outside the sample count there as not compiled."""
    found = []
    for file, content in json.loads(path.read_text("utf-8"))["files"].items():
        lines = content["source"].splitlines()
        for mutant in content["mutants"]:
            if mutant["status"] in KILLED | SURVIVED:
                start, end = mutant["location"]["start"], mutant["location"]["end"]
                name = f"{file}:{start['line']}:{start['column']} {mutant['mutatorName']}"
                killed = mutant["status"] in KILLED
                before = "\n".join(f"- {line}" for line in lines[start["line"] - 1 : end["line"]])
                found.append(Mutant(file, name, killed, "" if killed else f"{before}\n+ {mutant['replacement']}"))
    return found
