"""`nerve-atlas localise`: finds the sites that would explain the findings of a teaching case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atlas.cli.loading import data_option, json_option, lang_option, load, variant_option
from atlas.cli.terminal import print_json
from atlas.reasoning.nerve_studies.course import INJURIES, LAST_DAY, USUAL_DAY

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.reasoning.localisation.findings import Findings
    from atlas.reasoning.localisation.localiser import ComparedStudy, Localisation, RankedSite

DISCLAIMER = "For teaching cases only, ordered by how well each site explains the findings. This is not a diagnosis."
URGENCIES = {"now": "help at once", "soon": "help on the same day"}
NOTHING_FITS = "nothing here fits well: no place explains enough of these findings; the nearest places are"
NOTHING_POINTS = "these findings alone point to no place"
SHOWN = 3
"""The number of sites printed; JSON has all of them."""


def _listed(ids: list[str], atlas: Atlas) -> str:
    return "; ".join(_named_finding(id_, atlas) for id_ in ids) or "nothing"


def _named_finding(text: str, atlas: Atlas) -> str:
    """The name of a target or of a study with its result; the words of a clue."""
    study, _, result = text.rpartition(" ")
    if study in atlas.localiser.predictions.kind:
        return f"{atlas.localiser.next_study.name(study)}: {result}"
    return atlas.node(text).name if text in atlas.nodes else text


def _named_result(row: ComparedStudy, atlas: Atlas) -> str:
    """A study and its result; one that does not fit, with what is expected and why."""
    named = _named_finding(f"{row['study']} {row['result']}", atlas)
    if row["fits"] is not False:
        return named
    expected = atlas.strings[f"cases.study.expected.{row['expected']}"]
    return f"{named} (expected: {expected}. {row['why']})" if row["why"] else f"{named} (expected: {expected})"


def _print_studies(atlas: Atlas, candidate: RankedSite) -> None:
    for fits, label in ((True, "studies that fit"), (False, "studies that do not fit"), (None, "studies left open")):
        rows = [row for row in candidate["studies"] if row["fits"] is fits]
        if rows:
            click.echo(f"   {label}: {'; '.join(_named_result(row, atlas) for row in rows)}")
    if candidate["injury"]:
        words = atlas.strings[f"studies.injury.{candidate['injury']}"]
        click.echo(f"   studies compared with: {words}")


def _print_sites(atlas: Atlas, found: Localisation) -> None:
    from atlas.reasoning.people import rates_in_words

    click.echo(DISCLAIMER)
    for flag in found.red_flags:
        click.echo(f"RED FLAG ({URGENCIES[flag['urgency']]}): {flag['name']}. {flag['says']}")
    if found.unrecognised:
        click.echo(f"not recognised: {'; '.join(found.unrecognised)}")
    if not found.fits:
        click.echo(NOTHING_FITS if found.candidates else NOTHING_POINTS)
    names = {row.site_key or row.id: row.name for row in atlas.dataset.sites.values()}
    for rank, candidate in enumerate(found.candidates[:SHOWN], 1):
        click.echo(f"{rank}. {candidate['site']}")
        if variant := candidate["variant"]:
            name, rates = atlas.dataset.variants[variant].name, rates_in_words(atlas.dataset, variant)
            click.echo(f"   fits if the person has this variant: {name} ({rates})")
        click.echo(f"   explains: {_listed(candidate['explained'], atlas)}")
        click.echo(f"   does not explain: {_listed(candidate['unexplained'], atlas)}")
        click.echo(f"   contradicted by: {_listed(candidate['contradicted'], atlas)}")
        _print_studies(atlas, candidate)
        click.echo(f"   would also predict: {_listed(candidate['would_also_predict'], atlas)}")
        if candidate["alike"]:
            alike = "; ".join(" + ".join(names[part] for part in key.split(" + ")) for key in candidate["alike"])
            click.echo(f"   these findings cannot distinguish it from: {alike}")
    if found.next_examination:
        following = found.next_examination
        click.echo(f"examine next: {following['name']}" + (f" ({following['how']})" if following["how"] else ""))
    if study := found.next_study:
        click.echo(f"study next: {study['name']}. {study['why']}")


def _case(path: Path) -> dict[str, Any]:
    try:
        case = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise click.UsageError(f"{path.name} cannot be read as JSON ({error})") from None
    if not isinstance(case, dict):
        raise click.UsageError(f"{path.name} is not a teaching case; it should be one JSON object of findings")
    return case


def _named(
    atlas: Atlas, signs: dict[str, tuple[str, ...]], clues: tuple[str, ...], studies: tuple[str, ...]
) -> Findings:
    results: dict[str, str] = {}
    for item in studies:
        try:
            study, result = atlas.findings_parser.studies.read(item)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        if results.setdefault(study, result) != result:
            raise click.UsageError(f"'{study}' is given as {results[study]} and as {result}; give one result")
    found = atlas.findings_parser.parse_signs(signs, clues, studies)
    for name in found.unrecognised[:1]:
        muscle, _, grade = name.rpartition(":")
        if muscle and atlas.findings_parser.targets("muscle", muscle):
            raise click.UsageError(f"'{grade}' is not a grade of muscle power; write 0 to 5, as in {muscle}:4")
        nearest = ", ".join(atlas.names.nearest(name))
        hint = f"; the nearest names are {nearest}" if nearest else ""
        raise click.UsageError(f"nothing of that kind is called '{name}'{hint}")
    return found


@click.command()
@click.option("--weak", multiple=True, metavar="NAME[:GRADE]", help="A weak muscle, with its MRC grade if known.")
@click.option("--normal", multiple=True, metavar="NAME", help="A muscle of normal power.")
@click.option("--numb", multiple=True, metavar="NAME", help="A numb patch of skin.")
@click.option("--intact", multiple=True, metavar="NAME", help="A patch of skin with normal feeling.")
@click.option("--pain", multiple=True, metavar="NAME", help="Painful skin; any other place counts as a clue.")
@click.option("--reduced-reflex", multiple=True, metavar="NAME", help="A reduced or lost reflex.")
@click.option("--normal-reflex", multiple=True, metavar="NAME", help="A normal reflex.")
@click.option("--clue", multiple=True, metavar="TOKEN", help="A sign or circumstance, such as slr_positive.")
@click.option(
    "--study",
    "studies",
    multiple=True,
    metavar="NAME:RESULT",
    help="A nerve study that is normal, reduced, absent or slowed, as in STUDY:absent; or needle EMG at rest"
    " that is normal or shows fibrillations, as in 'emg MUSCLE:fibrillations'. `nerve-atlas studies SITE --json` lists"
    " the ids.",
)
@click.option(
    "--days",
    type=click.IntRange(0, LAST_DAY),
    default=None,
    help=f"Days since the onset, when the studies were made; by default {USUAL_DAY}.",
)
@click.option(
    "--injury",
    type=click.Choice(INJURIES, case_sensitive=False),
    default=None,
    help="What the lesion does to the nerve fibres; by default axon-loss, unless another kind fits clearly better.",
)
@click.option(
    "--case", "case_file", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="A teaching case (JSON)."
)
@variant_option
@lang_option
@data_option
@json_option
def localise(
    case_file: Path | None,
    clue: tuple[str, ...],
    studies: tuple[str, ...],
    days: int | None,
    injury: str | None,
    variants: tuple[str, ...],
    language: str,
    data: Path | None,
    as_json: bool,
    **signs: Any,
) -> None:
    """Find the sites that would explain the findings of a teaching case.

    Sites are ranked by how well they explain the findings, without probabilities. Red flags come first. Clues that the
    atlas does not know are listed as not recognised. Exits 2 for an unknown muscle, skin, reflex or study.
    """
    from atlas.reasoning.localisation.findings import Findings

    atlas = load(data, language, variants)
    findings = atlas.findings_parser.parse_case(_case(case_file)) if case_file else Findings()
    given = _named(atlas, signs, clue, studies)
    for sign, target in given.signs:
        findings.add(sign, target)
    findings.grades.update(given.grades)
    findings.clues += given.clues
    findings.studies += [result for result in given.studies if result not in findings.studies]
    findings.days = findings.days if days is None else days
    findings.injury = injury or findings.injury
    if not findings.signs and not findings.clues and not findings.studies and case_file is None:
        raise click.UsageError("there are no findings; see --help")
    found = atlas.localise(findings)
    if as_json:
        print_json(found.as_dict())
    else:
        _print_sites(atlas, found)
