"""What the page needs to check and to make packs: their schema, and what they can name besides nodes and questions."""

from __future__ import annotations

from typing import Any

from atlas.api import Atlas
from atlas.packs.known import known
from atlas.packs.pack import MOST_BYTES, pack_schema

_FOR_PEOPLE = {"title", "description"}
_NAMED = {"properties", "$defs"}
"""Parts of a schema whose keys are names of the pack's own."""


def _without_texts(schema: Any) -> Any:
    """A schema without what it says to people who write packs by hand."""
    if isinstance(schema, list):
        return [_without_texts(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: _without_texts(part) for name, part in value.items()} if key in _NAMED else _without_texts(value)
        for key, value in schema.items()
        if key not in _FOR_PEOPLE
    }


def build_packs(atlas: Atlas) -> dict:
    """`schema`: the JSON Schema of a pack, without its texts; `known`: as `atlas.packs.known.known`;
    `most_bytes` of a file.
    """
    return {"schema": _without_texts(pack_schema()), "known": known(atlas), "most_bytes": MOST_BYTES}
