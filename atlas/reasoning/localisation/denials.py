"""Whether the words around a clue deny it ("paraspinal muscles normal", "no clonus or spasticity")."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

NEGATIONS = {"no", "not", "absent", "negative", "without", "denies", "denied", "none", "normal", "never", "minimal"} | {
    *("spared", "intact", "preserved", "unaffected", "unremarkable", "nor", "neither")
}
"""Words that deny a clue in their part of a text, unless they are part of its phrase."""
LIST_NEGATIONS = {"no", "without", "denies", "denied", "neither"}
"""Those that also deny the later parts of a list that ends with "or" ("no pain, numbness or weakness")."""
LIST_ENDS = {"or", "nor"}
BREAKS = {"but", "although", "though", "however", "while", "whereas", "except", "yet"}
"""Words that begin a new clause."""
LOST = {"absent"}
"""Words that tell of a loss, not of a denial, beside one of MEASURED ("nerve response absent")."""
MEASURED = {"response", "snap", "cmap", "amplitude", "potential", "conduction", "jerk", "reflex", "pulse"} | {
    *("sensation", "feeling", "vibration", "sensory", "motor", "tone")
}
FAILS, FAILED = (
    {"not", "no"},
    {"recordable", "obtainable", "elicitable", "elicited", "excitable", "evoked"}
    | {*("recorded", "obtained", "detectable", "able", "longer")}
    | {*("work", "works", "working", "function", "functioning", "move", "moving", "lift", "bend", "hold", "close")}
    | {*("sensation", "feeling", "power", "movement", "settle", "settled")}
    | {*("improve", "improved", "heal", "healed", "recover", "recovered", "respond", "resolve")},
)
"""A word of FAILS just before one of FAILED means a loss as well ("not recordable", "no longer", "did not heal")."""
KINDS = {
    "negations": NEGATIONS,
    "lists": LIST_NEGATIONS,
    "ends": LIST_ENDS,
    "breaks": BREAKS,
    "lost": LOST,
    "measured": MEASURED,
    "fails": FAILS,
    "failed": FAILED,
}
"""All these words by kind, for the page."""
MAX_WORDS = 60
"""Only this many words of a text are read; a clue has only a few."""
_TOKEN = re.compile(r"[a-z0-9]+|[,;()]|\.(?=[ \n\t]|$)")


@dataclass(frozen=True)
class ClueText:
    """The words of a text, and the number of the part and of the clause in which each stands.

    Parts end at a comma or a bracket, clauses at other stops and at words such as "but".
    """

    words: list[str]
    parts: list[int]
    clauses: list[int]


def read_words(text: str) -> ClueText:
    """Split a text.

    >>> read_words("TA weak, soleus normal").parts
    [0, 0, 1, 1]
    """
    dashed = re.sub("[‐-―−]", "-", re.sub("[ßẞ]", "ss", text))
    ascii_text = unicodedata.normalize("NFKD", dashed).encode("ascii", "ignore").decode().casefold()
    words, parts, clauses, part, clause = list[str](), list[int](), list[int](), 0, 0
    for token in _TOKEN.findall(ascii_text):
        if token in ",()":
            part += 1
        elif token in ";." or token in BREAKS:
            part, clause = part + 1, clause + 1
        elif len(words) < MAX_WORDS:
            words.append(token)
            parts.append(part)
            clauses.append(clause)
    return ClueText(words, parts, clauses)


def is_denied(text: ClueText, positions: frozenset[int]) -> bool:
    """Whether a denial covers one of the words at these positions."""
    words = text.words
    for at, word in enumerate(words):
        if word not in NEGATIONS or at in positions or _is_loss(text, at):
            continue
        if any(text.parts[position] == text.parts[at] for position in positions):
            return True
        if word in LIST_NEGATIONS and any(_in_list(text, at, position) for position in positions):
            return True
    return False


def is_one_statement(text: ClueText, positions: frozenset[int]) -> bool:
    """Whether these words stand in one part, or in several without a denial, unlike "calf weak, short head normal"."""
    parts = {text.parts[at] for at in positions}
    return len(parts) == 1 or not any(
        text.parts[at] in parts for at, word in enumerate(text.words) if word in NEGATIONS
    )


def _in_list(text: ClueText, denial: int, position: int) -> bool:
    """Whether the word is in a list after the denial that ends with "or"."""
    if position < denial or text.clauses[position] != text.clauses[denial]:
        return False
    part, clause = text.parts[position], text.clauses[position]
    return any(
        word in LIST_ENDS and text.clauses[at] == clause and text.parts[at] >= part
        for at, word in enumerate(text.words)
    )


def _is_loss(text: ClueText, at: int) -> bool:
    word, following = text.words[at], text.words[at + 1 : at + 2]
    if word in FAILS and following and following[0] in FAILED:
        return True
    part = text.parts[at]
    return word in LOST and any(
        text.parts[n] == part and (other in MEASURED or other.removesuffix("s") in MEASURED)
        for n, other in enumerate(text.words)
    )
