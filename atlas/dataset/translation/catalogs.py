"""Keeps the catalogues of translations, `locales/<language>.po`, in step with the English texts."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from atlas.dataset.folders import LOCALES_FOLDER
from atlas.dataset.translation.texts import Text
from atlas.replace_file import replace_file

_HEADER = """\
# Texts of Nerve Atlas in another language, one entry for each place of a text (msgctxt).
# Review: machine-translated, not clinically reviewed
# "required" entries make the language complete; "optional" ones may stay empty and are then shown in English.
# Made and kept in step with the English texts by `nerve-atlas locales --update`."""
_WAS = "was: "
"""Starts the comment with the former English text of an outdated translation."""


def path_of(folder: Path, language: str) -> Path:
    """The path of a language's catalogue in a data folder."""
    return Path(folder) / LOCALES_FOLDER / f"{language}.po"


def read_catalogue(path: Path) -> Catalog:
    """Read a catalogue. Raises OSError, UnicodeDecodeError, or babel's PoFileError, which has the line."""
    return read_po(io.StringIO(path.read_text("utf-8")), abort_invalid=True)


def new_catalogue(language: str) -> Catalog:
    """An empty catalogue. Raises babel's UnknownLocaleError or ValueError if there is no such language."""
    catalogue = Catalog(language, project="Nerve Atlas", version="texts", header_comment=_HEADER, fuzzy=False)
    catalogue.msgid_bugs_address, catalogue.last_translator = "see README", "machine"
    catalogue.language_team, catalogue.revision_date = "none", catalogue.creation_date
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The content of a catalogue's file."""
    out = io.BytesIO()
    write_po(out, catalogue, width=100)
    return out.getvalue()


def _add(catalogue: Catalog, text: Text, old: Message | None) -> None:
    importance = ["required" if text.required else "optional"]
    if old is None:
        catalogue.add(text.english, context=text.place, auto_comments=importance)
        return
    comments = list(old.user_comments)
    start = next((index for index, comment in enumerate(comments) if comment.startswith(_WAS)), len(comments))
    kept, was = comments[:start], comments[start:]
    if old.id != text.english:
        was = was if old.fuzzy and was else [_WAS + str(old.id)]
    elif not old.fuzzy:
        was = []
    flags = ["fuzzy"] if was else []
    catalogue.add(
        text.english, old.string, context=text.place, auto_comments=importance, flags=flags, user_comments=kept + was
    )


def in_step(old: Catalog, texts: Mapping[str, Text], filled: Mapping[str, str] | None = None) -> Catalog:
    """A catalogue of exactly these texts, sorted by place, with the translations of the old catalogue.

    A translation whose English text has changed is kept and marked as fuzzy; one whose text was removed is kept as
    obsolete. `filled`: place → new translation.
    """
    catalogue = new_catalogue(str(old.locale))
    catalogue.header_comment = old.header_comment
    catalogue.creation_date, catalogue.revision_date = old.creation_date, old.revision_date
    catalogue.last_translator = old.last_translator
    left = {str(message.context): message for message in old.obsolete.values()}
    left |= {message.context: message for message in old if message.context and message.string}
    for place, text in texts.items():
        _add(catalogue, text, left.pop(place, None))
        message = catalogue.get(text.english, place)
        if filled and filled.get(place) and message:
            message.string, message.user_comments = filled[place], []
            message.flags.discard("fuzzy")
    for place in sorted(left):
        # babel looks obsolete entries up by id and context, although its type says by id
        catalogue.obsolete[left[place].id, place] = left[place]  # type: ignore[index]
    return catalogue


def update(folder: Path, language: str, texts: Mapping[str, Text], filled: Mapping[str, str] | None = None) -> Catalog:
    """Write the catalogue of a language if it is not in step, atomically. Creates it if there is none."""
    path = path_of(folder, language)
    catalogue = in_step(read_catalogue(path) if path.exists() else new_catalogue(language), texts, filled)
    content = written(catalogue)
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(exist_ok=True)
        replace_file(path, content)
    return catalogue
