"""`nerve-atlas referred-pain`: where the pain of joints, discs and muscles is felt, without a lesion of a nerve."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atlas.cli.loading import data_option, json_option, lang_option, load, report_name_errors
from atlas.cli.terminal import print_json

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.dataset.tables.referred_pain import ReferredPain
    from atlas.reasoning.referred_pain import PainArea


def _study(row: ReferredPain) -> dict[str, Any]:
    fields = ("study", "rate", "n", "often", "people", "confidence", "note")
    cites = [cite.key for cite in row.cites]
    return {name: getattr(row, name) for name in fields} | {"cites": cites, "checked": row.checked}


def _described(atlas: Atlas, found: dict[str, tuple[PainArea, ...]]) -> list[dict[str, Any]]:
    origins = atlas.dataset.pain_origins
    return [
        {
            "id": id_,
            "name": origins[id_].name,
            "plain": origins[id_].plain,
            "conditions": list(origins[id_].conditions),
            "areas": [
                {
                    "id": area.area,
                    "place": area.place,
                    "often": area.often,
                    "territories": list(area.territories),
                    "studies": [_study(row) for row in area.studies],
                }
                for area in areas
            ],
        }
        for id_, areas in found.items()
    ]


def _line(study: dict[str, Any]) -> str:
    how = study["often"] if study["rate"] is None else f"{study['rate']:g} %"
    count = f" of {study['n']}" if study["n"] else ""
    read = "" if study["checked"] == "read" else f" [{study['checked']}]"
    return f"    {how}{count} ({study['study']}: {study['people']}){read}"


@click.command()
@click.argument("origin", required=False)
@lang_option
@data_option
@json_option
def referred(origin: str | None, language: str, data: Path | None, as_json: bool) -> None:
    """Show where pain from joints, discs and muscles is felt, with how often studies found it.

    ORIGIN is the id or the name of one, such as "hip joint"; by default, all.
    """
    atlas = load(data, language)
    with report_name_errors():
        described = _described(atlas, atlas.referred_pain(origin))
    if as_json:
        print_json(described)
        return
    for one in described:
        click.echo(f"{one['id']}: {one['name']}")
        for area in one["areas"]:
            click.echo(f"  {area['place']}")
            for study in area["studies"]:
                click.echo(_line(study))
