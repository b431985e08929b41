"""The Containerfile names only what exists, and its image runs as nobody in particular."""

import re
import shlex
from fnmatch import fnmatch

from packaging.version import Version

from atlas.web import host
from tools.packaging.lock_file import pins
from tools.packaging.update_locks import ROOT, lock_of, settings

TEXT = (ROOT / "Containerfile").read_text("utf-8")
LINES = re.sub(r"\s*\\\n\s*", " ", re.sub(r"^#.*\n", "", TEXT, flags=re.M)).splitlines()
STEPS = [tuple(line.split(" ", 1)) for line in LINES if line]
KNOWN = {"ARG", "FROM", "ENV", "WORKDIR", "COPY", "RUN", "USER", "EXPOSE", "HEALTHCHECK", "CMD"}
IGNORED = (ROOT / ".dockerignore").read_text("utf-8").splitlines()


def told(word: str) -> list[str]:
    return [rest for first, rest in STEPS if first == word]


def test_every_line_is_an_instruction() -> None:
    assert {first for first, _ in STEPS} <= KNOWN, "ADD would fetch what no lock holds"


def test_it_begins_with_a_python_that_is_locked() -> None:
    (python,) = [rest.partition("=")[2] for rest in told("ARG") if rest.startswith("PYTHON=")]
    assert f"Programming Language :: Python :: {Version(python)}" in settings()["metadata"]["classifiers"]
    assert all(":${PYTHON}-slim" in rest for rest in told("FROM"))


def test_what_it_copies_is_there() -> None:
    stages = {rest.split(" AS ")[1] for rest in told("FROM") if " AS " in rest}
    for rest in told("COPY"):
        first, *others = shlex.split(rest)
        if first.startswith("--from="):
            assert first.removeprefix("--from=") in stages
        else:
            assert all((ROOT / name).exists() for name in (first, *others[:-1]))


def test_it_installs_by_the_lock_alone() -> None:
    installs = [part for rest in told("RUN") for part in rest.split("&&") if "pip install" in part]
    lock = str(lock_of("host").relative_to(ROOT))
    for part in installs:
        by_lock = "--require-hashes" in part and lock in part
        assert by_lock or ("--no-deps" in part and "--no-build-isolation" in part), part
    assert lock in installs[0]
    assert lock in told("COPY")[0]


def test_nobody_in_particular_runs_it() -> None:
    last = max(number for number, (first, _) in enumerate(STEPS) if first == "FROM")
    users = [rest for first, rest in STEPS[last:] if first == "USER"]
    assert users
    user = users[-1].split(":")[0]
    assert user.isdigit() and int(user) >= 1000, "a host can only check a number"
    assert [first for first, _ in STEPS].index("USER") > max(n for n, (first, _) in enumerate(STEPS) if first == "RUN")


def test_its_command_runs_the_host_module_on_the_exposed_port() -> None:
    assert words_of(told("CMD")[-1]) == ["python", "-m", host.__name__]
    assert "granian" in {pin.name for pin in pins("host")}
    assert told("EXPOSE") == [str(host.settings({})["port"])]
    assert "'PORT', 8050" in told("HEALTHCHECK")[0]
    assert "nerve-atlas = " in settings()["options.entry_points"]["console_scripts"]


def test_the_build_gets_what_the_wheel_is_made_of_and_nothing_else() -> None:
    wanted = [line.removeprefix("!") for line in IGNORED if line.startswith("!")]
    assert IGNORED[1] == "*"
    assert all((ROOT / name).exists() for name in wanted)
    options, metadata = settings()["options"], settings()["metadata"]
    needs = [line.split("=")[-1].strip() for line in options["package_dir"].split("\n") if line]
    needs += [*metadata["license_files"].split(), metadata["long_description"].removeprefix("file:").strip()]
    needs += ["setup.cfg", "pyproject.toml", "MANIFEST.in", "tools.packaging", str(lock_of("host").relative_to(ROOT))]
    assert not [one for one in needs if not any(fnmatch(one, name) or one.startswith(f"{name}/") for name in wanted)]
    assert not {"tests", ".git", ".venv"} & set(wanted)


def words_of(text: str) -> list[str]:
    """The words of an instruction written as a list."""
    assert text.startswith("["), "else a shell stands between, which passes no signal on"
    return [one.strip(' "') for one in text.strip("[]").split(",")]
