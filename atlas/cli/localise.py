"""`nerve-atlas localise`: finds the sites that would explain the findings of a teaching case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atlas.cli.loading import data_option, json_option, lang_option, load, variant_option

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.reasoning.localisation.findings import Findings
    from atlas.reasoning.localisation.localiser import Localisation

DISCLAIMER = "For teaching cases only, ordered by how well each site explains the findings. This is not a diagnosis."
URGENCIES = {"now": "help at once", "soon": "help on the same day"}
NOTHING_FITS = "nothing here fits well: no place explains enough of these findings; the nearest places are"
NOTHING_POINTS = "these findings alone point to no place"
SHOWN = 3
"""The number of sites printed; JSON has all of them."""


def _listed(ids: list[str], atlas: Atlas) -> str:
    return "; ".join(atlas.node(id_).name if id_ in atlas.nodes else id_ for id_ in ids) or "nothing"


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
        click.echo(f"   would also predict: {_listed(candidate['would_also_predict'], atlas)}")
        if candidate["alike"]:
            alike = "; ".join(" + ".join(names[part] for part in key.split(" + ")) for key in candidate["alike"])
            click.echo(f"   these findings cannot distinguish it from: {alike}")
    if found.next_examination:
        following = found.next_examination
        click.echo(f"examine next: {following['name']}" + (f" ({following['how']})" if following["how"] else ""))


def _case(path: Path) -> dict[str, Any]:
    try:
        case = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise click.UsageError(f"{path.name} cannot be read as JSON ({error})") from None
    if not isinstance(case, dict):
        raise click.UsageError(f"{path.name} is not a teaching case; it should be one JSON object of findings")
    return case


def _named(atlas: Atlas, signs: dict[str, tuple[str, ...]], clues: tuple[str, ...]) -> Findings:
    found = atlas.findings_parser.parse_signs(signs, clues)
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
    "--case", "case_file", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="A teaching case (JSON)."
)
@variant_option
@lang_option
@data_option
@json_option
def localise(
    case_file: Path | None,
    clue: tuple[str, ...],
    variants: tuple[str, ...],
    language: str,
    data: Path | None,
    as_json: bool,
    **signs: Any,
) -> None:
    """Find the sites that would explain the findings of a teaching case.

    Sites are ranked by how well they explain the findings, without probabilities. Red flags come first. Clues that the
    atlas does not know are listed as not recognised. Exits 2 for an unknown muscle, skin or reflex.
    """
    from atlas.reasoning.localisation.findings import Findings

    atlas = load(data, language, variants)
    findings = atlas.findings_parser.parse_case(_case(case_file)) if case_file else Findings()
    given = _named(atlas, signs, clue)
    for sign, target in given.signs:
        findings.add(sign, target)
    findings.grades.update(given.grades)
    findings.clues += given.clues
    if not findings.signs and not findings.clues and case_file is None:
        raise click.UsageError("there are no findings; see --help")
    found = atlas.localise(findings)
    if as_json:
        click.echo(json.dumps(found.as_dict(), ensure_ascii=False))
    else:
        _print_sites(atlas, found)
