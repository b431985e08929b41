"""What is wrong with the body of a request that Dash would take for a callback; looked at before Dash sees it.

The browser answers every callback of the page, so none is right: but whoever sends one is told what was wrong first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

LARGEST = 64 * 1024
"""Bytes of a request's body. Nothing on the page sends one: every answer is in the browser already."""
_KIND = "application/json"
_FIELDS = {
    "output": str,
    "outputs": (dict, list),
    "inputs": list,
    "changedPropIds": list,
    "parsedChangedPropsIds": list,
    "state": list,
}
_NEEDED = ("output", "inputs")
_PROPERTY = {"id": (str, dict), "property": str}


@dataclass(frozen=True)
class Refusal:
    """A status and one line that says why, and what would be right."""

    status: int
    reason: str


def _constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _shape(told: object) -> str | None:
    if not isinstance(told, dict):
        return "the body should be an object"
    if missing := [name for name in _NEEDED if name not in told]:
        return f"'{missing[0]}' is missing"
    if unknown := set(told) - set(_FIELDS):
        return f"{len(unknown)} of its names are none; they are {', '.join(_FIELDS)}"
    for name, kind in _FIELDS.items():
        if name in told and not isinstance(told[name], kind):
            return f"'{name}' has another type than it should"
    if not all(isinstance(one, str) for one in told.get("changedPropIds", ())):
        return "'changedPropIds' should hold texts"
    for name in ("inputs", "state"):
        if not all(map(_is_property, told.get(name, ()))):
            return f"each of '{name}' should be an object with 'id' and 'property'"
    return None


def _is_property(told: object) -> bool:
    return isinstance(told, dict) and all(isinstance(told.get(part), kind) for part, kind in _PROPERTY.items())


def refusal(body: bytes, kind: str, outputs: Iterable[str]) -> Refusal:
    """Why a body is not answered. `kind`: its media type; `outputs`: of the callbacks that the browser answers."""
    if len(body) > LARGEST:
        return Refusal(413, f"the body is too large; {LARGEST} bytes are the most")
    if kind != _KIND:
        return Refusal(415, f"the body should be {_KIND}")
    try:
        told = json.loads(body.decode("utf-8"), parse_constant=_constant)
    except UnicodeDecodeError as error:
        return Refusal(400, f"byte {error.start + 1} of the body is not UTF-8")
    except json.JSONDecodeError as error:
        return Refusal(400, f"the body is no JSON ({error.msg}, line {error.lineno}, column {error.colno})")
    except ValueError:  # a number of thousands of digits, or one that is none
        return Refusal(400, "a number in the body is none")
    except RecursionError:
        return Refusal(400, "the body is nested too deeply")
    if wrong := _shape(told):
        return Refusal(400, f"{wrong}; and the server answers no callback, the browser does")
    known = ", ".join(outputs)
    if told["output"] not in outputs:
        return Refusal(400, f"there is no callback of this output; there is {known}, which the browser answers")
    return Refusal(400, f"the server answers no callback: the browser answers {known}")
