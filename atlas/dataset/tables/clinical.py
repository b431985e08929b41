"""Lesion sites, how common they are and how far they reach, conditions, clues, examinations and discriminators."""

from __future__ import annotations

from typing import ClassVar, Literal

from atlas.dataset.cells import Id, Order, Text, TextList, YesNo
from atlas.dataset.rows import Claim, Row, WideClaim


class Site(Claim):
    """A place at which a lesion can lie.

    `severity`: that of its usual lesion; empty means complete. `sides`: "both" if its lesion hits both sides.
    """

    REFERS = {"on": ("segments", "roots")}
    id: Id
    name: Text
    on: TextList = ()
    standing: Literal["focal", "several", "off-graph"]
    where: Text
    site_key: str = ""
    synonyms: TextList = ()
    severity: Literal["complete", "partial", "intermittent", ""] = ""
    sides: Literal["both", ""] = ""


class ConditionGroup(Row):
    """A group of conditions in lists; `order` puts emergencies first."""

    id: Id
    name: Text
    order: Order


class Condition(WideClaim):
    """A named disorder. One without a site on the nerves says why in `unplaced`; `lights` names where it is felt.

    `plain`: its title in plain words.
    """

    REFERS = {
        "group": ("condition_groups",),
        "sites": ("sites",),
        "lights": ("territories", "muscles", "reflexes", "segments", "roots"),
    }
    id: Id
    name: Text
    group: Id
    sites: TextList = ()
    synonyms: TextList = ()
    in_article: YesNo
    sensory: str = ""
    motor: str = ""
    reflex: str = ""
    aggravating: str = ""
    easing: str = ""
    discriminators: str = ""
    red_flags: str = ""
    tests: str = ""
    imaging: str = ""
    electrodiagnosis: str = ""
    treatment: str = ""
    lights: TextList = ()
    unplaced: str = ""
    plain: str = ""


class Clue(Claim):
    """A sign or circumstance, the phrases that name it, and the places or targets it makes more or less likely.

    A phrase matches when each of its words is the beginning of a word in the input. `softens`: kinds of finding that
    it makes less certain. Warnings are in the tables of emergencies.
    """

    whole_words: ClassVar[bool] = False
    REFERS = {
        "toward": ("sites", "segments", "roots", "muscles", "reflexes", "territories"),
        "away": ("sites", "segments", "roots", "muscles", "reflexes", "territories"),
    }
    id: Id
    name: Text
    phrases: TextList
    strength: Literal["none", "weak", "moderate", "strong", "decisive"]
    toward: TextList = ()
    away: TextList = ()
    softens: TextList = ()


class ClueWord(Row):
    """A word of the phrases of clues, and the beginnings of other words that mean it there (`also`)."""

    id: Id
    also: TextList


class Combination(Claim):
    """Findings and clues that point to a place only together, such as weakness where feeling is normal.

    All `clues` must be recognised and not denied, and all `signs` found; if `targets` are named, each sign must be
    found in one of them. No sign of `without` may be found in any target. Unlike a clue, it softens
    nothing and raises no red flag.
    """

    REFERS = {
        "clues": ("clues",),
        "targets": ("muscles", "reflexes", "territories"),
        "toward": ("sites", "segments", "roots", "muscles", "reflexes", "territories"),
        "away": ("sites", "segments", "roots", "muscles", "reflexes", "territories"),
    }
    id: Id
    name: Text
    clues: TextList = ()
    signs: TextList = ()
    targets: TextList = ()
    without: TextList = ()
    softens: ClassVar[tuple[str, ...]] = ()
    red_flag: ClassVar[str] = ""
    strength: Literal["weak", "moderate", "strong", "decisive"]
    toward: TextList = ()
    away: TextList = ()


class Reach(Claim):
    """How far the cause at a site may reach, where the segments and roots at the site do not say it.

    `may_take`: segments or roots that it sometimes takes as well. `spares`: for a cause off the nerves, the kinds of
    target that it leaves alone. `hurts`: the skin near the place, where it hurts although the nerve does not supply it.
    """

    KEY = ("site",)
    REFERS = {"site": ("sites",), "may_take": ("segments", "roots"), "hurts": ("territories",)}
    site: Id
    may_take: TextList = ()
    hurts: TextList = ()
    spares: TextList = ()


class Examination(Claim):
    """How easily a target is examined in isolation. A target without a row is easy to examine."""

    KEY = ("target",)
    REFERS = {"target": ("muscles", "reflexes", "territories")}
    target: Id
    ease: Literal["further", "hardly"]


class Occurrence(Claim):
    """How often a lesion occurs at a site, where sources call it common or rare. Other sites are in between."""

    KEY = ("site",)
    REFERS = {"site": ("sites",)}
    site: Id
    often: Literal["common", "rare"]


class Discriminator(Claim):
    """A finding that distinguishes two places or conditions, or famously fails to, and what each of them shows.

    `targets`: the muscles, skin or reflexes in which the finding is seen. `a_takes`, `b_takes`: whether a lesion there
    affects these targets according to the source, to compare with the graph; empty if the source does not say.
    `by`: found on examination, by a test (needle, conduction, imaging) or from the history.
    """

    KEY = ("a", "b", "finding")
    REFERS = {
        "a": ("conditions", "sites", "nerves", "segments", "roots"),
        "b": ("conditions", "sites", "nerves", "segments", "roots"),
        "targets": ("muscles", "reflexes", "territories"),
        "clues": ("clues",),
    }
    a: Id
    b: Id
    finding: Text
    targets: TextList = ()
    clues: TextList = ()
    a_shows: Text
    b_shows: Text
    a_takes: Literal["yes", "may", "no", ""] = ""
    b_takes: Literal["yes", "may", "no", ""] = ""
    strength: Literal["strong", "moderate", "weak", "none"]
    by: Literal["examination", "test", "history"]
