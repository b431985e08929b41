"""Workflows, templates and hooks are valid YAML and name only what exists."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
HOOKS = ROOT / ".pre-commit-config.yaml"
PLANS = [*WORKFLOWS, HOOKS]
FILES = [*PLANS, *sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))]
PROSE = [ROOT / "SECURITY.md", ROOT / ".github/pull_request_template.md"]


def name_of(path: Path) -> str:
    return path.name


def steps(workflow: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


def commands(path: Path) -> list[str]:
    """What a workflow or a hook runs."""
    if path == HOOKS:
        (repo,) = yaml.safe_load(path.read_text("utf-8"))["repos"]
        return [hook["entry"] for hook in repo["hooks"]]
    return [step["run"] for step in steps(path) if "run" in step]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_it_is_yaml(path: Path) -> None:
    assert isinstance(yaml.safe_load(path.read_text("utf-8")), dict)


@pytest.mark.parametrize("path", [*PLANS, *PROSE], ids=name_of)
def test_the_targets_and_commands_that_it_names_exist(path: Path) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = "\n".join(commands(path)) if path in PLANS else path.read_text("utf-8")
    assert set(re.findall(r"\bmake ([a-z][\w-]*)", text)) <= targets
    assert set(re.findall(r"\bnerve-atlas ([a-z]\w*)", text)) <= set(COMMANDS)
    scripts = json.loads((ROOT / "package.json").read_text("utf-8"))["scripts"]
    assert set(re.findall(r"\brun (?:--silent )?([a-z][\w:]*)$", text, re.MULTILINE)) <= set(scripts)
    for file in re.findall(r"--requirement (\S+)|--ignore (\S+)", text):
        assert (ROOT / "".join(file)).exists(), file


def test_the_search_finds_what_is_named() -> None:
    run = [command for path in PLANS for command in commands(path)]
    assert {"make test", "make build", "nerve-atlas check", "npm run build"} <= set(run)


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_actions_have_a_version_and_workflows_few_rights(path: Path) -> None:
    uses = [step["uses"] for step in steps(path) if "uses" in step]
    assert uses and all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+(\.\d+)*", action) for action in uses)
    assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {"contents": "read"}
    assert "secrets." not in path.read_text("utf-8")


def test_tests_run_on_three_systems_and_four_pythons() -> None:
    matrix = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text("utf-8"))["jobs"]["everywhere"]["strategy"]
    assert len(matrix["matrix"]["system"]) == 3
    assert matrix["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_hooks_fetch_nothing() -> None:
    assert [repo["repo"] for repo in yaml.safe_load(HOOKS.read_text("utf-8"))["repos"]] == ["local"]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_it_names_no_address(path: Path) -> None:
    assert "://" not in path.read_text("utf-8")
