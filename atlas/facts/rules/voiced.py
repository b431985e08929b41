"""The plain voice is plain, explains its hard words, tells nobody what they have, and puts the red flags first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from atlas.facts.problems import Problem
from atlas.facts.readability import grade, hard_words, longest
from atlas.facts.rules import rule
from atlas.facts.tables.voices import PARTS
from atlas.facts.texts import cells

EASY, HARDEST = 6.0, 8.0
"""The grade that a card should not pass, and the one that it must not pass, reason or not."""
LONGEST = 20
"""Words of the longest sentence in plain words."""
FLAGS = PARTS[-1]
QUOTED = {("everyday", "said"), ("wordings", "said"), ("seed_claims", "claim")}
"""Columns that hold what others say. Every other text for people is ours, and no banned phrase may stand in it."""


def plain_cards(facts) -> Iterator[tuple[object, str, str, str]]:
    """Record, column, whole text and reason of everything that is told in plain words, one for each card."""
    cards: dict[str, list] = {}
    for key, row in facts["plain"].items():
        cards.setdefault(row.of, []).append((facts.records["plain"][key], row))
    for rows in cards.values():
        reason = next((row.reason for _, row in rows if row.reason), "")
        yield rows[0][0], "text", " ".join(row.text for _, row in rows), reason
    for table in ("article", "red_flags", "map_reasons", "tour_steps"):
        for key, row in facts[table].items():
            yield facts.records[table][key], "plain", row.plain, ""
    for key, row in facts["tours"].items():
        yield facts.records["tours"][key], "describe", row.describe, ""
    for key, row in facts["glossary"].items():
        if key in facts.records["glossary"]:
            yield facts.records["glossary"][key], "meaning", row.meaning, ""


@rule
def plain_words_are_plain(facts):
    for record, column, text, reason in plain_cards(facts):
        found = round(grade(text), 1)
        if found > HARDEST or (found > EASY and not reason):
            right = f"shorter words and sentences, to grade {EASY:g}; with a reason, to {HARDEST:g} at most"
            yield record.problem(column, f"the text reads at grade {found:g}", right)


@rule
def plain_sentences_are_short(facts):
    rows = [(facts.records["plain"][key], "text", row.text) for key, row in facts["plain"].items()]
    others = [(record, column, text) for record, column, text, _ in plain_cards(facts) if column != "text"]
    for record, column, text in (*rows, *others):
        if (found := longest(text)) > LONGEST:
            yield record.problem(column, f"a sentence of {found} words", f"{LONGEST} words at most; make it two")


def explained(facts) -> re.Pattern[str] | None:
    """Matches every form of every word that the glossary explains."""
    forms = sorted({form for row in facts["glossary"].values() for form in row.forms}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.I) if forms else None


@rule
def hard_words_are_explained(facts):
    known, explains = set(facts["known_words"]), explained(facts)
    for record, column, text, _ in plain_cards(facts):
        if column == "meaning":
            continue
        left = explains.sub(" ", text) if explains else text
        for word in hard_words(left):
            if word.removesuffix("'s").removesuffix("’s") not in known:
                right = "write a plainer word, or explain it in glossary.csv"
                yield record.problem(column, f"'{word}' is a hard word that nothing explains", right)


def _patterns(facts) -> Iterator[tuple[re.Pattern[str], object]]:
    for row in facts["banned"].values():
        with suppress(re.error):
            yield re.compile(row.phrase, re.I), row


@rule
def nothing_banned_is_said(facts):
    for pattern, ban in _patterns(facts):
        for table, key, column, text in cells(facts):
            if (table, column) not in QUOTED and (said := pattern.search(text.english)):
                wrong = f"'{said.group()}' is banned: {ban.why}"
                yield facts.records[table][key].problem(column, wrong, ban.instead)


@rule
def nothing_banned_stands_in_the_catalogue(facts):
    path = facts.folder / "strings.json"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    for pattern, ban in _patterns(facts):
        for at, line in enumerate(lines, 1):
            key, _, text = line.partition(":")
            if said := pattern.search(text):
                wrong = f"'{said.group()}' is banned: {ban.why}"
                yield Problem(path.name, at, len(key) + 2 + said.start(), wrong, ban.instead)


@rule
def banned_phrases_can_be_read(facts):
    for key, row in facts["banned"].items():
        try:
            re.compile(row.phrase)
        except re.error as error:
            record = facts.records["banned"][key]
            yield record.problem("phrase", f"the pattern is broken ({error})", "write a regular expression")


@rule
def red_flags_stand_first(facts):
    """Wherever there is plain text there are red flags, an emergency first; and each condition tells its own."""
    if not facts["plain"]:
        return
    flags = sorted(facts["red_flags"].values(), key=lambda flag: flag.order)
    if not flags or flags[0].urgency != "now" or not flags[0].condition:
        record = facts.records["red_flags"][flags[0].id] if flags else next(iter(facts.records["plain"].values()))
        right = "put an emergency with its condition first in red_flags.csv"
        yield record.problem("order", "the block of red flags is missing, or does not begin with the emergency", right)
    told = {of for of, part in facts["plain"] if part == FLAGS}
    for id_, row in facts["conditions"].items():
        if row.red_flags and any(of == id_ for of, _ in facts["plain"]) and id_ not in told:
            right = f"add a row with the part '{FLAGS}' to plain.csv"
            yield facts.records["conditions"][id_].problem("red_flags", "not told in plain words", right)
