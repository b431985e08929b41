"""A data set in another language: the English texts of rows and strings replaced by those of a catalogue."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import LOCALES_FOLDER
from atlas.dataset.problems import DataProblems, Problem
from atlas.dataset.rows import Key, Row
from atlas.dataset.sides import is_well_formed, names_side
from atlas.dataset.translation.texts import STRINGS, cells, texts
from atlas.resources import resource_dir

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

ENGLISH = "en"
UNREVIEWED = "not clinically reviewed"
"""In the header of a catalogue until a clinician has reviewed it."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SYNONYMS = "synonyms"
_NAMES = ("name", _SYNONYMS, "plain")
_BESIDE_ENGLISH = {("emergency_signs", "phrases"), ("speech_words", "words")}
"""Lists of words to recognise, where a translation stands beside the English words."""
"""Columns by which search finds a thing."""


class Untranslated(str):
    """A text that is still in English among texts of another language."""

    __slots__ = ()


@dataclass(frozen=True)
class Translation:
    """The texts of a language by place. `reviewed`: whether a clinician has reviewed them.

    `problems` are those of entries that were left out, or of the whole catalogue if it is `unreadable`.
    """

    language: str
    texts: Mapping[str, str]
    reviewed: bool = False
    problems: tuple[Problem, ...] = ()
    unreadable: bool = False


def languages(folder: Path) -> tuple[str, ...]:
    """English, then each language with a catalogue. A folder without catalogues has those of the package."""
    return (ENGLISH, *sorted(path.stem for path in (_home(folder) / LOCALES_FOLDER).glob("*.po")))


def _home(folder: Path) -> Path:
    return Path(folder) if (Path(folder) / LOCALES_FOLDER).is_dir() else resource_dir("data")


def own_name(language: str) -> str:
    """The name of a language in that language.

    >>> own_name("de"), own_name("es")
    ('Deutsch', 'Español')
    """
    from babel import Locale, UnknownLocaleError  # slow to import, and English texts do not need it

    try:
        return (Locale.parse(language).language_name or language).title()
    except (ValueError, UnknownLocaleError):
        return language


def direction(language: str) -> str:
    """The writing direction of a language, `ltr` or `rtl`.

    >>> direction("de"), direction("ar")
    ('ltr', 'rtl')
    """
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language).text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"


def read_translation(dataset: Dataset, language: str) -> Translation:
    """The valid entries of a language's catalogue, and the problems of the others.

    A file that cannot be read has no entries and one problem. Fuzzy entries, and those whose English text has
    changed, are left out without a problem.
    """
    from babel import UnknownLocaleError
    from babel.messages.pofile import PoFileError

    from atlas.dataset.translation.catalogs import path_of, read_catalogue

    home = _home(dataset.folder)
    path = path_of(home, language)
    file = f"{LOCALES_FOLDER}/{path.name}"
    try:
        catalogue = read_catalogue(path)
    except PoFileError as error:
        problem = Problem(file, error.lineno + 1, 1, f"the catalogue is broken ({error})", "correct the entry")
        return Translation(language, {}, problems=(problem,), unreadable=True)
    except (OSError, ValueError, UnknownLocaleError) as error:
        right = "it should be a catalogue (PO) in UTF-8"
        problem = Problem(file, 1, 1, f"the file cannot be read ({type(error).__name__})", right)
        return Translation(language, {}, problems=(problem,), unreadable=True)
    valid, problems = _valid_entries(dataset, catalogue, file, home == Path(dataset.folder))
    reviewed = UNREVIEWED not in catalogue.header_comment
    return Translation(language, valid, reviewed, tuple(problems))


