"""Every claim in words, with its sources, what was not checked and which rows say otherwise.

Fetched when a source is first asked for. A claim goes by `table:key`, the parts of its key joined by `|`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from atlas.api import Atlas
from atlas.dataset.citations import parse_citations
from atlas.dataset.folders import table_file
from atlas.dataset.rows import Claim, Row
from atlas.dataset.tables import TABLES
from atlas.dataset.tables.data_dictionary import EVERYWHERE

TABLE_OF = {kind: table for table, kind in TABLES.items()}
"""Row type → the table it belongs to."""
_FOR_DRAWING = {"waypoints", "courses", "site_places"}
CLAIMS = tuple(table for table, kind in TABLES.items() if issubclass(kind, Claim) and table not in _FOR_DRAWING)
"""The tables whose rows state what the page says; what only says where lines are drawn is counted, not told."""
STANDING = ("cites", "confidence", "checked", "note", "unchecked")
_UNTOLD = {"id", "name", "order", *STANDING}
_DOI = re.compile(r"10\.\d{4,}/[^\s;]+")
_PMC, _PMID = re.compile(r"\bPMC\d+"), re.compile(r"\bPMID (\d+)")
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s;]*)?", re.IGNORECASE)
_PLACE = re.compile(r"\{(\w+)\}")
_WHERE_FILLED = re.compile(r"\[([^\]]*)\]")


def claim_key(row: Row) -> str:
    """The name by which a row of any table goes in the page.

    >>> from atlas import Atlas
    >>> claim_key(next(iter(Atlas.load().facts["dermatomes"].values()))).startswith("dermatomes:")
    True
    """
    key = row.key
    return f"{TABLE_OF[type(row)]}:{key if isinstance(key, str) else '|'.join(key)}"


def address_in(identifier: str) -> str:
    """Where a source can be opened, as far as its identifier says it whole: a DOI, or a site with a path; else nothing.

    >>> address_in("Spine 49(11); 10.1097/brs.0000000000004737")
    'https://doi.org/10.1097/brs.0000000000004737'
    >>> address_in("acemap.info/paper/61424286"), address_in("clinicalgate.com"), address_in("PMID 224837")
    ('https://acemap.info/paper/61424286', '', 'https://pubmed.ncbi.nlm.nih.gov/224837/')
    """
    if found := _DOI.search(identifier):
        return f"https://doi.org/{found[0]}"
    if found := _PMC.search(identifier):
        return f"https://www.ncbi.nlm.nih.gov/pmc/articles/{found[0]}/"
    if found := _PMID.search(identifier):
        return f"https://pubmed.ncbi.nlm.nih.gov/{found[1]}/"
    found = _SITE.match(identifier)
    whole = found and "/" in found[0] and found.end() == len(identifier.split(";")[0].strip())
    return f"https://{found[0]}" if whole else ""


def _named(atlas: Atlas, id_: str, tables: tuple[str, ...]) -> str:
    for table in tables:
        if id_ in atlas.dataset[table] and table != "roots":  # which everybody knows by their ids
            row = atlas.dataset[table][id_]
            return getattr(row, "name", "") or getattr(row, "title", "") or id_
    return id_


def _items(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value not in ("", None) else ()


def _told(atlas: Atlas, row: Row, column: str) -> str:
    referred_tables = type(row).REFERS.get(column, ())
    return ", ".join(_named(atlas, one, referred_tables) for one in _items(getattr(row, column)))


def says(atlas: Atlas, row: Row) -> str:
    """A row in words, as the table of tables puts it: `{column}` filled in, `[…]` left out where a column is empty.

    >>> from atlas import Atlas
    >>> limb = Atlas.load()
    >>> says(limb, limb.facts["innervation"]["first_web_dorsal", "deep_fibular_medial_terminal"])
    'First web space, top is served by Medial terminal branch of the deep fibular nerve (main)'
    """
    kind, meaning = type(row), atlas.dataset["tables"].get(TABLE_OF[type(row)])
    aliases = {field.alias: column for column, field in kind.model_fields.items() if field.alias}
    shown = meaning.says if meaning and meaning.says else "{name}" if "name" in kind.model_fields else "{id}"
    told = {name: _told(atlas, row, aliases.get(name, name)) for name in _PLACE.findall(shown)}
    shown = _WHERE_FILLED.sub(lambda part: part[1] if all(told[n] for n in _PLACE.findall(part[1])) else "", shown)
    return _PLACE.sub(lambda place: told[place[1]], shown)


def meaning(atlas: Atlas, table: str, column: str) -> str:
    """What a column means; empty where the dictionary does not say it."""
    rows = atlas.dataset["columns"]
    row = rows.get((table, column)) or rows.get((EVERYWHERE, column))
    return row.meaning if row else ""


def _columns(kind: type[Row]) -> list[tuple[str, str]]:
    """(attribute, name in the file) of the columns that say what the row itself does not stand for."""
    return [(name, field.alias or name) for name, field in kind.model_fields.items() if name not in _UNTOLD]


def _value(atlas: Atlas, row: Row, column: str) -> str | list[str]:
    """Text, or the ids of things that can be selected."""
    items = _items(getattr(row, column))
    referred_tables = type(row).REFERS.get(column, ())
    if referred_tables and items and all(one in atlas.nodes for one in items):
        return list(items)
    return "; ".join(_named(atlas, one, referred_tables) for one in items)


def dissenting(atlas: Atlas) -> dict[str, list[str]]:
    """Claim → the claims that say otherwise of the same thing, or that it sums up."""
    dataset, found = atlas.dataset, defaultdict(list)
    by_skin = defaultdict(list)
    for row in dataset["dermatomes"].values():
        if row.standing == "drawn":
            by_skin[row.territory].append(row)
    for rows in by_skin.values():
        for row in rows:
            found[claim_key(row)] += [claim_key(other) for other in rows if {*other.roots} != {*row.roots}]
    for row in dataset["rival_roots"].values():
        table = "muscles" if row.target in dataset["muscles"] else "reflexes"
        own = claim_key(dataset[table][row.target])
        found[own].append(claim_key(row))
        found[claim_key(row)].append(own)
    for row in dataset["root_measures"].values():
        if row.muscle in dataset["muscles"]:
            found[f"muscles:{row.muscle}"].append(claim_key(row))
            found[claim_key(row)].append(f"muscles:{row.muscle}")
    for row in dataset["article"].values():
        found[claim_key(row)] += [f"seed_claims:{number}" for number in row.claims]
    return {key: others for key, others in found.items() if others}


def _rows(atlas: Atlas, table: str, place: dict[str, int], others: dict[str, list[str]]) -> Iterator[list]:
    columns = _columns(TABLES[table])
    for row in atlas.dataset[table].values():
        key = claim_key(row)
        yield [
            key.partition(":")[2],
            says(atlas, row),
            [_value(atlas, row, column) for column, _ in columns],
            [[place[cited.key], cited.where] for cited in row.cites],
            row.confidence,
            row.checked,
            row.note,
            list(getattr(row, "unchecked", ())),
            others.get(key, []),
        ]


def _drawn_from(atlas: Atlas, place: dict[str, int]) -> dict[str, dict[int, int]]:
    """Table that says where lines are drawn → source → how many of its rows cite it."""
    found = {}
    lines = {table: [*atlas.dataset.records[table].values()] for table in sorted(_FOR_DRAWING)} | atlas.dataset.other
    for table, records in lines.items():
        listed = (parse_citations(record.fields.get("cites", "")) for record in records)
        cited = [dict.fromkeys(cite.key for cite in cites) for cites in listed]
        counts = Counter(place[key] for keys in cited for key in keys)
        if counts:
            found[table] = dict(counts)
    return found


def build_claims(atlas: Atlas) -> dict:
    """Build the claim bundle.

    `sources`: [id, authors, title, year, identifier, address, access, note] in their order.
    `tables`: the name of each table, the path of its file in the data folder, and what its columns mean.
    `claims`: table → [key, in words, values of the columns, citations (source, place in it), confidence, checked, note,
    unchecked columns, claims that disagree].
    `drawn`: see _drawn_from.
    """
    sources = atlas.dataset["sources"]
    place = {key: at for at, key in enumerate(sources)}
    others = dissenting(atlas)

    def called(table: str) -> str:
        row = atlas.dataset["tables"].get(table)
        return row.name if row else table

    filled = [table for table in CLAIMS if atlas.dataset[table]]
    drawn = _drawn_from(atlas, place)
    return {
        "edition": atlas.edition,
        "sources": [
            [row.id, row.authors, row.title, row.year, row.identifier, address_in(row.identifier), row.access, row.note]
            for row in sources.values()
        ],
        "tables": {
            table: {
                "name": called(table),
                "file": table_file(table),
                "columns": [[name, meaning(atlas, table, name)] for _, name in _columns(TABLES[table])],
            }
            for table in filled
        }
        | {table: {"name": called(table), "file": table_file(table), "columns": []} for table in drawn},
        "claims": {table: list(_rows(atlas, table, place, others)) for table in filled},
        "drawn": drawn,
    }
