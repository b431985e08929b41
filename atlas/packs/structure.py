"""Compares a file with the models of a pack."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from atlas.packs.pack import VERSION, Pack
from atlas.packs.problem import PackProblem

_TYPES = {
    "string_type": "text",
    "list_type": "list",
    "int_type": "number",
    "model_type": "fields",
    "dict_type": "fields",
}
"""Kind of error → the end of the `packs.type.` string that says what would be right."""
_COUNTS = {
    "string_too_long": ("long", "max_length"),
    "too_long": ("many", "max_length"),
    "too_short": ("few", "min_length"),
}
_LITERALS = {"format": "format", "version": "version"}


def structure_problems(raw: object, words: dict[str, str]) -> list[PackProblem]:
    """What a parsed file has that a pack has not, or the other way round, in the order of the file's fields."""
    try:
        Pack.model_validate(raw)
    except ValidationError as refused:
        return [_problem(dict(error), words) for error in refused.errors(include_url=False)]
    return []


def _problem(error: dict[str, Any], words: dict[str, str]) -> PackProblem:
    kind, path, value, limits = error["type"], tuple(error["loc"]), error["input"], error.get("ctx", {})
    if kind == "missing":
        return PackProblem(path[:-1], "missing", {"name": path[-1]})
    if kind == "extra_forbidden":
        return PackProblem(path[:-1], "extra", {"name": path[-1]})
    if kind == "literal_error" and path[-1] in _LITERALS:
        return PackProblem(path, _LITERALS[str(path[-1])], {"value": value, "version": VERSION})
    if kind == "string_too_short":
        return PackProblem(path, "blank")
    if kind in _COUNTS:
        code, limit = _COUNTS[kind]
        return PackProblem(path, code, {"n": len(value), "most": limits[limit]})
    if kind == "string_unicode":
        return PackProblem(path, "unicode")
    return PackProblem(path, "type", {"type": words[f"packs.type.{_TYPES.get(kind, 'text')}"]})
