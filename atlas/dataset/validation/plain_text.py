"""The plain voice is plain, explains its hard words, tells nobody what they have, and puts the red flags first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from atlas.dataset.folders import STRINGS_FILE
from atlas.dataset.problems import Problem
from atlas.dataset.readability import grade, hard_words, longest
from atlas.dataset.tables.plain_text import PARTS
from atlas.dataset.translation.texts import cells
from atlas.dataset.validation import rule

EASY, HARDEST = 6.0, 8.0
"""The grade that a card should not pass, and the one that it must not pass, reason or not."""
LONGEST = 20
"""Words of the longest sentence in plain words."""
FLAGS = PARTS[-1]
QUOTED = {("everyday", "said"), ("wordings", "said"), ("article_claims", "claim")}
"""Columns that hold what others say. Every other text for people is ours, and no banned phrase may stand in it."""


def plain_cards(dataset) -> Iterator[tuple[object, str, str, str]]:
    """Record, column, whole text and reason of everything that is told in plain words, one for each card."""
    cards: dict[str, list] = {}
    for key, row in dataset["plain_text"].items():
        cards.setdefault(row.of, []).append((dataset.records["plain_text"][key], row))
    for rows in cards.values():
        reason = next((row.reason for _, row in rows if row.reason), "")
        yield rows[0][0], "text", " ".join(row.text for _, row in rows), reason
    for table in ("article", "red_flags", "map_reasons", "tour_steps"):
        for key, row in dataset[table].items():
            yield dataset.records[table][key], "plain", row.plain, ""
    for key, row in dataset["tours"].items():
        yield dataset.records["tours"][key], "describe", row.describe, ""
    for key, row in dataset["glossary"].items():
        if key in dataset.records["glossary"]:
            yield dataset.records["glossary"][key], "meaning", row.meaning, ""


@rule
def plain_words_are_plain(dataset):
    for record, column, text, reason in plain_cards(dataset):
        found = round(grade(text), 1)
        if found > HARDEST or (found > EASY and not reason):
            right = f"shorter words and sentences, to grade {EASY:g}; with a reason, to {HARDEST:g} at most"
            yield record.problem(column, f"the text reads at grade {found:g}", right)


@rule
def plain_sentences_are_short(dataset):
    rows = [(dataset.records["plain_text"][key], "text", row.text) for key, row in dataset["plain_text"].items()]
    others = [(record, column, text) for record, column, text, _ in plain_cards(dataset) if column != "text"]
    for record, column, text in (*rows, *others):
        if (found := longest(text)) > LONGEST:
            yield record.problem(column, f"a sentence of {found} words", f"{LONGEST} words at most; make it two")


def explained(dataset) -> re.Pattern[str] | None:
    """Matches every form of every word that the glossary explains."""
    forms = sorted({form for row in dataset["glossary"].values() for form in row.forms}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.I) if forms else None


@rule
def hard_words_are_explained(dataset):
    known, explains = set(dataset["known_words"]), explained(dataset)
    for record, column, text, _ in plain_cards(dataset):
        if column == "meaning":
            continue
        left = explains.sub(" ", text) if explains else text
        for word in hard_words(left):
            if word.removesuffix("'s").removesuffix("’s") not in known:
                right = "write a plainer word, or explain it in teaching/glossary.csv"
                yield record.problem(column, f"'{word}' is a hard word that nothing explains", right)


def _patterns(dataset) -> Iterator[tuple[re.Pattern[str], object]]:
    for row in dataset["banned"].values():
        with suppress(re.error):
            yield re.compile(row.phrase, re.I), row


@rule
def nothing_banned_is_said(dataset):
    for pattern, ban in _patterns(dataset):
        for table, key, column, text in cells(dataset):
            if (table, column) not in QUOTED and (said := pattern.search(text.english)):
                wrong = f"'{said.group()}' is banned: {ban.why}"
                yield dataset.records[table][key].problem(column, wrong, ban.instead)


@rule
def nothing_banned_stands_in_the_catalogue(dataset):
    path = dataset.folder / STRINGS_FILE
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    for pattern, ban in _patterns(dataset):
        for at, line in enumerate(lines, 1):
            key, _, text = line.partition(":")
            if said := pattern.search(text):
                wrong = f"'{said.group()}' is banned: {ban.why}"
                yield Problem(path.name, at, len(key) + 2 + said.start(), wrong, ban.instead)


@rule
def banned_phrases_can_be_read(dataset):
    for key, row in dataset["banned"].items():
        try:
            re.compile(row.phrase)
        except re.error as error:
            record = dataset.records["banned"][key]
            yield record.problem("phrase", f"the pattern is broken ({error})", "write a regular expression")


@rule
def red_flags_stand_first(dataset):
    """Wherever there is plain text there are red flags, an emergency first; and each condition tells its own."""
    if not dataset["plain_text"]:
        return
    flags = sorted(dataset["red_flags"].values(), key=lambda flag: flag.order)
    if not flags or flags[0].urgency != "now" or not flags[0].condition:
        record = (
            dataset.records["red_flags"][flags[0].id] if flags else next(iter(dataset.records["plain_text"].values()))
        )
        right = "put an emergency with its condition first in clinical/red_flags.csv"
        yield record.problem("order", "the block of red flags is missing, or does not begin with the emergency", right)
    told = {of for of, part in dataset["plain_text"] if part == FLAGS}
    for id_, row in dataset["conditions"].items():
        if row.red_flags and any(of == id_ for of, _ in dataset["plain_text"]) and id_ not in told:
            right = f"add a row with the part '{FLAGS}' to teaching/plain_text.csv"
            yield dataset.records["conditions"][id_].problem("red_flags", "not told in plain words", right)
