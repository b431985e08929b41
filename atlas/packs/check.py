"""Every problem of a pack file, as lines for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from atlas.api import Atlas
from atlas.packs.contents import Knowledge, content_problems
from atlas.packs.known import kinds_of_nodes, known, question_ids
from atlas.packs.pack import MOST_BYTES
from atlas.packs.problem import HARD, PackProblem
from atlas.packs.structure import structure_problems

MOST_PROBLEMS = 20
_MEGABYTE = 1_000_000


def knowledge(atlas: Atlas) -> Knowledge:
    """What an atlas knows. The ids of its questions are collected when a pack asks for one."""
    return Knowledge(known(atlas), kinds_of_nodes(atlas), partial(question_ids, atlas))


def problems_of(raw: object, knows: Knowledge, words: dict[str, str]) -> list[PackProblem]:
    """Every problem of a parsed file. Contents are checked only when the structure is sound."""
    found = structure_problems(raw, words)
    if any(problem.code in HARD for problem in found):
        return found
    assert isinstance(raw, Mapping)
    return [*found, *content_problems(raw, knows)]


def read_pack(data: bytes) -> tuple[object, PackProblem | None]:
    """The JSON value of a file, or what is wrong with it as a whole."""
    if len(data) > MOST_BYTES:
        return None, PackProblem((), "size", {"mb": MOST_BYTES // _MEGABYTE})
    if b"\0" in data:
        return None, PackProblem((), "binary")
    try:
        return json.loads(data.decode("utf-8-sig")), None
    except UnicodeDecodeError:
        return None, PackProblem((), "encoding")
    except json.JSONDecodeError as error:
        return None, PackProblem((), "json.line", {"line": error.lineno, "column": error.colno})
    except RecursionError:
        return None, PackProblem((), "deep")
    except ValueError:  # a number with thousands of digits
        return None, PackProblem((), "json")


def check_pack(path: Path, atlas: Atlas) -> list[str]:
    """The problems of a file, one line each; at most 20, and then how many more there are. Raises OSError."""
    words = atlas.strings
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    raw, whole = read_pack(data)
    found = [whole] if whole else problems_of(raw, knowledge(atlas), words)
    lines = [problem.text(words) for problem in found[:MOST_PROBLEMS]]
    if len(found) > MOST_PROBLEMS:
        lines.append(words["packs.problem.more"].replace("{n}", str(len(found) - MOST_PROBLEMS)))
    return lines
