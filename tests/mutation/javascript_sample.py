"""A sample of the mutants of the front-end logic, tested by Stryker (stryker.config.json says which modules)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.mutation.contract import write_contract
from tests.mutation.mutants import ROOT, Mutant
from tools.frontend.node import node_command, npm_command

STRYKER = ROOT / ".venv/stryker/node_modules/@stryker-mutator/core/bin/stryker.js"
CONTRACT, REPORT = ROOT / "build/mutants/contract.json", ROOT / "build/mutants/javascript.json"
KILLED, SURVIVED = {"Killed", "Timeout", "RuntimeError"}, {"Survived", "NoCoverage"}


def run_sample(seed: int, size: int) -> list[Mutant]:
    """Test a sample in a copy below `build`. Raises CalledProcessError when the tests fail without any change."""
    command = [node_command(), str(STRYKER), "run", "tests/mutation/stryker.config.json"]
    sample = {"SEED": str(seed), "SAMPLE": str(size), "CONTRACT": str(CONTRACT)}
    write_contract(CONTRACT)
    _, environment = npm_command()  # Stryker starts `node` by name
    subprocess.run(command, cwd=ROOT, check=True, env=environment | sample)
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
                change = (
                    f"  {lines[start['line'] - 1].strip()}\n- {_between(lines, start, end)}\n+ {mutant['replacement']}"
                )
                found.append(Mutant(file, name, killed, "" if killed else change))
    return found


def _between(lines: list[str], start: dict[str, int], end: dict[str, int]) -> str:
    """The text between two places; Stryker counts lines and columns from 1."""
    piece = lines[start["line"] - 1 : end["line"]]
    piece[-1] = piece[-1][: end["column"] - 1]
    piece[0] = piece[0][start["column"] - 1 :]
    return "\n  ".join(line.strip() for line in piece)
