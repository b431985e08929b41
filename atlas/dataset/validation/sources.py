"""Every claim cites a listed source, every source is cited, and no claim is more certain than what was read."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.dataset.citations import Citation, parse_citations
from atlas.dataset.csv_reader import Record
from atlas.dataset.dataset import Dataset
from atlas.dataset.folders import table_file
from atlas.dataset.problems import Problem
from atlas.dataset.rows import Claim, WideClaim
from atlas.dataset.suggestions import did_you_mean
from atlas.dataset.tables import TABLES
from atlas.dataset.validation import rule

READ = {"read", "excerpt"}
"""The kinds of access to a source that let a claim say checked=read."""
NOT_READ = ("second-hand", "memory")


def _claims(dataset: Dataset) -> Iterator[tuple[Record, Claim]]:
    for table, rows in dataset.items():
        if issubclass(TABLES[table], Claim):
            for key, row in rows.items():
                if isinstance(row, Claim):
                    yield dataset.records[table][key], row


def _cited(dataset: Dataset) -> Iterator[tuple[Record, tuple[Citation, ...]]]:
    """Every record with sources, also those of tables that only the figure build reads."""
    for record, claim in _claims(dataset):
        yield record, claim.cites
    for records in dataset.other.values():
        for record in records:
            if "cites" in record.fields:
                try:
                    yield record, parse_citations(record.fields["cites"])
                except ValueError:
                    yield record, ()


@rule
def every_claim_cites(dataset: Dataset) -> Iterator[Problem]:
    for record, cites in _cited(dataset):
        if not cites:
            yield record.problem("cites", "no source is cited", "name at least one source, as key or key[where]")
        for cite in cites:
            if cite.key not in dataset.sources:
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
def certainty_matches_what_was_read(dataset: Dataset) -> Iterator[Problem]:
    for record, claim in _claims(dataset):
        if claim.confidence == "consensus" and claim.checked != "read":
            right = "consensus needs checked=read; otherwise write single-source or variable"
            yield record.problem("confidence", f"the row says consensus, but checked is '{claim.checked}'", right)
        if claim.checked != "read":
            continue
        access = [dataset.sources[cite.key].access for cite in claim.cites if cite.key in dataset.sources]
        if access and READ.isdisjoint(access):
            wrong = f"the row says read, but its sources were not: {' and '.join(sorted(set(access)))}"
            weakest = min(access, key=NOT_READ.index)
            yield record.problem("checked", wrong, f"cite a source that was read, or write checked={weakest}")


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
