"""What each thing is in plain words, and what hard words mean."""

from __future__ import annotations

from atlas.api import Atlas
from atlas.web.layout.joints import joint_sentence

STRING_PREFIX = "voice."
JOINTS = "joints"
"""The last part of a nerve's card: the joints that it feels, from the table of their nerves."""


def build_plain_text(atlas: Atlas) -> dict:
    """`cards`: id → part → text; `names`: condition → its plain title; `of`: segment → the nerve whose text it shares;

    `terms`: forms and meaning.
    """
    cards: dict[str, dict[str, str]] = {}
    for row in atlas.dataset.plain_text.values():
        cards.setdefault(row.of, {})[row.part] = row.text
    for nerve in cards.keys() & atlas.dataset.nerves.keys():
        if said := joint_sentence(atlas, nerve):
            cards[nerve][JOINTS] = said
    segments = atlas.dataset.segments.values()
    return {
        "cards": cards,
        "names": {row.id: row.plain for row in atlas.dataset.conditions.values() if row.plain},
        "of": {row.id: row.nerve for row in segments if row.id not in cards and row.nerve in cards},
        "terms": [[list(row.forms), row.meaning] for row in atlas.dataset.glossary.values()],
        "words": atlas.dataset.strings_with(STRING_PREFIX),
    }
