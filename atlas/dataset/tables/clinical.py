"""Sites of lesions and how often they are met, conditions, clues, examinations, and what tells places apart."""

from __future__ import annotations

from typing import Literal

from atlas.dataset.cells import Id, Listed, Place, Words, YesNo
from atlas.dataset.rows import Claim, Row, WideClaim


class Site(Claim):
    REFERS = {"on": ("segments", "roots")}
    id: Id
    name: Words
    on: Listed = ()
    standing: Literal["focal", "several", "off-graph"]
    where: Words
    site_key: str = ""
    synonyms: Listed = ()


class ConditionGroup(Row):
    """Conditions that stand together in lists; emergencies come first in the order."""

    id: Id
    name: Words
    order: Place


class Condition(WideClaim):
    """A named disorder. One that has no site says why in `unplaced`, and may name in `lights` where it is felt."""

    REFERS = {
        "group": ("condition_groups",),
        "sites": ("sites",),
        "lights": ("territories", "muscles", "reflexes", "segments", "roots"),
    }
    id: Id
    name: Words
    group: Id
    sites: Listed = ()
    synonyms: Listed = ()
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
    lights: Listed = ()
    unplaced: str = ""


class Clue(Claim):
    """A sign or circumstance: the phrases it goes by and the places or targets it speaks for or against.

    A phrase fits when each of its words begins a word of what was said. `seen_in`: targets whose loss is the clue
    itself. `softens`: kinds of finding that it makes less sure. `red_flag`: what to say before anything else.
    """

    REFERS = {
        "toward": ("sites", "segments", "roots", "muscles", "reflexes", "territories"),
        "away": ("sites", "segments", "roots", "muscles", "reflexes", "territories"),
        "seen_in": ("muscles", "reflexes", "territories"),
    }
    id: Id
    name: Words
    phrases: Listed
    strength: Literal["none", "weak", "moderate", "strong", "decisive"]
    toward: Listed = ()
    away: Listed = ()
    seen_in: Listed = ()
    softens: Listed = ()
    red_flag: str = ""


class Examination(Claim):
    """How easily a target is examined by itself, where that is not simple. What has no row is simple."""

    KEY = ("target",)
    REFERS = {"target": ("muscles", "reflexes", "territories")}
    target: Id
    ease: Literal["further", "hardly"]


class Occurrence(Claim):
    """How often a lesion sits at a site, where sources say that it is common or rare. All other sites stand between."""

    KEY = ("site",)
    REFERS = {"site": ("sites",)}
    site: Id
    often: Literal["common", "rare"]


class Wording(Row):
    """What people say for several targets of one kind at once, such as a movement or a group."""

    KEY = ("said",)
    REFERS = {"means": ("muscles", "reflexes", "territories")}
    said: Words
    means: Listed


class Discriminator(Claim):
    """What tells two places or conditions apart, or famously does not: what each shows.

    `targets`: what the finding is found in, where it is found in anything. `a_takes`, `b_takes`: whether a lesion there
    takes them, as the source has it, so that the graph can be held against it; empty where it is silent. `by`: on
    examining, by a test (needle, conduction, imaging) or from the story.
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
    finding: Words
    targets: Listed = ()
    clues: Listed = ()
    a_shows: Words
    b_shows: Words
    a_takes: Literal["yes", "may", "no", ""] = ""
    b_takes: Literal["yes", "may", "no", ""] = ""
    strength: Literal["strong", "moderate", "weak", "none"]
    by: Literal["examination", "test", "history"]
