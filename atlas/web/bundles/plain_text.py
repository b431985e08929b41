"""The set `plain`: what each thing is in plain words, and what its hard words mean."""

from __future__ import annotations

from atlas.api import Atlas

SPOKEN = "voice."
"""The strings of the plain voice begin with this."""


def build_plain(atlas: Atlas) -> dict:
    """`cards`: id → part → text; `of`: segments → the nerve whose text is theirs; `terms`: forms and meaning."""
    cards: dict[str, dict[str, str]] = {}
    for row in atlas.dataset["plain_text"].values():
        cards.setdefault(row.of, {})[row.part] = row.text
    segments = atlas.dataset["segments"].values()
    return {
        "cards": cards,
        "of": {row.id: row.nerve for row in segments if row.id not in cards and row.nerve in cards},
        "terms": [[list(row.forms), row.meaning] for row in atlas.dataset["glossary"].values()],
        "words": {key: text for key, text in atlas.strings.items() if key.startswith(SPOKEN)},
    }
