"""A sample of the mutants of `atlas/graph` and `atlas/reasoning`, tested by mutmut (its settings are in setup.cfg).

mutmut runs the tests that it saw run the changed function. What several tests share is worked out in the first of them
only, so it misses the others: what survives is tried again with all tests.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

from tests.mutation.mutants import ROOT, Mutant

FOLDERS = ("atlas/graph", "atlas/reasoning")
SURVIVED = (0, 5, 33)
"""Results of mutmut: all tests passed, or no test runs the function. Each other result is a failure, a crash or an endless loop."""
TESTS_FAILED = 1


def files_by_mutant() -> dict[str, Path]:
    """Each mutant's name → the file it changes, from the project's folder."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    found = {}
    for path in (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))):
        file = path.relative_to(ROOT)
        for name in mutate_file_contents(str(file), path.read_text("utf-8")).mutant_names:
            found[get_mutant_name(file, name)] = file
    return found


def run_sample(seed: int, size: int) -> list[Mutant]:
    """Test a sample in the folder `mutants`. Raises CalledProcessError when the tests fail without any change."""
    files = files_by_mutant()
    chosen = sorted(random.Random(seed).sample(sorted(files), min(size, len(files))))
    command = str(Path(sys.executable).with_name("mutmut"))
    subprocess.run([command, "run", "--max-children", "1", *chosen], cwd=ROOT, check=True)
    return [_result(command, name, files[name]) for name in chosen]


def _result(command: str, name: str, file: Path) -> Mutant:
    codes = json.loads((ROOT / "mutants" / f"{file}.meta").read_text("utf-8"))["exit_code_by_key"]
    if codes[name] is None:
        raise RuntimeError(f"{name} was not tested")
    if codes[name] not in SURVIVED or all_tests(name) == TESTS_FAILED:
        return Mutant(file.as_posix(), name, killed=True)
    shown = subprocess.run([command, "show", name], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return Mutant(file.as_posix(), name, killed=False, change=shown.strip())


def all_tests(name: str) -> int:
    """What pytest returns for all tests of the settings, with one mutant in place."""
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    chosen = ("pytest_add_cli_args", "pytest_add_cli_args_test_selection")
    arguments = [line for key in chosen for line in settings["mutmut"][key].splitlines() if line]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "--tb=no", *arguments]
    environment = os.environ | {"MUTANT_UNDER_TEST": name, "PYTHONPATH": "."}
    return subprocess.run(command, cwd=ROOT / "mutants", env=environment).returncode
