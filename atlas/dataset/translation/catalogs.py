"""Keeps the catalogues of translations, `locales/<language>.po`, in step with the English texts."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from atlas.dataset.translation.texts import Text

FOLDER = "locales"
_HEAD = """\
# Texts of Nerve Atlas in another language, one entry for each place of a text (msgctxt).
# Review: machine-translated, not clinically reviewed
# "required" entries make the language complete; "optional" ones may stay empty and are then shown in English.
# Made and kept in step with the English texts by `nerve-atlas locales --update`."""
_WAS = "was: "
"""Begins the comment that tells of which English text an outdated translation is."""


def path_of(folder: Path, language: str) -> Path:
    """Where the catalogue of a language stands in a data folder."""
    return Path(folder) / FOLDER / f"{language}.po"


def read_catalogue(path: Path) -> Catalog:
    """A catalogue as it is. Raises OSError, UnicodeDecodeError, and babel's PoFileError with the line."""
    return read_po(io.StringIO(path.read_text("utf-8")), abort_invalid=True)


def new_catalogue(language: str) -> Catalog:
    """An empty catalogue. Raises babel's UnknownLocaleError or ValueError when there is no such language."""
    catalogue = Catalog(language, project="Nerve Atlas", version="texts", header_comment=_HEAD, fuzzy=False)
    catalogue.msgid_bugs_address, catalogue.last_translator = "see README", "machine"
    catalogue.language_team, catalogue.revision_date = "none", catalogue.creation_date
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """A catalogue as it stands in its file."""
    out = io.BytesIO()
    write_po(out, catalogue, width=100)
    return out.getvalue()


def _entry(text: Text, old: Message | None) -> dict:
    told = {"context": text.place, "auto_comments": ["required" if text.required else "optional"]}
    if old is None:
        return told
    comments = list(old.user_comments)
    at = next((at for at, comment in enumerate(comments) if comment.startswith(_WAS)), None)
    kept, was = (comments, []) if at is None else (comments[:at], comments[at:])
    if old.id != text.english:
        was = was if old.fuzzy and was else [_WAS + old.id]
    elif not old.fuzzy:
        was = []
    return told | {"string": old.string, "flags": ["fuzzy"] if was else [], "user_comments": kept + was}


def in_step(old: Catalog, texts: Mapping[str, Text], filled: Mapping[str, str] | None = None) -> Catalog:
    """A catalogue of exactly these texts, sorted by place, with the translations that the old one has.

    Where the English was changed the old translation stays, marked as fuzzy; what vanished is kept apart as obsolete.
    `filled`: place → translation, put in anew.
    """
    catalogue = new_catalogue(str(old.locale))
    catalogue.header_comment = old.header_comment
    catalogue.creation_date, catalogue.revision_date = old.creation_date, old.revision_date
    catalogue.last_translator = old.last_translator
    left = {message.context: message for message in old.obsolete.values()}
    left |= {message.context: message for message in old if message.context and message.string}
    for place, text in texts.items():
        catalogue.add(text.english, **_entry(text, left.pop(place, None)))
        if filled and filled.get(place):
            message = catalogue.get(text.english, place)
            message.string, message.user_comments = filled[place], []
            message.flags.discard("fuzzy")
    for place in sorted(left):
        catalogue.obsolete[left[place].id, place] = left[place]
    return catalogue


def update(folder: Path, language: str, texts: Mapping[str, Text], filled: Mapping[str, str] | None = None) -> Catalog:
    """Write the catalogue of a language anew where it is not in step, in one go; it is made where there is none."""
    path = path_of(folder, language)
    catalogue = in_step(read_catalogue(path) if path.exists() else new_catalogue(language), texts, filled)
    content = written(catalogue)
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(content)
        beside.replace(path)
    return catalogue
