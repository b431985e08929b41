"""Facts in another language: the English texts of strings and rows replaced by those of a catalogue."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError

from atlas.dataset.loader import Dataset, Key
from atlas.dataset.problems import DataProblems, Problem
from atlas.dataset.rows import Row
from atlas.dataset.translation.catalogs import FOLDER, path_of, read_catalogue
from atlas.dataset.translation.texts import STRINGS, cells, texts
from atlas.resources import resource_dir

ENGLISH = "en"
UNREVIEWED = "not clinically reviewed"
"""Stands in the head of a catalogue until someone has reviewed it."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_NO_LOCALE = (ValueError, UnknownLocaleError)
_SYNONYMS = "synonyms"
_NAMES = ("name", _SYNONYMS, "plain")
"""Columns by which a thing is found."""


class Untranslated(str):
    """A text that is still English among texts of another language."""


@dataclass(frozen=True)
class Translation:
    """The texts of a language by their place. `reviewed`: whether a clinician has looked at them.

    `problems`: of entries that are left out, or of the whole where it is `unreadable`.
    """

    language: str
    texts: Mapping[str, str]
    reviewed: bool = False
    problems: tuple[Problem, ...] = ()
    unreadable: bool = False


def languages(folder: Path) -> tuple[str, ...]:
    """English, and the languages that there is a catalogue of; a folder without any has those of the package."""
    return (ENGLISH, *sorted(path.stem for path in _home(folder).glob("*.po")))


def _home(folder: Path) -> Path:
    own = Path(folder) / FOLDER
    return own if own.is_dir() else resource_dir("data") / FOLDER


def own_name(language: str) -> str:
    """What a language is called in itself.

    >>> own_name("de"), own_name("es")
    ('Deutsch', 'Español')
    """
    try:
        return Locale.parse(language).language_name.title()
    except _NO_LOCALE:
        return language


def direction(language: str) -> str:
    """`ltr` or `rtl`: the direction in which a language is written.

    >>> direction("de"), direction("ar")
    ('ltr', 'rtl')
    """
    try:
        return Locale.parse(language).text_direction
    except _NO_LOCALE:
        return "ltr"


def read_translation(dataset: Dataset, language: str) -> Translation:
    """The sound entries of a language's catalogue, and what is wrong with the others.

    A file that cannot be read has no entries and one problem. Entries that are fuzzy or whose English has changed
    are left out without one.
    """
    path = path_of(_home(dataset.folder).parent, language)
    shown = f"{FOLDER}/{path.name}"
    try:
        catalogue = read_catalogue(path)
    except PoFileError as error:
        wrong = Problem(shown, error.lineno + 1, 1, f"the catalogue is broken ({error})", "mend the entry")
        return Translation(language, {}, problems=(wrong,), unreadable=True)
    except (OSError, *_NO_LOCALE) as error:
        right = "it should be a catalogue (PO) in UTF-8"
        wrong = Problem(shown, 1, 1, f"cannot be read ({type(error).__name__})", right)
        return Translation(language, {}, problems=(wrong,), unreadable=True)
    own = path.parent.parent == Path(dataset.folder)
    sound, problems = _sound(dataset, catalogue, shown, own)
    reviewed = UNREVIEWED not in catalogue.header_comment
    return Translation(language, sound, reviewed, tuple(problems))


def _sound(dataset: Dataset, catalogue: Catalog, shown: str, own: bool) -> tuple[dict[str, str], list[Problem]]:
    english, sound, problems = texts(dataset), {}, []
    for message in catalogue:
        if not message.id:
            continue
        text = english.get(message.context)
        if text is None:
            if own:
                wrong, right = f"there is no text at '{message.context}'", "run `nerve-atlas locales --update-all`"
                problems.append(Problem(shown, message.lineno, 1, wrong, right))
            continue
        if not message.string or message.fuzzy or message.id != text.english:
            continue
        lost, found = (set(_PLACEHOLDER.findall(one)) for one in (message.id, message.string))
        if lost != found:
            named = ", ".join(f"{{{name}}}" for name in sorted(lost ^ found))
            right = "the translation has the same {…} as the English text, no more and no fewer"
            problems.append(Problem(shown, message.lineno, 1, f"{named} stands in only one of the two texts", right))
            continue
        sound[message.context] = message.string
    return sound, problems


def broken_catalogues(dataset: Dataset) -> list[Problem]:
    """Every problem of the catalogues that stand in the folder itself."""
    own = Path(dataset.folder) / FOLDER
    return [one for path in sorted(own.glob("*.po")) for one in read_translation(dataset, path.stem).problems]


def in_language(dataset: Dataset, language: str) -> Dataset:
    """Facts in a language. Raises ValueError when there is no such language, DataProblems when nothing can be read."""
    if language == ENGLISH:
        return dataset
    known = languages(dataset.folder)
    if language not in known:
        raise ValueError(f"there is no language '{language}'; the languages are {', '.join(known)}")
    translation = read_translation(dataset, language)
    if translation.unreadable:
        raise DataProblems(translation.problems)
    return translated(dataset, translation)


def translated(dataset: Dataset, translation: Translation) -> Dataset:
    """Facts with their texts replaced. What is not translated stays English, as `Untranslated` text.

    What a thing is called in English stays among the names by which it is found, but not among those that are shown.
    """
    told = translation.texts
    changes: dict[tuple[str, object], dict[str, object]] = defaultdict(dict)
    for table, key, column, text in cells(dataset):
        old = getattr(dataset[table][key], column)
        new: object = told.get(text.place, Untranslated(text.english))
        if isinstance(old, tuple):
            items = (part.strip() for part in new.split(";") if part.strip())
            new = () if column == _SYNONYMS and isinstance(new, Untranslated) else tuple(map(type(new), items))
        changes[table, key][column] = new
    rows = {place: dataset[place[0]][place[1]].model_copy(update=update) for place, update in changes.items()}
    called: dict[Key, tuple[str, ...]] = dict(dataset.called)
    for (table, key), update in changes.items():
        old = dataset[table][key]
        if "name" in update:
            names = [getattr(old, column, ()) for column in _NAMES]
            flat = [one for value in names for one in (value if isinstance(value, tuple) else (value,)) if one]
            called[key] = (*called.get(key, ()), *flat)
    strings = {key: told.get(f"{STRINGS}:{key}", english) for key, english in dataset.strings.items()}
    return replace(
        dataset,
        tables={name: _keyed(name, own, rows) for name, own in dataset.tables.items()},
        strings=strings,
        called=called,
        language=translation.language,
        reviewed=translation.reviewed,
    )


def _keyed(table: str, english: dict[Key, Row], rows: Mapping[tuple[str, Key], Row]) -> dict[Key, Row]:
    """The rows of a table by their own keys, some of which are texts; where two would be one, the English key stays."""
    found: dict[Key, Row] = {}
    for key in english:
        row = rows.get((table, key), english[key])
        found[key if row.key in found else row.key] = row
    return found
