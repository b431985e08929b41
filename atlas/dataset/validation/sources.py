"""Every claim cites a listed source, every source is cited, and consensus rests on two sources that were read."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.citations import READ, READINGS, Citation, parse_citations, with_readings
from atlas.dataset.csv_reader import Record
from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.rows import WideClaim
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables import TABLES
from atlas.dataset.validation import rule

INDEPENDENT = 2
"""A consensus needs at least this many sources that were read and are not copies of one another."""


def _cited(dataset: Dataset) -> Iterator[tuple[Record, tuple[Citation, ...]]]:
    """Every record with sources as its cell names them, also those of tables that only the figure build reads."""
    by_table = [dataset.records[table].values() for table in TABLES]
    for records in [*by_table, *dataset.other.values()]:
        for record in records:
            if "cites" in record.fields:
                try:
                    yield record, parse_citations(record.fields["cites"])
                except ValueError:
                    yield record, ()


@rule
def every_claim_cites(dataset: Dataset) -> Iterator[Problem]:
    refused = dataset.refused.get("sources", {})
    for record, cites in _cited(dataset):
        if not cites:
            yield record.problem("cites", "no source is cited", "name at least one source, as key or key[where]")
        for cite in cites:
            if cite.key not in dataset.sources and cite.key not in refused:
                right = did_you_mean(cite.key, dataset.sources, f"add it to {table_file('sources')}")
                yield record.problem("cites", f"'{cite.key}' is not in sources", right)


@rule
def every_source_is_cited(dataset: Dataset) -> Iterator[Problem]:
    cited = {cite.key for _, cites in _cited(dataset) for cite in cites}
    for key in dataset.sources:
        if key not in cited:
            right = "cite it where it is used, or remove the row"
            yield dataset.records["sources"][key].problem("id", f"no row cites '{key}'", right)


@rule
def a_stated_reading_is_an_exception(dataset: Dataset) -> Iterator[Problem]:
    for record, cites in _cited(dataset):
        for cite in cites:
            source = dataset.sources.get(cite.key)
            if source and cite.reading and READINGS.index(cite.reading) <= READINGS.index(source.access):
                wrong = f"'{cite}~{cite.reading}' is no worse than the source's own access, '{source.access}'"
                right = f"leave out '~{cite.reading}', or correct access in {table_file('sources')}"
                yield record.problem("cites", wrong, right)


@rule
def consensus_rests_on_independent_sources(dataset: Dataset) -> Iterator[Problem]:
    access = {key: source.access for key, source in dataset.sources.items()}
    refused = dataset.refused.get("sources", {})
    for record, cites in _cited(dataset):
        if record.fields.get("confidence") != "consensus" or any(cite.key in refused for cite in cites):
            continue
        read = [cite.key for cite in with_readings(cites, access) if cite.reading in READ]
        voices = {dataset.sources[key].voice for key in read if key in dataset.sources}
        if len(voices) < INDEPENDENT:
            wrong = f"the row says consensus, but independent sources that were read: {len(voices)}"
            right = f"cite {INDEPENDENT} that have different authors, or write single-source or variable"
            yield record.problem("confidence", wrong, right)


@rule
def unchecked_names_columns(dataset: Dataset) -> Iterator[Problem]:
    for table, row_type in TABLES.items():
        if not issubclass(row_type, WideClaim):
            continue
        columns = row_type.model_fields
        for key, row in dataset[table].items():
            for name in row.unchecked if isinstance(row, WideClaim) else ():
                column = name.removeprefix("part:")
                if name != "all" and column not in columns:
                    right = did_you_mean(column, columns, "name a column of this table")
                    yield dataset.records[table][key].problem("unchecked", f"there is no column '{name}'", right)
