"""What a browser needs to localise findings by itself: the matrix, its parameters, teaching cases and words.

Sites, targets and clues are indexes. Shares are integers in ten-thousandths.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from atlas.api import Atlas
from atlas.dataset.tables import TARGETS
from atlas.dataset.tables.nerve_studies import NEEDLE, NEEDLE_RESULTS, STUDY_RESULTS
from atlas.dataset.tables.teaching_cases import TeachingCase
from atlas.graph.nerve_graph import KIND_OF_TABLE
from atlas.reasoning.localisation import (
    denials,
    expected_deficits,
    localiser,
    next_examination,
    next_study,
    ranking,
    scoring,
    site_scoring,
    study_scoring,
)
from atlas.reasoning.localisation.clues import DENIED
from atlas.reasoning.localisation.combinations import saying
from atlas.reasoning.localisation.expected_deficits import DIGITS
from atlas.reasoning.nerve_studies.course import INJURIES, LAST_DAY, USUAL_DAY
from atlas.reasoning.people import rates_in_words
from atlas.web.bundles.emergencies import build_emergencies

STRING_PREFIX = "cases."
"""The strings of the page of cases begin with this."""
COMBINED = ("clues", "signs", "targets", "without")
"""What makes up a combination, by the columns of its table."""


def _matrix(atlas: Atlas) -> dict:
    reasoning, expected = atlas.localiser, atlas.localiser.expected
    places = {target: at for at, target in enumerate(expected.targets)}
    scorer, can_pair = reasoning.ranking.scorer, reasoning.ranking.can_pair
    rows = atlas.dataset.sites
    sites = [
        {
            "id": site,
            "key": atlas.lesion_places.site_key(site),
            "name": row.name,
            "place": atlas.nerve_graph.order[site],
            "standing": row.standing,
            "expected": scorer.costs.expected_factor[site],
            "deficit": scorer.costs.deficit_cost[site],
            "below_roots": site in expected.below_roots,
            "hurts": [places[target] for target in expected.targets if target in expected.hurts.get(site, ())],
            "spares": sorted(scorer.spared_kinds.get(site, ())),
            "mass": scorer.costs.predicted_loss.get(site, 0.0),
            "fixed": scorer.costs.base_cost[site],
            "further": [
                n
                for target, share in expected.further.get(site, {}).items()
                for n in (places[target], round(share * 10**DIGITS))
            ],
            "share_lost": [
                n for target, share in expected.of(site).items() for n in (places[target], round(share * 10**DIGITS))
            ],
        }
        for site, row in rows.items()
    ]
    at = {site: n for n, site in enumerate(rows)}
    focal = [site for site, row in rows.items() if row.standing == "focal"]
    sayings = list(dict.fromkeys(saying(row) for row in reasoning.combinations))
    return {
        "targets": expected.targets,
        "kinds": [[KIND_OF_TABLE[table], len(atlas.dataset[table])] for table in TARGETS],
        "profile": [expected.profile[target] for target in expected.targets],
        "sites": sites,
        "partners": [
            [at[other] for other in focal if site in focal and other != site and can_pair(site, other)] for site in rows
        ],
        "clues": [
            {
                **{name: getattr(row, name) for name in ("id", "name", "phrases", "strength", "softens")},
                "whole": row.whole_words,
                "fits": [n for site, fit in scorer.clue_fit.of(row).items() for n in (at[site], fit)],
            }
            for row in reasoning.clue_matcher.rows
        ],
        "combinations": [
            {
                **{name: getattr(row, name) for name in ("id", "name", "strength", *COMBINED)},
                "says": sayings.index(saying(row)),
                "fits": [n for site, fit in scorer.clue_fit.of(row).items() for n in (at[site], fit)],
            }
            for row in reasoning.combinations
        ],
        "hardly": [places[target] for target in expected.targets if target not in scorer.costs.noticed],
        "autonomous": [places[target] for target in expected.targets if target in expected.autonomous],
        "denied": DENIED,
        "denials": {**{kind: sorted(words) for kind, words in denials.KINDS.items()}, "longest": denials.MAX_WORDS},
        "clue_words": [[row.id, row.also] for row in reasoning.clue_matcher.clue_words],
        "emergencies": build_emergencies(reasoning.emergencies),
    }


def _variants(atlas: Atlas) -> list[dict]:
    """The variants that may explain findings better, each with what lesions take where that differs."""
    expected = atlas.localiser.expected
    places = {target: at for at, target in enumerate(expected.targets)}
    at = {site: n for n, site in enumerate(atlas.dataset.sites)}
    return [
        {
            "id": variant.id,
            "text": f"{atlas.dataset.variants[variant.id].name} ({rates_in_words(atlas.dataset, variant.id)})",
            "cost": variant.cost,
            "touches": sorted(places[target] for target in variant.touches),
            "sites": [
                [
                    at[site],
                    atlas.localiser.ranking.scorer.costs.predicted(shares),
                    [n for target, share in shares.items() for n in (places[target], round(share * 10**DIGITS))],
                ]
                for site, shares in variant.by_site.items()
            ],
        }
        for variant in atlas.localiser.ranking.variants
    ]


def _parameters(atlas: Atlas) -> dict:
    reasoning = atlas.localiser
    return {
        "parameters": asdict(reasoning.parameters),
        "explains": scoring.EXPLAINED_SHARE,
        "predicts": scoring.PREDICTED_SHARE,
        "off": [site_scoring.OFF_GRAPH_SHARE, site_scoring.OFF_GRAPH_NORMAL_SHARE],
        "paired": ranking.PAIR_WIDTH,
        "shown": localiser.MAX_CANDIDATES,
        "hurting": expected_deficits.HURTS_SHARE,
        "nearest": localiser.NEAREST_COUNT,
        "fitting": [localiser.FITTING_PART, localiser.FITTING_COST],
        "indistinct": localiser.INDISTINCT_BELOW,
        "leading": next_examination.LEADING_COUNT,
        "within": next_examination.LEADING_MARGIN,
        "worth": next_examination.MIN_SEPARATION,
        "sureness": next_examination.RELIABILITY,
        "ease": [reasoning.next_examination.ease_factor.get(target) for target in reasoning.expected.targets],
    }


def _study_rules(atlas: Atlas) -> dict:
    """How results of nerve studies are weighed, and what can be found. The predictions are in the bundle of studies."""
    return {
        "all": [[study, atlas.localiser.next_study.name(study)] for study in atlas.localiser.predictions.kind],
        "results": {"study": STUDY_RESULTS, "needle": NEEDLE_RESULTS},
        "injuries": INJURIES,
        "usual_day": USUAL_DAY,
        "last_day": LAST_DAY,
        "parameters": asdict(study_scoring.STUDY_PARAMETERS),
        "tests": study_scoring.TESTS,
        "sureness": next_study.RELIABILITY,
        "gaps": [next_study.DEGREE, next_study.OTHER_CHANGE],
    }


def _target_texts(atlas: Atlas) -> dict:
    """The texts about targets: names, other words for them, how they are tested, roots and rival roots."""
    rows: list[Any] = [atlas.node(target).row for target in atlas.localiser.expected.targets]
    rivals: dict[str, list[str]] = {}
    for row in atlas.dataset.rival_roots.values():
        rivals.setdefault(row.target, []).append(" ".join(row.main_roots or row.roots))
    known = {row.id: [*getattr(row, "synonyms", ()), getattr(row, "plain", "")] for row in rows}
    for wording in atlas.dataset.wordings.values():
        for target in wording.means:
            known[target].append(wording.said)
    return {
        "names": [row.name for row in rows],
        "known": [" ".join(filter(None, known[row.id])) for row in rows],
        "tests": [getattr(row, "test", "") for row in rows],
        "roots": [" ".join(getattr(row, "main_roots", ()) or getattr(row, "roots", ())) for row in rows],
        "rivals": {target: list(dict.fromkeys(roots)) for target, roots in rivals.items()},
    }


def spelled(case: TeachingCase) -> str:
    """The findings of a case as in the address of the page.

    >>> case = Atlas.load().dataset.teaching_cases["slipper_lost"]
    >>> spelled(case)
    'weak:tibialis_anterior:1,clue:upper_motor_neuron_signs'
    """
    grades = dict(graded.split(":") for graded in case.grades)
    signs = [f"weak:{muscle}:{grades[muscle]}" if muscle in grades else f"weak:{muscle}" for muscle in case.weak]
    for sign in ("normal", "numb", "intact", "pain"):
        signs += [f"{sign}:{target}" for target in getattr(case, sign)]
    signs += [f"reflex:{reflex}:reduced" for reflex in case.reduced_reflex]
    signs += [f"reflex:{reflex}:normal" for reflex in case.normal_reflex]
    signs += [f"clue:{clue}" for clue in case.clues]
    signs += [f"clue:{DENIED}{clue}" for clue in case.denied]
    signs += [
        f"emg:{study.removeprefix(NEEDLE)}" if study.startswith(NEEDLE) else f"study:{study}" for study in case.studies
    ]
    signs += [f"day:{case.days}"] if case.days else []
    return ",".join(signs)


def _examples(atlas: Atlas) -> list[dict]:
    sources = list(atlas.dataset.sources)
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
        for case in atlas.dataset.teaching_cases.values()
    ]


def build_cases(atlas: Atlas) -> dict:
    """The bundle as plain JSON values. `examples` cite sources by their index in the pathways bundle."""
    words = {key.removeprefix(STRING_PREFIX): text for key, text in atlas.dataset.strings_with(STRING_PREFIX).items()}
    words |= {f"study.injury.{injury}": atlas.strings[f"studies.injury.{injury}"] for injury in INJURIES}
    for result in (*STUDY_RESULTS, *NEEDLE_RESULTS):
        expected = study_scoring.EXPECTED_OF_RESULT.get(result, result)
        words[f"state.study_{result}"] = words[f"study.expected.{expected}"]
    return {
        **_matrix(atlas),
        "variants": _variants(atlas),
        **_parameters(atlas),
        "studies": _study_rules(atlas),
        **_target_texts(atlas),
        "examples": _examples(atlas),
        "words": words,
    }
