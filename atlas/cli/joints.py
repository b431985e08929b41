"""`nerve-atlas joints`: which nerves feel which joint, by which branch, and how often dissections found it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atlas.cli.loading import data_option, json_option, lang_option, load, report_name_errors
from atlas.cli.terminal import print_json

if TYPE_CHECKING:
    from atlas.api import Atlas
    from atlas.dataset.tables.joint_supply import JointSupply


def _supply(atlas: Atlas, row: JointSupply) -> dict[str, Any]:
    fields = ("id", "part", "nerve", "through", "variant", "rate", "n", "confidence", "note")
    return {name: getattr(row, name) for name in fields} | {
        "nerve_name": atlas.dataset.nerves[row.nerve].name,
        "cites": [cite.key for cite in row.cites],
        "checked": row.checked,
    }


def _described(atlas: Atlas, found: dict[str, tuple[JointSupply, ...]]) -> list[dict[str, Any]]:
    described = []
    for id_, rows in found.items():
        joint = atlas.dataset.supplied_joints[id_]
        described.append(
            {
                "id": id_,
                "name": joint.name,
                "synonyms": list(joint.synonyms),
                "pain_felt": joint.pain_felt,
                "plain": joint.plain,
                "confidence": joint.confidence,
                "note": joint.note,
                "cites": [cite.key for cite in joint.cites],
                "checked": joint.checked,
                "nerves": [_supply(atlas, row) for row in rows],
            }
        )
    return described


def _line(row: dict[str, Any]) -> str:
    count = f" of {row['n']}" if row["n"] else ""
    how_often = "" if row["rate"] is None else f": {row['rate']:g} %{count}"
    marks = [row["confidence"]] if row["confidence"] == "variable" else []
    marks += ["only some people"] if row["variant"] else []
    marks += [] if row["checked"] == "read" else [row["checked"]]
    return f"    {row['nerve_name']} ({row['through']}){how_often}" + (f" [{', '.join(marks)}]" if marks else "")


def _print(joint: dict[str, Any]) -> None:
    click.echo(f"{joint['id']}: {joint['name']}")
    click.echo(f"  pain is felt: {joint['pain_felt']}")
    for part in dict.fromkeys(row["part"] for row in joint["nerves"]):
        click.echo(f"  {part}")
        for row in joint["nerves"]:
            if row["part"] == part:
                click.echo(_line(row))


@click.command()
@click.argument("joint", required=False)
@lang_option
@data_option
@json_option
def joints(joint: str | None, language: str, data: Path | None, as_json: bool) -> None:
    """Show which nerves feel JOINT, by which branch, with how often dissections found it.

    JOINT is an id, a name or a synonym, such as "hip joint"; by default, all. Exits 2 for an unknown joint, and says
    what is near.
    """
    atlas = load(data, language)
    with report_name_errors():
        described = _described(atlas, atlas.joints(joint))
    if as_json:
        print_json(described)
        return
    for one in described:
        _print(one)
