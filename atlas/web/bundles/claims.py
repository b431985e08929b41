"""Every claim as a sentence, with its sources, its unchecked columns and the rows that contradict it.

The page fetches this bundle when a reader first opens a source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from atlas.api import Atlas
from atlas.dataset.citations import Citation, parse_citations
from atlas.dataset.claim_text import cell_values, claim_key, claim_text, column_meaning, name_of
from atlas.dataset.folders import table_file
from atlas.dataset.rows import Claim, Row
from atlas.dataset.source_names import source_url
from atlas.dataset.tables import TABLES

_DRAWING_TABLES = {"waypoints", "courses", "site_places", "reflex_places", "joints", "variant_courses"}
CLAIM_TABLES = tuple(
    table for table, kind in TABLES.items() if issubclass(kind, Claim) and table not in _DRAWING_TABLES
)
"""The tables whose rows state what the page shows; tables that only place lines in figures are counted instead."""
_EVIDENCE_COLUMNS = ("cites", "confidence", "note", "unchecked")
_UNLISTED = {"id", "name", "order", *_EVIDENCE_COLUMNS}


def _columns(kind: type[Row]) -> list[tuple[str, str]]:
    """(attribute, column name in the file) of the columns that carry a claim's own values."""
    return [(name, field.alias or name) for name, field in kind.model_fields.items() if name not in _UNLISTED]


def _value(atlas: Atlas, row: Row, column: str) -> str | list[str]:
    """Text, or the ids of things that can be selected."""
    values = cell_values(getattr(row, column))
    tables = type(row).REFERS.get(column, ())
    if tables and values and all(value in atlas.nodes for value in values):
        return list(values)
    return "; ".join(name_of(atlas.dataset, value, tables) for value in values)


def dissenting(atlas: Atlas) -> dict[str, list[str]]:
    """Claim key → keys of the claims that disagree with it or that it sums up."""
    dataset = atlas.dataset
    found: dict[str, list[str]] = defaultdict(list)
    by_territory = defaultdict(list)
    for row in dataset.dermatomes.values():
        if row.standing == "drawn":
            by_territory[row.territory].append(row)
    for rows in by_territory.values():
        for row in rows:
            found[claim_key(row)] += [claim_key(other) for other in rows if {*other.roots} != {*row.roots}]
    for rival in dataset.rival_roots.values():
        table = "muscles" if rival.target in dataset.muscles else "reflexes"
        found[f"{table}:{rival.target}"].append(claim_key(rival))
        found[claim_key(rival)].append(f"{table}:{rival.target}")
    for measure in dataset.root_measures.values():
        if measure.muscle in dataset.muscles:
            found[f"muscles:{measure.muscle}"].append(claim_key(measure))
            found[claim_key(measure)].append(f"muscles:{measure.muscle}")
    for passage in dataset.article.values():
        found[claim_key(passage)] += [f"article_claims:{number}" for number in passage.claims]
    return {key: others for key, others in found.items() if others}


def _citation(atlas: Atlas, place: dict[str, int], cited: Citation) -> list:
    """Place of the source, place in the source, and how that was read if it is not how the source was."""
    exception = [] if cited.reading == atlas.dataset.sources[cited.key].access else [cited.reading]
    return [place[cited.key], cited.where, *exception]


def _rows(atlas: Atlas, table: str, place: dict[str, int], others: dict[str, list[str]]) -> Iterator[list]:
    columns = _columns(TABLES[table])
    rows: Iterable[Any] = atlas.dataset[table].values()
    for row in rows:
        key = claim_key(row)
        yield [
            key.partition(":")[2],
            claim_text(atlas.dataset, row),
            [_value(atlas, row, column) for column, _ in columns],
            [_citation(atlas, place, cited) for cited in row.cites],
            row.confidence,
            row.checked,
            row.note,
            list(getattr(row, "unchecked", ())),
            others.get(key, []),
        ]


def _citation_counts(atlas: Atlas, place: dict[str, int]) -> dict[str, dict[int, int]]:
    """Table that places lines in figures → place of a source → how many of the table's rows cite it."""
    found = {}
    lines = {table: [*atlas.dataset.records[table].values()] for table in sorted(_DRAWING_TABLES)} | atlas.dataset.other
    for table, records in lines.items():
        listed = (parse_citations(record.fields.get("cites", "")) for record in records)
        cited = [dict.fromkeys(cite.key for cite in cites) for cites in listed]
        counts = Counter(place[key] for keys in cited for key in keys)
        if counts:
            found[table] = dict(counts)
    return found


def _reviews(atlas: Atlas) -> dict[str, list[list[str]]]:
    """Claim key → who reviewed it, in which role, when, and in which language ("" is English)."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for review in atlas.dataset.reviews.values():
        said = [review.reviewer, review.role, review.date, review.language]
        found[f"{review.table}:{review.row}"].append(said)
    return dict(found)


def build_claims(atlas: Atlas) -> dict:
    """Build the claim bundle.

    `sources`: [id, authors, title, year, identifier, address, access, note] in their order.
    `tables`: the name of each table, the path of its file in the data folder, and what its columns mean.
    `claims`: table → [key, in words, values of the columns, citations (see _citation), confidence, checked, note,
    unchecked columns, claims that disagree].
    `drawn`: see _citation_counts. `reviews`: see _reviews.
    """
    sources = atlas.dataset.sources
    place = {key: at for at, key in enumerate(sources)}
    others = dissenting(atlas)

    def name_of_table(table: str) -> str:
        row = atlas.dataset.table_meanings.get(table)
        return row.name if row else table

    filled = [table for table in CLAIM_TABLES if atlas.dataset[table]]
    drawn = _citation_counts(atlas, place)
    return {
        "edition": atlas.edition,
        "sources": [
            [row.id, row.authors, row.title, row.year, row.identifier, source_url(row.identifier), row.access, row.note]
            for row in sources.values()
        ],
        "tables": {
            table: {
                "name": name_of_table(table),
                "file": table_file(table),
                "columns": [[name, column_meaning(atlas.dataset, table, name)] for _, name in _columns(TABLES[table])],
            }
            for table in filled
        }
        | {table: {"name": name_of_table(table), "file": table_file(table), "columns": []} for table in drawn},
        "claims": {table: list(_rows(atlas, table, place, others)) for table in filled},
        "drawn": drawn,
        "reviews": _reviews(atlas),
    }
