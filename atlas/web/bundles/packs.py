"""What the page needs to check and to make packs: their schema, and what they can name besides nodes and questions."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.packs.known import known
from atlas.packs.pack import MOST_BYTES, pack_schema


def build_packs(atlas: Atlas) -> dict:
    """`schema`: the JSON Schema of a pack; `known`: as `atlas.packs.known.known`; `most_bytes` of a file."""
    return {"schema": pack_schema(), "known": known(atlas), "most_bytes": MOST_BYTES}
