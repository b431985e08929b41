"""The tests of the examination, in groups, with what studies found of each."""

from __future__ import annotations

from atlas.api import Atlas


def build_examination(atlas: Atlas) -> dict:
    """`tests`: id and name of each, in order."""
    return {"tests": [[row.id, row.name] for row in atlas.dataset.exam_tests.values()]}