def _valid_entries(
    dataset: Dataset, catalogue: Catalog, file: str, is_own: bool
) -> tuple[dict[str, str], list[Problem]]:
    english, valid, problems = texts(dataset), dict[str, str](), list[Problem]()
    for message in catalogue:
        if not message.id:
            continue
        place, line = str(message.context), message.lineno or 1
        text = english.get(place)
        if text is None:
            if is_own:
                wrong, right = f"there is no text at '{place}'", "run `nerve-atlas locales --update-all`"
                problems.append(Problem(file, line, 1, wrong, right))
            continue
        translated_text = str(message.string)
        if not translated_text or message.fuzzy or message.id != text.english:
            continue
        expected, found = (set(_PLACEHOLDER.findall(part)) for part in (text.english, translated_text))
        if expected != found:
            named = ", ".join(f"{{{name}}}" for name in sorted(expected ^ found))
            right = "the translation must have the same {…} as the English text"
            problems.append(Problem(file, line, 1, f"{named} is in only one of the two texts", right))
            continue
        if not is_well_formed(translated_text) or names_side(text.english) != names_side(translated_text):
            wrong = "the forms for the right and the left side are in only one of the two texts, or incomplete"
            right = "write both forms in braces, the right side first: {rechte|linke}"
            problems.append(Problem(file, line, 1, wrong, right))
            continue
        valid[place] = translated_text
    return valid, problems


def broken_catalogues(dataset: Dataset) -> list[Problem]:
    """Every problem of the catalogues in the data folder itself."""
    own = Path(dataset.folder) / LOCALES_FOLDER
    return [problem for path in sorted(own.glob("*.po")) for problem in read_translation(dataset, path.stem).problems]


def in_language(dataset: Dataset, language: str) -> Dataset:
    """The data set in a language. Raises ValueError for an unknown language, DataProblems for a broken catalogue."""
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
    """The data set with translated texts. What is not translated stays in English, as `Untranslated` text.

    Search still finds things by their English names, although these are no longer shown. English phrases of emergencies
    are recognised beside the translated ones, because a case may be written in English.
    """
    changes: dict[tuple[str, Key], dict[str, str | tuple[str, ...]]] = defaultdict(dict)
    for table, key, column, text in cells(dataset):
        new = translation.texts.get(text.place, Untranslated(text.english))
        old = getattr(dataset[table][key], column)
        if not isinstance(old, tuple):
            changes[table, key][column] = new
        elif column == _SYNONYMS and isinstance(new, Untranslated):
            changes[table, key][column] = ()
        else:
            parts = tuple(type(new)(part.strip()) for part in new.split(";") if part.strip())
            beside = old if (table, column) in _BESIDE_ENGLISH else ()
            changes[table, key][column] = old if beside and isinstance(new, Untranslated) else (*parts, *beside)
    rows = {(table, key): dataset[table][key].model_copy(update=update) for (table, key), update in changes.items()}
    strings = {key: translation.texts.get(f"{STRINGS}:{key}", text) for key, text in dataset.strings.items()}
    return replace(
        dataset,
        tables={table: _keyed(table, english, rows) for table, english in dataset.tables.items()},
        strings=strings,
        called=_english_names(dataset, changes),
        language=translation.language,
        reviewed=translation.reviewed,
    )


def _english_names(
    dataset: Dataset, changes: Mapping[tuple[str, Key], Mapping[str, object]]
) -> dict[Key, tuple[str, ...]]:
    """`Dataset.called` with the English names of everything whose name is translated."""
    called = dict(dataset.called)
    for (table, key), update in changes.items():
        if "name" not in update:
            continue
        for column in _NAMES:
            value: str | tuple[str, ...] = getattr(dataset[table][key], column, ())
            names = (value,) if isinstance(value, str) else value
            called[key] = (*called.get(key, ()), *filter(None, names))
    return called


def _keyed(table: str, english: dict[Key, Row], rows: Mapping[tuple[str, Key], Row]) -> dict[Key, Row]:
    """The rows of a table by their translated keys. If two translations are the same, the English key stays."""
    found: dict[Key, Row] = {}
    for key in english:
        row = rows.get((table, key), english[key])
        found[key if row.key in found else row.key] = row
    return found
