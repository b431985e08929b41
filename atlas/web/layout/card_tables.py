"""Tables on cards: the branches that innervate a target, its roots on each dermatome map, and what was measured."""

from __future__ import annotations

from dash import html

from atlas.api import Atlas
from atlas.web.layout.evidence import evidence_mark, public_note
from atlas.web.layout.links import link


def _table(words: dict[str, str], caption: str, rows: list[html.Tr]) -> html.Table | None:
    if not rows:
        return None
    return html.Table([html.Caption(words[f"table.{caption}"]), html.Tbody(rows)], className="ledger")


def _row(head: object, *cells: object) -> html.Tr:
    return html.Tr([html.Th(head, scope="row"), *(html.Td(cell) for cell in cells)])


def _footed(atlas: Atlas, text: list, row) -> list:
    note = public_note(atlas, row.note)
    return [*text, " ", evidence_mark(atlas, row), *([html.Small(note)] if note else [])]


def innervation_table(atlas: Atlas, target: str) -> html.Table | None:
    """The last branches that innervate a target."""
    rows = []
    for edge in atlas.nerve_graph.innervation_by_target.get(target, ()):
        role = f"field.{edge.share}" if edge.share else f"role.{'main' if edge.main else 'overlap'}"
        roots = getattr(edge.row, "roots", ())
        text = [atlas.strings[role], *([": " + ", ".join(roots)] if roots else [])]
        rows.append(_row(link(atlas, edge.branch), _footed(atlas, text, edge.row)))
    return _table(atlas.strings, "innervation", rows)


def _says(atlas: Atlas, row) -> str:
    if row is None or row.standing != "drawn":
        return atlas.strings[f"map.{row.standing if row is not None else 'silent'}"]
    return " + ".join(row.roots)


def map_table(atlas: Atlas, territory: str) -> html.Table | None:
    """What each dermatome map says about a patch of skin, side by side. Maps without an answer share a row."""
    rows, silent = [], []
    for map_ in sorted(atlas.dataset.dermatome_maps.values(), key=lambda map_: map_.order):
        row = atlas.dataset.dermatomes.get((territory, map_.id))
        if row is None or (row.standing == "silent" and not row.detail):
            silent.append(map_.name)
            continue
        answer: list = [html.B(_says(atlas, row)), *([" " + row.detail] if row.detail else [])]
        if row.dissent:
            answer.append(html.Small(atlas.strings["map.dissent"] + " " + _dissent(atlas, row.dissent)))
        rows.append(_row(map_.name, _footed(atlas, answer, row)))
    if silent:
        rows.append(_row(atlas.strings["map.others"], [atlas.strings["map.silent"] + ": " + ", ".join(silent)]))
    return _table(atlas.strings, "maps", rows)


def _dissent(atlas: Atlas, listed: tuple[str, ...]) -> str:
    said = []
    for one in listed:
        map_id, _, roots = one.partition(":")
        map_ = atlas.dataset.dermatome_maps.get(map_id)
        said.append(f"{map_.name if map_ else map_id}: {roots.replace('+', ' + ')}")
    return "; ".join(said)


def measure_table(atlas: Atlas, muscle: str) -> html.Table | None:
    """What was measured of a muscle's roots."""
    rows = [
        _row(", ".join(row.root), _footed(atlas, [f"{row.measure}: {row.value} ({row.as_named})"], row))
        for row in atlas.dataset.root_measures.values()
        if row.muscle == muscle
    ]
    return _table(atlas.strings, "measures", rows)


def contribution_table(atlas: Atlas, root: str) -> html.Table | None:
    """The nerves that a root helps to form."""
    rows = [
        _row(
            link(atlas, row.nerve),
            [
                f"{atlas.strings[f'share.{row.share}']}, {atlas.strings[f'division.{row.division}']} ",
                evidence_mark(atlas, row),
            ],
        )
        for row in atlas.dataset.contributions.values()
        if row.root == root
    ]
    return _table(atlas.strings, "contributions", rows)
