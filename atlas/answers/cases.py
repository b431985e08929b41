"""All that a browser needs to reason back from findings by itself: the matrix, its parameters, teaching cases, words.

Sites, endings and clues are known by their places. Shares are whole ten-thousandths, as `Expected` rounds them.
"""

from __future__ import annotations

from dataclasses import asdict

from atlas.api import Atlas
from atlas.facts.tables import ENDINGS
from atlas.facts.tables.teaching import TeachingCase
from atlas.graph.anatomy import KIND_OF_TABLE
from atlas.queries import candidates, localise, scoring
from atlas.queries.clues import DENIALS
from atlas.queries.expectation import DIGITS

SPOKEN = "cases."
"""The strings of the page of cases begin with this."""
DENIED = "no_"
"""What stands before a clue that was looked for and not found."""


def _matrix(atlas: Atlas) -> dict:
    reasoning, expected = atlas.localising, atlas.localising.expected
    places = {ending: at for at, ending in enumerate(expected.endings)}
    held = reasoning.candidates
    rows = atlas.facts["sites"]
    sites = [
        {
            "id": site,
            "key": atlas.places.key(site),
            "name": row.name,
            "place": atlas.anatomy.place[site],
            "standing": row.standing,
            "patchy": site in held.patchy,
            "mass": held.mass.get(site, 0.0),
            "fixed": held.fixed[site],
            "taken": [
                n
                for ending, share in expected.taken.get(site, {}).items()
                for n in (places[ending], round(share * 10**DIGITS))
            ],
        }
        for site, row in rows.items()
    ]
    at = {site: n for n, site in enumerate(rows)}
    focal = [site for site, row in rows.items() if row.standing == "focal"]
    return {
        "endings": expected.endings,
        "kinds": [[KIND_OF_TABLE[table], len(atlas.facts[table])] for table in ENDINGS],
        "profile": [expected.profile[ending] for ending in expected.endings],
        "sites": sites,
        "partners": [
            [at[other] for other in focal if site in focal and other != site and held.may_pair(site, other)]
            for site in rows
        ],
        "clues": [
            {
                **{name: getattr(row, name) for name in ("id", "name", "phrases", "strength", "softens", "seen_in")},
                "red_flag": row.red_flag,
                "fits": [n for site, fit in held.fits(row).items() for n in (at[site], fit)],
            }
            for row in reasoning.clues.rows
        ],
        "denials": sorted(DENIALS),
    }


def _parameters(atlas: Atlas) -> dict:
    reasoning = atlas.localising
    return {
        "costing": asdict(reasoning.candidates.costing),
        "explains": scoring.EXPLAINS,
        "predicts": scoring.PREDICTS,
        "off": candidates.OFF,
        "paired": candidates.PAIRED,
        "shown": localise.SHOWN,
        "indistinct": localise.ALIKE,
        "leading": localise.LEADING,
        "within": localise.WITHIN,
        "worth": localise.WORTH,
        "sureness": localise.SURENESS,
        "ease": [reasoning.ease.get(ending) for ending in reasoning.expected.endings],
    }


def _told(atlas: Atlas) -> dict:
    """What the page says of endings: names, other words for them, how they are tested, roots and rival roots."""
    rows = [atlas.node(ending).row for ending in atlas.localising.expected.endings]
    rivals: dict[str, list[str]] = {}
    for row in atlas.facts["rival_roots"].values():
        rivals.setdefault(row.ending, []).append(" ".join(row.main_roots or row.roots))
    known = {row.id: [*getattr(row, "synonyms", ()), getattr(row, "plain", "")] for row in rows}
    for wording in atlas.facts["wordings"].values():
        for ending in wording.means:
            known[ending].append(wording.said)
    return {
        "names": [row.name for row in rows],
        "known": [" ".join(filter(None, known[row.id])) for row in rows],
        "tests": [getattr(row, "test", "") for row in rows],
        "roots": [" ".join(getattr(row, "main_roots", ()) or getattr(row, "roots", ())) for row in rows],
        "rivals": {ending: list(dict.fromkeys(roots)) for ending, roots in rivals.items()},
    }


def spelled(case: TeachingCase) -> str:
    """The findings of a case as they stand in the address of the page.

    >>> case = Atlas.load().facts["teaching_cases"]["slipper_lost"]
    >>> spelled(case)
    'weak:tibialis_anterior:1,clue:upper_motor_neuron_signs'
    """
    grades = dict(graded.split(":") for graded in case.grades)
    signs = [f"weak:{muscle}:{grades[muscle]}" if muscle in grades else f"weak:{muscle}" for muscle in case.weak]
    for sign in ("normal", "numb", "intact", "pain"):
        signs += [f"{sign}:{ending}" for ending in getattr(case, sign)]
    signs += [f"reflex:{reflex}:reduced" for reflex in case.reduced_reflex]
    signs += [f"reflex:{reflex}:normal" for reflex in case.normal_reflex]
    signs += [f"clue:{clue}" for clue in case.clues]
    signs += [f"clue:{DENIED}{clue}" for clue in case.denied]
    return ",".join(signs)


def _examples(atlas: Atlas) -> list[dict]:
    sources = list(atlas.facts["sources"])
    return [
        {
            "id": case.id,
            "title": case.title,
            "story": case.story,
            "findings": spelled(case),
            "sites": case.sites,
            "stated": case.stated,
            "teaches": case.teaches,
            "note": case.note,
            "checked": case.checked,
            "sources": [sources.index(cite.key) for cite in case.cites],
        }
        for case in atlas.facts["teaching_cases"].values()
    ]


def build_cases(atlas: Atlas) -> dict:
    """The set `cases`, as plain JSON values. `examples` cite sources by their place in the set `pathways`."""
    words = {key.removeprefix(SPOKEN): text for key, text in atlas.strings.items() if key.startswith(SPOKEN)}
    return {
        **_matrix(atlas),
        **_parameters(atlas),
        **_told(atlas),
        "examples": _examples(atlas),
        "words": words,
    }
