"""`nerve-atlas localise`: from the findings of a teaching case back to the sites that would explain them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from atlas.api import Atlas
from atlas.cli.loading import data_option, json_option, lang_option, load
from atlas.reasoning.localisation.findings import Findings
from atlas.reasoning.localisation.localiser import Localisation

FOR_TEACHING = "For teaching cases only, in order of how well each site explains the findings. It does not diagnose."
SHOWN = 3


def _listed(ids: list[str], atlas: Atlas) -> str:
    return "; ".join(atlas.node(id_).name if id_ in atlas.nodes else id_ for id_ in ids) or "nothing"


def _tell(atlas: Atlas, found: Localisation) -> None:
    click.echo(FOR_TEACHING)
    for flag in found.red_flags:
        click.echo(f"RED FLAG: {flag['name']}. {flag['says']}")
    if found.unrecognised:
        click.echo(f"not recognised: {'; '.join(found.unrecognised)}")
    names = {row.site_key or row.id: row.name for row in atlas.dataset["sites"].values()}
    for at, one in enumerate(found.candidates[:SHOWN], 1):
        click.echo(f"{at}. {one['site']}")
        click.echo(f"   explains: {_listed(one['explained'], atlas)}")
        click.echo(f"   leaves unexplained: {_listed(one['unexplained'], atlas)}")
        click.echo(f"   speaks against it: {_listed(one['contradicted'], atlas)}")
        click.echo(f"   would also lead one to expect: {_listed(one['would_also_predict'], atlas)}")
        if one["alike"]:
            alike = "; ".join(" + ".join(names[part] for part in key.split(" + ")) for key in one["alike"])
            click.echo(f"   not told apart from it by these findings: {alike}")
    if found.next_examination:
        following = found.next_examination
        click.echo(f"next, examine: {following['name']}" + (f" ({following['how']})" if following["how"] else ""))


def _case(path: Path) -> dict:
    try:
        case = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise click.UsageError(f"{path.name} cannot be read as JSON ({error})") from None
    if not isinstance(case, dict):
        raise click.UsageError(f"{path.name} does not hold one case: it should be one object of findings")
    return case


def _named(atlas: Atlas, signs: dict[str, tuple[str, ...]], clues: tuple[str, ...]) -> Findings:
    found = atlas.findings_parser.parse_signs(signs, clues)
    if found.unrecognised:
        nearest = ", ".join(atlas.names.nearest(found.unrecognised[0]))
        raise click.UsageError(
            f"nothing of that kind is called '{found.unrecognised[0]}'; the nearest names are {nearest}"
        )
    return found


@click.command()
@click.option("--weak", multiple=True, metavar="NAME[:GRADE]", help="A weak muscle, with its MRC grade if known.")
@click.option("--normal", multiple=True, metavar="NAME", help="A muscle of normal power.")
@click.option("--numb", multiple=True, metavar="NAME", help="A numb patch of skin.")
@click.option("--intact", multiple=True, metavar="NAME", help="A patch of skin with normal feeling.")
@click.option("--reduced-reflex", multiple=True, metavar="NAME", help="A reduced or lost reflex.")
@click.option("--normal-reflex", multiple=True, metavar="NAME", help="A normal reflex.")
@click.option("--clue", multiple=True, metavar="TOKEN", help="A sign or circumstance, such as slr_positive.")
@click.option(
    "--case", "case_file", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="A teaching case (JSON)."
)
@lang_option
@data_option
@json_option
def localise(
    case_file: Path | None, clue: tuple[str, ...], language: str, data: Path | None, as_json: bool, **signs
) -> None:
    """Reason back from the findings of a teaching case to the sites that would explain them.

    The answer stands in order of explanation and holds no probabilities. Red flags come first. A clue that the atlas
    does not know is listed as unrecognised. An unknown muscle, skin or reflex exits 2.
    """
    atlas = load(data, language)
    findings = atlas.findings_parser.parse_case(_case(case_file)) if case_file else Findings()
    given = _named(atlas, signs, clue)
    for sign, target in given.signs:
        findings.add(sign, target)
    findings.grades.update(given.grades)
    findings.clues += given.clues
    if not findings.signs and not findings.clues and case_file is None:
        raise click.UsageError("no finding is given; see --help")
    found = atlas.localise(findings)
    if as_json:
        click.echo(json.dumps(found.as_dict(), ensure_ascii=False))
    else:
        _tell(atlas, found)
