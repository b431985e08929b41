"""The Containerfile copies only what exists, installs only what is locked and does not run as root."""

import json
import re
import shlex
from configparser import ConfigParser

from atlas.web import gunicorn_conf
from tests.support.wheel_build import ROOT

TEXT = (ROOT / "Containerfile").read_text("utf-8")
LINES = re.sub(r"\s*\\\n\s*", " ", re.sub(r"^ *#.*\n", "", TEXT, flags=re.M)).splitlines()
STEPS = [tuple(line.strip().split(" ", 1)) for line in LINES if line]
LOCK = "requirements/host.txt"


def arguments(instruction: str) -> list[str]:
    return [rest for first, rest in STEPS if first == instruction]


def test_python_is_one_that_the_package_supports() -> None:
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    (python,) = [rest.partition("=")[2] for rest in arguments("ARG")]
    assert f"Programming Language :: Python :: {python}" in config["metadata"]["classifiers"]


def test_every_pip_install_uses_the_lock() -> None:
    installs = [part for rest in arguments("RUN") for part in rest.split("&&") if "pip install" in part]
    assert LOCK in installs[0] and "--require-hashes" in installs[0]
    assert all("--no-deps" in part and "--no-build-isolation" in part for part in installs[1:])


def test_files_that_it_copies_are_not_ignored() -> None:
    ignore = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    allowed = {line.removeprefix("!") for line in ignore if line.startswith("!")}
    copied = [shlex.split(rest)[:-1] for rest in arguments("COPY") if not rest.startswith("--from")]
    names = {name.split("/")[0] for names in copied for name in names if name != "."}
    assert LOCK.split("/")[0] in names
    assert names <= allowed
    assert {"setup.py", "setup.cfg", "pyproject.toml", "MANIFEST.in", "atlas", "data", "LICENSES"} <= allowed
    assert not {"tests", ".git", ".venv"} & allowed


def test_last_stage_runs_as_a_numbered_user() -> None:
    last = max(number for number, (first, _) in enumerate(STEPS) if first == "FROM")
    (user,) = [rest.split(":")[0] for first, rest in STEPS[last:] if first == "USER"]
    assert int(user) >= 1000, "a host can only verify a number"


def test_command_is_a_locked_server_with_the_packages_settings() -> None:
    program, *options = json.loads(arguments("CMD")[-1])
    assert re.search(rf"^{program}==", (ROOT / LOCK).read_text("utf-8"), flags=re.M)
    assert options == ["--config", f"python:{gunicorn_conf.__name__}"]
